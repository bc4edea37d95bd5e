import { createSignal, type JSX } from 'solid-js'
import { t } from '../text.ts'
import { uniqueId } from '../ui/solid.ts'
import type { Importer } from './importer.ts'

/** A place to drop a file, and a button that finds one. */
export function ChooseFile(props: { importer: Importer }): JSX.Element {
  const id = uniqueId()
  const [over, setOver] = createSignal(false)
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? []
    if (file) void props.importer.choose(file)
  }
  return (
    <fieldset
      class="drop"
      aria-labelledby={`${id}-label`}
      classList={{ over: over() }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <input
        id={id}
        class="vh"
        type="file"
        accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/tab-separated-values,text/plain"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <p>
        <label class="button" for={id} id={`${id}-label`}>
          {t(props.importer.file() ? 'record.chooseOther' : 'record.chooseFile')}
        </label>{' '}
        <span class="meta">{t('record.orDrop')}</span>
      </p>
      <p class="meta" id={`${id}-hint`}>
        {t('record.chooseHint')}
      </p>
    </fieldset>
  )
}

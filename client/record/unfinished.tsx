import { For, type JSX, Show } from 'solid-js'
import { sameHeader } from '../../shared/mapping.ts'
import { api, call } from '../api.ts'
import { formatNumber, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { tell } from '../ui/toast.tsx'
import type { Importer } from './importer.ts'
import { draftOf } from './mapping-draft.ts'
import type { DisclosureView, ImportBatch } from './records.ts'

/** Imports that stopped half-way: the same file carries on where it stopped, or they are dropped. */
export function Unfinished(props: {
  view: DisclosureView
  importer: Importer
  onResume: (batch: ImportBatch) => Promise<void>
  again: () => Promise<void>
}): JSX.Element {
  const open = () => props.view.batches.filter((batch) => batch.state === 'open')
  const drop = async (batch: ImportBatch) => {
    await call(api.api.batches[':id'].$delete({ param: { id: batch.id } }))
    tell(t('record.batch.undoneNow', { file: batch.filename }))
    await props.again()
  }
  const isSame = (batch: ImportBatch) =>
    props.importer.file()?.size === batch.fileSize &&
    props.importer.file()?.name === batch.filename &&
    sameHeader(props.importer.seen()?.header ?? [], batch.header)
  const resume = async (batch: ImportBatch) => {
    props.importer.setDraft(draftOf(batch.mapping))
    await props.importer.reform(batch.form)
    await props.onResume(batch)
  }
  return (
    <For each={open()}>
      {(batch) => (
        <div class="empty">
          <p>
            {t('record.unfinished', {
              file: batch.filename,
              count: batch.rowsAccepted,
              sent: formatNumber(batch.rowsAccepted),
            })}
          </p>
          <div class="row">
            <Show when={isSame(batch)} fallback={<span class="meta">{t('record.unfinishedHow')}</span>}>
              <Button onClick={() => resume(batch)}>{t('record.carryOn')}</Button>
            </Show>
            <Button onClick={() => drop(batch)}>{t('record.batch.drop')}</Button>
          </div>
        </div>
      )}
    </For>
  )
}

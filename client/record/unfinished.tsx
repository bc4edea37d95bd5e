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
  const open = () =>
    props.view.batches.filter(({ state }) => state === 'open' || state === 'dropping' || state === 'undoing')
  const drop = async (batch: ImportBatch) => {
    await call(api.api.batches[':id'].$delete({ param: { id: batch.id } }))
    tell(t('record.batch.undoneNow', { file: batch.filename }))
    await props.again()
  }
  const isSame = (batch: ImportBatch) =>
    batch.state === 'open' &&
    (batch.fileHash
      ? props.importer.seen()?.hash === batch.fileHash
      : props.importer.file()?.size === batch.fileSize && sameHeader(props.importer.seen()?.header ?? [], batch.header))
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
            {t(batch.state === 'open' ? 'record.unfinished' : 'record.undoUnfinished', {
              file: batch.filename,
              count: batch.rowsAccepted,
              sent: formatNumber(batch.rowsAccepted),
            })}
          </p>
          <div class="row">
            <Show
              when={isSame(batch)}
              fallback={<span class="meta">{batch.state === 'open' ? t('record.unfinishedHow') : ''}</span>}
            >
              <Button onClick={() => resume(batch)}>{t('record.carryOn')}</Button>
            </Show>
            <Button onClick={() => drop(batch)}>
              {t(batch.state === 'undoing' ? 'record.batch.undo' : 'record.batch.drop')}
            </Button>
          </div>
        </div>
      )}
    </For>
  )
}

import { type JSX, Show } from 'solid-js'
import { sheetOf } from '../../shared/mapping.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { formatInstant, formatNumber, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Part } from '../ui/lists.tsx'
import { State } from '../ui/state.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { tell } from '../ui/toast.tsx'
import type { DisclosureView, ImportBatch } from './records.ts'

const marks = { open: 'half', finished: 'full', dropping: 'half', undoing: 'half', undone: 'struck' } as const

/** The files that were imported, and the way back from each. */
export function BatchList(props: {
  view: DisclosureView
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}): JSX.Element {
  const undo = async (batch: ImportBatch) => {
    await call(api.api.batches[':id'].$delete({ param: { id: batch.id } }))
    tell(t('record.batch.undoneNow', { file: batch.filename }))
    await props.again()
  }
  const columns = (): readonly Column<ImportBatch>[] => [
    { head: t('record.batch.file'), cell: (batch) => <FileName batch={batch} />, isHead: true },
    { head: t('record.batch.when'), cell: (batch) => formatInstant(batch.createdAt) },
    { head: t('record.batch.taken'), cell: (batch) => formatNumber(batch.rowsAccepted), numeric: true },
    { head: t('record.batch.replaced'), cell: (batch) => formatNumber(batch.rowsReplaced), numeric: true },
    { head: t('record.batch.refused'), cell: (batch) => formatNumber(batch.rowsRefused), numeric: true },
    {
      head: t('record.batch.state'),
      cell: (batch) => <State mark={marks[batch.state]}>{t(`record.batch.${batch.state}`)}</State>,
    },
    {
      head: <span class="vh">{t('record.batch.undo')}</span>,
      label: '',
      cell: (batch) => (
        <Show when={batch.state !== 'undone' && !props.refusal}>
          <Button aria-label={t('record.batch.undoOf', { file: batch.filename })} onClick={() => undo(batch)}>
            {t(batch.state === 'open' || batch.state === 'dropping' ? 'record.batch.drop' : 'record.batch.undo')}
          </Button>
        </Show>
      ),
    },
  ]
  return (
    <Show when={props.view.batches.length > 0}>
      <Part title={t('record.batches')} id="imports">
        <Table caption={t('record.batches')} hideCaption stack columns={columns()} rows={props.view.batches} />
      </Part>
    </Show>
  )
}

/** The file, its sheet, and the beginning of its hash: whoever has the file can tell that it is the one. */
const FileName = (props: { batch: ImportBatch }): JSX.Element => (
  <>
    {props.batch.filename}
    <Show when={sheetOf(props.batch.form)}>{(sheet) => <>, {t('record.sheetNamed', { sheet: sheet() })}</>}</Show>
    <Show when={props.batch.fileHash}>
      {(hash) => (
        <>
          <br />
          <code class="meta" title={hash()}>
            SHA-256 {hash().slice(0, 16)}…
          </code>
        </>
      )}
    </Show>
    <Show when={props.batch.why}>
      <br />
      <span class="meta">{t('record.whyWas', { why: props.batch.why })}</span>
    </Show>
  </>
)

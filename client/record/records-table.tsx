import { createSignal, type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { formatNumber, t } from '../text.ts'
import { Figure, figureText } from '../ui/figure.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Select } from '../ui/select.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { RecordOrigin } from './record-origin.tsx'
import { loadRecords, type RecordPage } from './records.ts'
import { periodWords } from './words.ts'

type Shown = RecordPage['records'][number]

const pageSize = 50

/** The records of a disclosure, a page at a time, of all indicators or of one. */
export function RecordsTable(props: {
  disclosureId: string
  indicators: readonly Indicator[]
  /** When it changes, the records are asked for again. */
  stamp?: string | undefined
  /** What one can do to a record, beside it; `what` names the record in words. */
  act?: ((record: Shown, what: string) => JSX.Element) | undefined
}): JSX.Element {
  const [indicatorId, setIndicatorId] = createSignal('')
  const [offset, setOffset] = createSignal(0)
  const load = createLoad(() => {
    void props.stamp
    return loadRecords(props.disclosureId, {
      offset: offset(),
      limit: pageSize,
      ...(indicatorId() && { indicatorId: indicatorId() }),
    })
  })
  const titleOf = (record: Shown) => props.indicators.find((one) => one.id === record.indicatorId)?.title ?? ''
  const unitOf = (record: Shown) =>
    record.unit ?? props.indicators.find((one) => one.id === record.indicatorId)?.unit ?? ''
  const columns = (page: RecordPage): readonly Column<Shown>[] => [
    { head: t('record.indicator'), cell: titleOf, isHead: true },
    { head: t('record.period'), cell: (record) => periodWords(record.period) },
    { head: t('record.figure'), cell: (record) => <Figure {...record} detail={unitOf(record)} /> },
    { head: t('record.noteOf'), cell: (record) => record.note },
    { head: t('record.from'), cell: (record) => <RecordOrigin record={record} page={page} unit={unitOf(record)} /> },
    ...(props.act
      ? [
          {
            head: <span class="vh">{t('record.withdraw')}</span>,
            label: '',
            cell: (record: Shown) =>
              props.act?.(record, `${titleOf(record)}, ${periodWords(record.period)}: ${figureText(record)}`),
          },
        ]
      : []),
  ]
  return (
    <Loaded load={load}>
      {(page) => (
        <>
          <Show when={page().total > pageSize || indicatorId()}>
            <Select
              label={t('record.showOnly')}
              options={props.indicators.map((one) => ({ value: one.id, label: one.title }))}
              empty={t('record.allIndicators')}
              value={indicatorId()}
              onInput={(value) => {
                setOffset(0)
                setIndicatorId(value)
              }}
            />
          </Show>
          <Table
            caption={t('record.records')}
            hideCaption
            stack
            columns={columns(page())}
            rows={page().records}
            empty={<p class="meta">{t('record.noRecords')}</p>}
          />
          <Pager total={page().total} offset={offset()} onOffset={setOffset} />
        </>
      )}
    </Loaded>
  )
}

function Pager(props: { total: number; offset: number; onOffset: (offset: number) => void }): JSX.Element {
  const last = () => Math.min(props.offset + pageSize, props.total)
  return (
    <Show when={props.total > pageSize}>
      <nav class="row" aria-label={t('record.pages')}>
        <button
          type="button"
          class="link"
          disabled={props.offset === 0}
          onClick={() => props.onOffset(props.offset - pageSize)}
        >
          {t('record.earlierRows')}
        </button>{' '}
        <span class="meta" role="status">
          {t('record.rowsShown', {
            from: formatNumber(props.offset + 1),
            to: formatNumber(last()),
            total: formatNumber(props.total),
          })}
        </span>{' '}
        <button
          type="button"
          class="link"
          disabled={last() === props.total}
          onClick={() => props.onOffset(props.offset + pageSize)}
        >
          {t('record.laterRows')}
        </button>
      </nav>
    </Show>
  )
}

import type { JSX } from 'solid-js'
import type { HistoryChanges, HistorySum, Writer } from '../../shared/history.ts'
import { Delegation } from '../shell/delegation.tsx'
import { formatNumber, t } from '../text.ts'
import { type Column, Table } from '../ui/table.tsx'

/** How much each delegation did between the two points, its people by name; for the eye and the ear before the text. */
export function HistorySums(props: { changes: HistoryChanges }): JSX.Element {
  const rows = () => byDelegation(props.changes)
  const figure = (label: string, of: (sum: Totals) => number): Column<Totals> => ({
    head: label,
    label,
    cell: (row) => formatNumber(of(row)),
    numeric: true,
  })
  return (
    <Table
      caption={t('live.history.sums')}
      columns={[
        {
          head: t('live.history.who'),
          isHead: true,
          cell: (row) => (
            <>
              {row.delegationId ? <Delegation id={row.delegationId} /> : null}{' '}
              <span class="meta">{row.names.join(', ')}</span>
            </>
          ),
        },
        figure(t('live.history.wordsIn'), (row) => row.wordsIn),
        figure(t('live.history.wordsOut'), (row) => row.wordsOut),
        figure(t('live.history.wordsMoved'), (row) => row.wordsMoved),
        figure(t('live.history.values'), (row) => row.values),
      ]}
      rows={rows()}
      stack
      empty={t('live.history.same')}
    />
  )
}

interface Totals extends Omit<HistorySum, 'by'> {
  delegationId: string | undefined
  names: string[]
}

function byDelegation({ sums, writers }: HistoryChanges): Totals[] {
  const rows = new Map<string, Totals>()
  for (const sum of sums) {
    const writer: Writer | undefined = writers[sum.by]
    const key = writer?.delegationId ?? writer?.personId ?? ''
    const name = writer?.name ?? t('live.history.nobody')
    const row = rows.get(key) ?? {
      delegationId: writer?.delegationId,
      names: [],
      wordsIn: 0,
      wordsOut: 0,
      wordsMoved: 0,
      values: 0,
    }
    rows.set(key, row)
    if (!row.names.includes(name)) row.names.push(name)
    row.wordsIn += sum.wordsIn
    row.wordsOut += sum.wordsOut
    row.wordsMoved += sum.wordsMoved
    row.values += sum.values
  }
  return [...rows.values()]
}

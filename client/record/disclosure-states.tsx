import { type JSX, Show } from 'solid-js'
import { paths } from '../paths.ts'
import { formatInstant, t } from '../text.ts'
import { State } from '../ui/state.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { DisclosureSummary } from './records.ts'
import { stateMarks } from './words.ts'

/** Each team with the state of its disclosure. What is in a sealed one is nobody’s but the team’s. */
export function DisclosureStates(props: {
  forum: { label: string; agreementSlug: string }
  rows: readonly DisclosureSummary[]
}): JSX.Element {
  const columns = (): readonly Column<DisclosureSummary>[] => [
    { head: t('record.team'), cell: (row) => row.team, isHead: true },
    {
      head: t('record.disclosure'),
      cell: (row) => <State mark={stateMarks[row.state]}>{t(`record.state.${row.state}`)}</State>,
    },
    { head: t('record.filedOn'), cell: (row) => <Show when={row.filedAt}>{(at) => <>{formatInstant(at())}</>}</Show> },
    {
      head: <span class="vh">{t('record.toRead')}</span>,
      label: t('record.toRead'),
      cell: (row) => <Link row={row} forum={props.forum} />,
    },
  ]
  return (
    <Table
      caption={t('record.whoFiled')}
      hideCaption
      stack
      columns={columns()}
      rows={props.rows}
      empty={<p class="meta">{t('record.noTeams')}</p>}
    />
  )
}

function Link(props: { row: DisclosureSummary; forum: { label: string; agreementSlug: string } }): JSX.Element {
  const slug = () => props.forum.agreementSlug
  return (
    <Show
      when={props.row.sight === 'own'}
      fallback={
        <Show when={props.row.sight === 'open' && props.row.id}>
          {(id) => <a href={paths.openDisclosure(slug(), id())}>{t('record.readIt')}</a>}
        </Show>
      }
    >
      <a href={paths.disclosure(slug(), props.forum.label)}>{t('record.yourDisclosure')}</a>
    </Show>
  )
}

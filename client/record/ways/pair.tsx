import { For, type JSX, Show } from 'solid-js'
import type { Indicator } from '../../../shared/record.ts'
import { t } from '../../text.ts'
import { uniqueId } from '../../ui/solid.ts'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { ShownCell, View } from '../comparison.ts'
import { cellOf, pairVerdict, type Seen, type SeenRow, seenTeam } from '../comparison-seen.ts'
import {
  asideWords,
  becauseWords,
  cellWords,
  countedWords,
  distanceWords,
  intervalWords,
  situationWords,
  variableWords,
} from '../comparison-words.ts'
import { periodWords, titleOf } from '../words.ts'

/** Two teams, record by record: whether the two can be compared, because of what not, and who is better beyond chance. */
export function PairWay(props: { seen: Seen; view: View; onView: (view: View) => void }): JSX.Element {
  const others = () => props.seen.teams.filter(({ own }) => !own)
  const other = () => others().find(({ team }) => team.id === props.view.with) ?? others()[0]
  const id = uniqueId()
  return (
    <>
      <div class="multi-head">
        <h2>{t('comparison.way.pair')}</h2>
      </div>
      <Show when={props.seen.from} fallback={<p>{t('comparison.chooseFrom')}</p>}>
        <p class="peer-of one-row">
          <label for={id}>{t('comparison.with', { team: props.seen.from!.name })}</label>{' '}
          <select id={id} onInput={(event) => props.onView({ with: event.currentTarget.value })}>
            <For each={others()}>
              {({ team }) => (
                <option value={team.id} selected={team.id === other()?.team.id}>
                  {team.name}
                </option>
              )}
            </For>
          </select>
        </p>
        <Show when={other()} keyed>
          {(one) => (
            <>
              <Alike seen={props.seen} otherId={one.team.id} />
              <PairTable seen={props.seen} otherId={one.team.id} />
            </>
          )}
        </Show>
      </Show>
    </>
  )
}

/** Whether the two are peers, by what counts here, said of each circumstance. */
function Alike(props: { seen: Seen; otherId: string }): JSX.Element {
  const other = () => seenTeam(props.seen, props.otherId)
  const facts = () =>
    props.seen.alike.map(({ variable }) => {
      const [a, b] = [props.seen.from?.situation, other().team.situation].map((one) => situationWords(one, variable))
      return t('comparison.alikeFact', {
        variable: variableWords([variable]),
        one: a || t('ui.missing.unknown'),
        other: b || t('ui.missing.unknown'),
      })
    })
  return (
    <p class="note">
      {asideWords(other().likeness) || t('comparison.arePeers')}
      <Show when={facts().length > 0}> ({facts().join('; ')})</Show>.
    </p>
  )
}

function PairTable(props: { seen: Seen; otherId: string }): JSX.Element {
  const names = () => [props.seen.from!.name, seenTeam(props.seen, props.otherId).team.name] as const
  const figure = (row: SeenRow, teamId: string) => {
    const cell = cellOf(row, teamId)
    const beside = cell ? [countedWords(row.indicator, cell), between(row.indicator, cell)].filter(Boolean) : []
    return (
      <Show when={cell}>
        <b>{cellWords(row.indicator, cell!)}</b> <span class="meta">{beside.join('; ')}</span>
      </Show>
    )
  }
  const columns = (): readonly Column<SeenRow>[] => [
    {
      head: t('record.indicator'),
      isHead: true,
      cell: (row) => (
        <>
          {titleOf(row.indicator)} <span class="meta">{periodWords(row.period)}</span>
        </>
      ),
    },
    { head: names()[0], cell: (row) => figure(row, props.seen.from!.id) },
    { head: names()[1], cell: (row) => figure(row, props.otherId) },
    { head: t('comparison.canBe'), cell: (row) => <Verdict seen={props.seen} row={row} otherId={props.otherId} /> },
  ]
  return (
    <Table
      caption={t('comparison.pairCaption', { one: names()[0], other: names()[1] })}
      stack
      class="pair-table"
      columns={columns()}
      rows={props.seen.rows}
    />
  )
}

const between = (indicator: Indicator, cell: ShownCell): string =>
  cell.interval ? t('comparison.liesBetween', { between: intervalWords(indicator, cell) }) : ''

const marks = { comparable: 'full', comparable_with_note: 'half', not_comparable: 'struck' } as const

function Verdict(props: { seen: Seen; row: SeenRow; otherId: string }): JSX.Element {
  const cell = () => cellOf(props.row, props.otherId)
  const verdict = () => cell() && pairVerdict(props.seen, props.row, cell()!)
  return (
    <Show when={verdict()}>
      {(pair) => (
        <>
          <State mark={marks[pair().kind]}>{t(`comparison.kind.${pair().kind}`)}</State>
          <Show when={pair().reasons.length > 0}>
            <p>{t('comparison.why', { reasons: becauseWords(pair().reasons) })}</p>
          </Show>
          <Show when={pair().kind !== 'not_comparable'}>
            <p>{distanceWords(props.seen, props.row, cell()!)}</p>
          </Show>
        </>
      )}
    </Show>
  )
}

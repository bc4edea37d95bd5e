import { type JSX, Show } from 'solid-js'
import { type Cell, comparedFigure } from '../../../shared/comparison.ts'
import { type Change, type Effect, isPeer, type PeerChange } from '../../../shared/effect.ts'
import type { Indicator } from '../../../shared/record.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { formatNumber, t } from '../../text.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { becauseWords } from '../comparison-words.ts'
import { figureWords, gapWords, periodWords, reasonWords, silenceWords, titleOf } from '../words.ts'
import { EffectChart } from './effect-chart.tsx'

interface Line {
  teamId: string
  change: Change
  peer?: PeerChange | undefined
}

/** Before and after of the team on trial, and of everyone else beside it. */
export function EffectTable(props: {
  effect: Effect
  indicator: Indicator
  periods: readonly [before: string, after: string]
}): JSX.Element {
  const lines = (): Line[] => [
    { teamId: props.effect.own.teamId, change: props.effect.own },
    ...props.effect.peers.map((peer) => ({ teamId: peer.teamId, change: peer, peer })),
  ]
  return (
    <>
      <h3>{titleOf(props.indicator)}</h3>
      <EffectChart {...props} />
      <Table
        caption={titleOf(props.indicator)}
        hideCaption
        class="records"
        columns={columnsOf(props.indicator, props.periods)}
        rows={lines()}
        rowClass={(line) => (line.peer ? undefined : 'own')}
      />
      <p class="note">{sumWords(props.indicator, props.effect)}</p>
    </>
  )
}

const columnsOf = (indicator: Indicator, [before, after]: readonly [string, string]): readonly Column<Line>[] => [
  { head: t('strategy.team'), isHead: true, cell: (line) => <TeamName line={line} /> },
  {
    head: periodWords(before),
    numeric: true,
    cell: (line) => <FigureCell indicator={indicator} cell={line.change.before} />,
  },
  {
    head: periodWords(after),
    numeric: true,
    cell: (line) => <FigureCell indicator={indicator} cell={line.change.after} />,
  },
  { head: t('strategy.change'), cell: (line) => moveWords(indicator, line.change) },
]

function TeamName(props: { line: Line }): JSX.Element {
  const agreement = useAgreement()
  const name = () => agreement().teams.find((team) => team.id === props.line.teamId)?.name ?? ''
  return (
    <>
      {name()} <span>{props.line.peer ? peerWords(props.line.peer) : t('strategy.onTrial')}</span>
    </>
  )
}

/** What a team's record is to that of the team on trial. */
export function peerWords(peer: PeerChange): string {
  if (peer.beside.kind === 'not_comparable') return t('ui.notComparable', { reason: becauseWords(peer.beside.reasons) })
  if (!peer.similar) return t('strategy.notAlike')
  return isPeer(peer) && peer.beside.kind === 'comparable' ? t('strategy.peer') : t('strategy.peerNoted')
}

function FigureCell(props: { indicator: Indicator; cell: Cell }): JSX.Element {
  const figure = () => comparedFigure(props.indicator, props.cell)
  return (
    <Show when={figure() !== undefined} fallback={<span class="meta">{silenceWords(props.cell)}</span>}>
      <b>{figureWords(props.indicator, figure()!)}</b>{' '}
      <Show when={props.indicator.denominatorId && props.cell.of !== undefined}>
        <span class="of">
          {t('record.outOf', { value: formatNumber(props.cell.value!), of: formatNumber(props.cell.of!) })}
        </span>
      </Show>
    </Show>
  )
}

/** How a figure moved: by how much, and whether that is more than chance makes. */
export function moveWords(indicator: Indicator, { by, moved, verdict, before, after }: Change): string {
  if (by === undefined || moved === 'cannot_be_said') {
    const own = [before, after].flatMap((cell) => (cell.verdict.comparable ? [] : [cell.verdict.because]))
    return t('strategy.move.cannot_be_said', {
      reason: verdict.reasons.length > 0 ? becauseWords(verdict.reasons) : reasonWords(own[0] ?? 'no_figure'),
    })
  }
  return t(`strategy.move.${moved}`, { by: signed(indicator, by) })
}

export const signed = (indicator: Indicator, by: number): string =>
  `${by < 0 ? '−' : by > 0 ? '+' : ''}${gapWords(indicator, Math.abs(by))}`

/** What the figures come to in one sentence: the team's own move beside what happened anyway. */
export function sumWords(indicator: Indicator, { own, peersBy }: Effect): string {
  const mine = moveWords(indicator, own)
  return peersBy === undefined
    ? t('strategy.sumAlone', { own: mine })
    : t('strategy.sum', { own: mine, peers: signed(indicator, peersBy) })
}

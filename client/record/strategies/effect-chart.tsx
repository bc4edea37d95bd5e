import { createMemo, type JSX, Show } from 'solid-js'
import { slopeOf } from '../../../shared/charts/slope.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { type Effect, isPeer, type PeerChange } from '../../../shared/effect.ts'
import { type Indicator, inPercent } from '../../../shared/record.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { SlopeChart, type SlopeTeam } from '../charts/slope-chart.tsx'
import { figureWords, periodWords, titleOf } from '../words.ts'

interface Line {
  team: SlopeTeam
  before: number
  now: number
}

/** From before to after, a line a team: the table beneath says the same. Nothing where there are no two figures. */
export function EffectChart(props: {
  effect: Effect
  indicator: Indicator
  periods: readonly [before: string, after: string]
}): JSX.Element {
  const agreement = useAgreement()
  const words = (figure: number) => figureWords(props.indicator, figure)
  const lineOf = (change: Effect['own'] | PeerChange): Line[] => {
    const [before, now] = [
      comparedFigure(props.indicator, change.before),
      comparedFigure(props.indicator, change.after),
    ]
    const own = !('beside' in change)
    if (change.moved === 'cannot_be_said' || before === undefined || now === undefined) return []
    const name = agreement().teams.find((team) => team.id === change.teamId)?.name ?? ''
    const weight = own ? ('own' as const) : isPeer(change) ? ('peer' as const) : ('aside' as const)
    return [{ team: { id: change.teamId, name, weight, before: words(before), now: words(now) }, before, now }]
  }
  const lines = createMemo(() => [props.effect.own, ...props.effect.peers].flatMap(lineOf))
  const teams = () => new Map(lines().map(({ team }) => [team.id, team]))
  const slope = () =>
    slopeOf(
      lines().map(({ team, before, now }) => ({ id: team.id, before, now })),
      new Set(lines().map(({ team }) => team.id)),
      inPercent(props.indicator),
    )
  return (
    <Show when={lines().length > 0}>
      <SlopeChart
        label={t('strategy.chart', { indicator: titleOf(props.indicator) })}
        from={periodWords(props.periods[0])}
        to={periodWords(props.periods[1])}
        slope={slope()}
        teams={teams()}
      />
    </Show>
  )
}

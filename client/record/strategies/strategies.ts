import type { Effect } from '../../../shared/effect.ts'
import type { Mark } from '../../../shared/marks.ts'
import type { FloorState, StrategyState, StrategyVerdict } from '../../../shared/strategy.ts'
import { api, call } from '../../api.ts'

export const loadStrategies = (
  agreementId: string,
  asked: { words?: string | undefined; state?: string | undefined },
) =>
  call(
    api.api.agreements[':agreementId'].strategies.$get({
      param: { agreementId },
      query: {
        ...(asked.words && { words: asked.words }),
        ...(asked.state && { state: asked.state as StrategyState }),
      },
    }),
  )
export const loadStrategy = (id: string) => call(api.api.strategies[':id'].$get({ param: { id } }))
export const loadEffects = (id: string): Promise<Effect[]> =>
  call(api.api.strategies[':id'].figures.$get({ param: { id } })) as never

export type Strategy = Awaited<ReturnType<typeof loadStrategy>>
export type Judgement = Strategy['judgements'][number]
export type Floor = Strategy['floors'][number]

export const stateMarks: Record<StrategyState, Mark> = { on_trial: 'half', worked: 'full', failed: 'struck' }
export const verdictMarks: Record<StrategyVerdict, Mark> = { worked: 'full', did_not: 'struck', not_yet_known: 'half' }
export const floorMarks: Record<FloorState, Mark> = {
  asked: 'empty',
  adopting: 'half',
  in_use: 'full',
  explained: 'sealed',
}

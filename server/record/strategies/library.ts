import type { Actor } from '../../../shared/agreement.ts'
import { type StrategyState, saysAll, strategyStates } from '../../../shared/strategy.ts'
import type { Reader } from '../../db/database.ts'
import { indicatorsOf } from '../indicators.ts'
import { listStrategies, type Strategy } from './strategies.ts'

/** The strategies that say all the words that are looked for, in whatever place; of some states only where these are named. */
export async function searchLibrary(
  db: Reader,
  actor: Actor,
  agreementId: string,
  asked: { words?: string | undefined; states?: readonly StrategyState[] | undefined },
): Promise<Strategy[]> {
  const { words = '', states = strategyStates } = asked
  const all = (await listStrategies(db, actor, agreementId)).filter(({ state }) => states.includes(state))
  if (words.trim() === '') return all
  const titles = new Map((await indicatorsOf(db, agreementId)).map(({ id, title }) => [id, title]))
  return all.filter((strategy) => saysAll(textsOf(strategy, titles), words))
}

const textsOf = (strategy: Strategy, titles: ReadonlyMap<string, string>): string[] => [
  strategy.title,
  strategy.hypothesis,
  strategy.practice,
  strategy.situation,
  strategy.team,
  ...strategy.indicatorIds.map((id) => titles.get(id) ?? ''),
  ...strategy.judgements.flatMap(({ reasons, dissents }) => [reasons, ...dissents.map(({ reason }) => reason)]),
]

import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import {
  type Effect,
  effectOf,
  type GapClosing,
  type Question,
  questionOf,
  type VoiceAnswer,
} from '../../../shared/gap.ts'
import { newId } from '../../../shared/ids.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { closeDuty } from '../../notice/duties.ts'
import { askToAdopt } from './adopting.ts'
import { findGap, type Gap, moveGap } from './gaps.ts'
import { extendGapChain, tellOfGap } from './telling.ts'
import { tallyOf } from './voices.ts'

/** What the forum decided on a question, once it was put on record. */
export interface Decision {
  question: Question
  round: number
  answer: VoiceAnswer
  entitled: number
  /** The voices that were counted. */
  heard: string[]
  at: Instant
}

/**
 * Puts on record what the voices have decided, with everything that was said against it. Whoever records it decides
 * nothing: while the voices are open it is refused, and what they say has one consequence each.
 */
export async function decideGap(trx: Trx, actor: Actor, id: string, now: Instant): Promise<Gap> {
  const gap = await findGap(trx, actor, id)
  demand(actor, 'gap.decide', { agreementId: gap.agreementId, state: gap.state })
  const question = questionOf(gap.state)!
  const { voices, said, outcome } = await tallyOf(trx, gap)
  const move = outcome && effectOf(question, outcome)
  if (!move) throw new Refused('gap_undecided', { voices: voices.length, said: said.length })
  const decided = await moveGap(trx, gap, move, now, {
    ...(move === 'doubt' && { round: gap.round + 1 }),
    ...(move === 'verify' && { closing: JSON.stringify({ by: 'forum', at: now } satisfies GapClosing) }),
  })
  await keepDecision(trx, actor, gap, {
    question,
    round: gap.round,
    answer: outcome,
    entitled: voices.length,
    heard: said.map(({ voice }) => voice),
    at: now,
  })
  for (const kind of ['gap.explain', 'gap.speak', 'gap.decide']) await closeDuty(trx, kind, id, now)
  if (move === 'verify') await closeDuty(trx, 'adoption.report', id, now)
  const count = (answer: VoiceAnswer) => said.filter((one) => one.answer === answer).length
  const voted = { accepting: count('accept'), refusing: count('refuse'), voices: voices.length }
  await tellOfGap(trx, actor, decided, toldAs[move], { question, ...voted, dueOn: decided.dueOn }, now)
  await extendGapChain(trx, decided, move === 'accept' || move === 'refuse' ? 'decision' : 'adoption', now)
  if (decided.state === 'adopting') await askToAdopt(trx, decided, now)
  return decided
}

const toldAs = {
  accept: 'gap.accepted',
  refuse: 'gap.refused',
  verify: 'adoption.closed',
  doubt: 'adoption.doubted',
} as const satisfies Record<Effect, string>

export async function decisionsOn(db: Reader, gapId: string): Promise<Decision[]> {
  const rows = await db.selectFrom('gap_decision').selectAll().where('gap_id', '=', gapId).orderBy('at').execute()
  return rows.map(({ question, round, answer, entitled, heard, at }) => ({
    question: question as Question,
    round,
    answer: answer as VoiceAnswer,
    entitled,
    heard: JSON.parse(heard),
    at,
  }))
}

const keepDecision = (trx: Trx, actor: Actor, gap: Gap, { heard, ...decision }: Decision) =>
  trx
    .insertInto('gap_decision')
    .values({
      id: newId(Date.parse(decision.at)),
      gap_id: gap.id,
      person_id: actor.personId,
      heard: JSON.stringify(heard),
      ...decision,
    })
    .execute()

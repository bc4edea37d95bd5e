import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Evidence } from '../../../shared/evidence.ts'
import type { ExplanationForm } from '../../../shared/gap-forms.ts'
import { newId } from '../../../shared/ids.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { closeDuty } from '../../notice/duties.ts'
import { findGap, type Gap, moveGap } from './gaps.ts'
import { extendGapChain, tellOfGap } from './telling.ts'
import { askVoices, tallyOf } from './voices.ts'

/** Why a team's record is worse, in its own words and with what shows it. */
export interface Explanation {
  number: number
  body: string
  evidence: Evidence[]
  /** Given after the time for it was over. */
  late: boolean
  at: Instant
}

/**
 * The team explains itself, also when the time for it is over: late is better than never, and is said. Once somebody has
 * spoken on an explanation there is no other, so that all speak on the same one.
 */
export async function explainGap(
  trx: Trx,
  actor: Actor,
  id: string,
  form: ExplanationForm,
  now: Instant,
): Promise<Gap> {
  const gap = await findGap(trx, actor, id)
  demand(actor, 'gap.explain', { agreementId: gap.agreementId, state: gap.state, teamId: gap.team.id })
  if (gap.state === 'explained' && (await tallyOf(trx, gap)).said.length > 0) throw new Refused('gap_spoken')
  const before = await explanationsOf(trx, id)
  const late = gap.state === 'overdue'
  await trx
    .insertInto('gap_explanation')
    .values({
      id: newId(Date.parse(now)),
      gap_id: id,
      number: before.length + 1,
      body: form.body,
      evidence: JSON.stringify(form.evidence),
      late: late ? 1 : 0,
      person_id: actor.personId,
      at: now,
    })
    .execute()
  const explained = await moveGap(trx, gap, 'explain', now)
  for (const kind of ['gap.explain', 'gap.speak', 'gap.decide']) await closeDuty(trx, kind, id, now)
  await tellOfGap(trx, actor, explained, 'gap.explained', { explanation: before.length + 1, late }, now)
  await extendGapChain(trx, explained, 'explanation', now)
  await askVoices(trx, explained, now)
  return explained
}

export async function explanationsOf(db: Reader, gapId: string): Promise<Explanation[]> {
  const rows = await db
    .selectFrom('gap_explanation')
    .selectAll()
    .where('gap_id', '=', gapId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, body, evidence, late, at }) => ({
    number,
    body,
    evidence: JSON.parse(evidence),
    late: late === 1,
    at,
  }))
}

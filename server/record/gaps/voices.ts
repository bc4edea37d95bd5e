import type { Actor, Seat } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { effectOf, outcomeOf, type Question, questionOf, seatOfVoices, type VoiceAnswer } from '../../../shared/gap.ts'
import type { VoiceForm } from '../../../shared/gap-forms.ts'
import { isConcerned } from '../../../shared/permissions.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { recordAct } from '../../ledger/acts.ts'
import { closeDuty, openDuty } from '../../notice/duties.ts'
import { concernedBy, findGap, type Gap, gapFacts, gapPath } from './gaps.ts'

/** One that may speak on a gap: a delegation, or a person where the charter lets persons decide. */
export interface Voice {
  id: string
  delegationId?: string | undefined
  personId?: string | undefined
  name: string
}

/**
 * Who decides on this gap: everyone in the seats that the charter names, without those of the team's party and without
 * the team's own people in whatever other seat (R50). A delegation of which nobody is left has no voice.
 */
export async function voicesOf(db: Reader, gap: Gap): Promise<Voice[]> {
  const rows = await seatRows(db, gap)
  const own = new Set(
    rows.filter((row) => isConcerned(seatIn(row), { concerned: concernedBy(gap) })).map((row) => row.person_id),
  )
  const kind = seatOfVoices[gap.rules.decidedBy]
  const voices = new Map<string, Voice>()
  for (const row of rows) {
    if (row.kind !== kind || own.has(row.person_id)) continue
    if (kind !== 'delegate') voices.set(row.person_id, { id: row.person_id, personId: row.person_id, name: row.name })
    else if (row.delegation_id && gap.rules.sides.some((side) => side === row.side))
      voices.set(row.delegation_id, { id: row.delegation_id, delegationId: row.delegation_id, name: row.mark ?? '' })
  }
  return [...voices.values()]
}

const seatRows = (db: Reader, { agreementId }: Gap) =>
  db
    .selectFrom('seat')
    .innerJoin('person', 'person.id', 'seat.person_id')
    .leftJoin('delegation', 'delegation.id', 'seat.delegation_id')
    .select(['seat.kind', 'seat.person_id', 'seat.delegation_id', 'seat.team_id', 'person.name'])
    .select(['delegation.party_id', 'delegation.side', 'delegation.mark'])
    .where('seat.agreement_id', '=', agreementId)
    .where('seat.ended_at', 'is', null)
    .orderBy('delegation.mark')
    .orderBy('seat.id')
    .execute()

const seatIn = (row: { party_id: string | null; team_id: string | null }): Pick<Seat, 'partyId' | 'teamId'> => ({
  partyId: row.party_id ?? undefined,
  teamId: row.team_id ?? undefined,
})

/** What a rule asks of a voice on this gap: the state, whose case it is, and which seats decide. */
export const speaking = (gap: Gap) => ({
  agreementId: gap.agreementId,
  state: gap.state,
  concerned: concernedBy(gap),
  deciding: seatOfVoices[gap.rules.decidedBy],
})

/** Says on the question that is open what a delegation, or a person, answers; it may be said otherwise until the decision. */
export async function speakOnGap(trx: Trx, actor: Actor, id: string, said: VoiceForm, now: Instant): Promise<void> {
  const gap = await findGap(trx, actor, id)
  demand(actor, 'gap.speak', speaking(gap))
  const question = questionOf(gap.state)!
  if (!effectOf(question, said.answer)) throw new Refused('gap_unexplained')
  const voice = await ownVoice(trx, actor, gap)
  const row = { person_id: actor.personId, answer: said.answer, reason: said.reason, at: now }
  const { delegationId } = voice
  const place = { gap_id: id, question, round: gap.round, voice: voice.id, delegation_id: delegationId ?? null }
  await trx
    .insertInto('gap_voice')
    .values({ ...place, ...row })
    .onConflict((conflict) => conflict.columns(['gap_id', 'question', 'round', 'voice']).doUpdateSet(row))
    .execute()
  const body = { ...gapFacts(gap), question, answer: said.answer, reason: said.reason, voice: voice.name }
  await recordAct(trx, actor, { agreementId: gap.agreementId, kind: 'gap.spoken', subject: id, body }, now)
  await closeDuty(trx, 'gap.speak', id, now, { delegationId, personId: voice.personId })
  await askToDecide(trx, gap, now)
}

/** Through which voice the person speaks; one of a recused delegation has none, whatever seat it is. */
async function ownVoice(trx: Trx, actor: Actor, gap: Gap): Promise<Voice> {
  const delegations = actor.seats.filter((seat) => seat.kind === 'delegate').map((seat) => seat.delegationId)
  const voice = (await voicesOf(trx, gap)).find(
    (one) => one.personId === actor.personId || (one.delegationId && delegations.includes(one.delegationId)),
  )
  if (!voice) throw new Refused('not_asked')
  return voice
}

/** What was said on a question, in the order in which it was said. */
export interface Said {
  voice: string
  delegationId?: string | undefined
  question: Question
  round: number
  answer: VoiceAnswer
  reason: string
  at: Instant
}

export async function saidOn(db: Reader, gapId: string): Promise<Said[]> {
  const rows = await db
    .selectFrom('gap_voice')
    .selectAll()
    .where('gap_id', '=', gapId)
    .orderBy('at')
    .orderBy('voice')
    .execute()
  return rows.map((row) => ({
    voice: row.voice,
    delegationId: row.delegation_id ?? undefined,
    question: row.question as Question,
    round: row.round,
    answer: row.answer as VoiceAnswer,
    reason: row.reason,
    at: row.at,
  }))
}

/** Where the open question stands: who may speak, and what follows from what was said; a voice that is gone is not counted. */
export async function tallyOf(
  db: Reader,
  gap: Gap,
): Promise<{ voices: Voice[]; said: Said[]; outcome: VoiceAnswer | undefined }> {
  const question = questionOf(gap.state)
  const voices = question ? await voicesOf(db, gap) : []
  const entitled = new Set(voices.map((voice) => voice.id))
  const all = question ? await saidOn(db, gap.id) : []
  const said = all.filter((one) => one.question === question && one.round === gap.round && entitled.has(one.voice))
  const answers = said.map((one) => one.answer)
  return { voices, said, outcome: outcomeOf(gap.rules.acceptance, voices.length, answers) }
}

/** A question is open: it waits on every voice. */
export async function askVoices(trx: Trx, gap: Gap, now: Instant): Promise<void> {
  const about = { agreementId: gap.agreementId, subject: gap.id, path: gapPath(gap) }
  const detail = { ...gapFacts(gap), question: questionOf(gap.state) }
  for (const { delegationId, personId } of await voicesOf(trx, gap)) {
    const bearer = delegationId ? { seat: 'delegate' as const, delegationId } : { personId: personId! }
    await openDuty(trx, { ...about, kind: 'gap.speak', bearer, dueOn: gap.dueOn, detail }, now)
  }
}

/** Once the voices have decided, it waits on the secretariat to put it on record; not any more where one took it back. */
async function askToDecide(trx: Trx, gap: Gap, now: Instant): Promise<void> {
  const { outcome } = await tallyOf(trx, gap)
  if (!outcome) return closeDuty(trx, 'gap.decide', gap.id, now)
  const about = { agreementId: gap.agreementId, subject: gap.id, path: gapPath(gap), detail: gapFacts(gap) }
  await openDuty(trx, { ...about, kind: 'gap.decide', bearer: { seat: 'secretariat' }, dueOn: gap.dueOn }, now)
}

import { dayOf, daysBetween, type Instant } from '../../../shared/dates.ts'
import { leftEmpty, sectionsOf } from '../../../shared/disclosure.ts'
import type { FaultDetail, FaultKind } from '../../../shared/disclosure-fault.ts'
import { opensOn } from '../../../shared/forum.ts'
import { newId } from '../../../shared/ids.ts'
import { teamsOf } from '../../agreement/agreements.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Trx } from '../../db/database.ts'
import type { Forum } from '../../forum/forums.ts'
import { recordAct } from '../../ledger/acts.ts'
import { getMethod } from '../methods.ts'
import { wordsOf } from '../words.ts'
import { faultFacts, faultsOf } from './faults.ts'
import type { DisclosureFaultRow } from './table.ts'
import { bringToForum, hearTeam } from './telling.ts'

/** The filing came after the day for which the comparison was planned, though before it opened: noted at that instant. */
export async function noteLate(
  trx: Trx,
  { forum, teamId, id }: { forum: Forum; teamId: string; id: string },
  now: Instant,
): Promise<void> {
  const due = opensOn(forum.stages, 'comparison')
  const days = due ? daysBetween(due, dayOf(now)) : 0
  if (days > 0) await noteFault(trx, forum, { teamId, disclosureId: id, kind: 'late', detail: { days } }, now)
}

/** The comparison opens, and these teams have filed nothing. */
export async function noteMissing(trx: Trx, forum: Forum, filed: ReadonlySet<string>, now: Instant): Promise<void> {
  for (const { id: teamId } of await teamsOf(trx, forum.agreementId))
    if (!filed.has(teamId)) await noteFault(trx, forum, { teamId, kind: 'missing', detail: {} }, now)
}

/** What the charter asks for and an opened disclosure leaves empty. Before the opening nobody could know. */
export async function noteIncomplete(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  const charter = (await charterOf(trx, forum.agreementId)).body
  const rows = await trx
    .selectFrom('disclosure')
    .select(['id', 'team_id', 'method_id'])
    .where('forum_id', '=', forum.id)
    .where('filed_at', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { id, team_id: teamId, method_id: methodId } of rows) {
    const { sections } = await wordsOf(trx, id)
    const method = methodId ? await getMethod(trx, methodId) : undefined
    const asksMethod = charter.publicity.disclosed.includes('method')
    const empty = [...(asksMethod && !method ? ['method'] : []), ...leftEmpty(sectionsOf(charter), sections)]
    if (empty.length > 0)
      await noteFault(trx, forum, { teamId, disclosureId: id, kind: 'incomplete', detail: { empty } }, now)
  }
}

async function noteFault(
  trx: Trx,
  forum: Forum,
  found: { teamId: string; disclosureId?: string; kind: FaultKind; detail: FaultDetail },
  now: Instant,
): Promise<void> {
  const row: DisclosureFaultRow = {
    id: newId(Date.parse(now)),
    agreement_id: forum.agreementId,
    forum_id: forum.id,
    team_id: found.teamId,
    disclosure_id: found.disclosureId ?? null,
    kind: found.kind,
    state: 'recorded',
    detail: JSON.stringify(found.detail),
    ...unsaid,
    at: now,
  }
  await trx.insertInto('disclosure_fault').values(row).execute()
  const fault = (await faultsOf(trx, forum.id)).find(({ id }) => id === row.id)!
  const body = { ...faultFacts(fault), ...found.detail }
  await recordAct(
    trx,
    undefined,
    { agreementId: forum.agreementId, kind: 'fault.recorded', subject: row.id, body },
    now,
  )
  await hearTeam(trx, fault, now)
  // What was only left out is told; what was not there in time comes before the forum.
  if (fault.kind !== 'incomplete') await bringToForum(trx, fault, now)
}

export const unsaid: Omit<
  DisclosureFaultRow,
  'id' | 'agreement_id' | 'forum_id' | 'team_id' | 'disclosure_id' | 'kind' | 'state' | 'detail' | 'at'
> = {
  statement: '',
  evidence: '[]',
  alleged_by: null,
  reply: null,
  replied_by: null,
  replied_at: null,
  reasons: null,
  decided_by: null,
  decided_at: null,
}

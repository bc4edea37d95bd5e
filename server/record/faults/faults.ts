import type { Actor } from '../../../shared/agreement.ts'
import type { Day, Instant } from '../../../shared/dates.ts'
import {
  type FaultDetail,
  type FaultKind,
  type FaultState,
  faultDetail,
  heardUntil,
  judgeOf,
} from '../../../shared/disclosure-fault.ts'
import type { Evidence } from '../../../shared/evidence.ts'
import { Refused } from '../../../shared/refusals.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Reader } from '../../db/database.ts'
import { forumPath } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import type { DisclosureFaultRow } from './table.ts'

/** A finding on a disclosure: that it came late, is missing or incomplete, or is said to be false. */
export interface Fault {
  id: string
  agreementId: string
  agreementSlug: string
  forumId: string
  forumLabel: string
  team: { id: string; name: string; partyId?: string | undefined }
  disclosureId?: string | undefined
  kind: FaultKind
  state: FaultState
  detail: FaultDetail
  statement: string
  evidence: Evidence[]
  /** Who alleges it; absent where the clock found it. */
  allegedBy?: { id: string; name: string } | undefined
  at: Instant
  reply?: string | undefined
  repliedAt?: Instant | undefined
  /** The team is heard until this day; before it, or its reply, nothing is decided. */
  heardUntil: Day
  reasons?: string | undefined
  decidedBy?: string | undefined
  decidedAt?: Instant | undefined
}

/** Every finding on the disclosures of a forum, oldest first. */
export async function listFaults(db: Reader, actor: Actor, forumId: string): Promise<Fault[]> {
  const forum = await db.selectFrom('forum').select('agreement_id').where('id', '=', forumId).executeTakeFirst()
  demand(actor, 'fault.read', { agreementId: forum?.agreement_id })
  if (!forum) throw new Refused('not_found')
  return faultsOf(db, forumId)
}

/** The same without asking for permission: for what is public. */
export async function faultsOf(db: Reader, forumId: string): Promise<Fault[]> {
  const rows = await faultRows(db)
    .where('fault.forum_id', '=', forumId)
    .orderBy('fault.at')
    .orderBy('team.name')
    .orderBy('fault.id')
    .execute()
  return rows.length === 0 ? [] : withCharter(db, rows)
}

export async function findFault(db: Reader, actor: Actor, id: string): Promise<Fault> {
  const row = await faultRows(db).where('fault.id', '=', id).executeTakeFirst()
  demand(actor, 'fault.read', { agreementId: row?.agreement_id })
  if (!row) throw new Refused('not_found')
  return (await withCharter(db, [row]))[0]!
}

/** What the rules look at when a fault is decided on: whose case it is, and which seat the charter names. */
export async function deciding(db: Reader, fault: Fault) {
  const { agreementId, state, team } = fault
  const judge = judgeOf((await charterOf(db, agreementId)).body)
  return { agreementId, state, concerned: { teamId: team.id, partyId: team.partyId }, deciding: judge }
}

export const faultPath = (fault: Pick<Fault, 'agreementSlug' | 'forumLabel' | 'id'>): string =>
  `${forumPath({ agreementSlug: fault.agreementSlug, label: fault.forumLabel })}/faults#fault-${fault.id}`

/** As it stands on an agenda: names, not a sentence, so that it needs no language. */
export const faultTitle = ({ team, forumLabel }: Fault): string => `${team.name}, ${forumLabel.replace('-', '/')}`

export const faultFacts = ({ team, forumLabel, kind }: Fault) => ({ team: team.name, label: forumLabel, kind })

const faultRows = (db: Reader) =>
  db
    .selectFrom('disclosure_fault as fault')
    .innerJoin('team', 'team.id', 'fault.team_id')
    .innerJoin('forum', 'forum.id', 'fault.forum_id')
    .innerJoin('agreement', 'agreement.id', 'fault.agreement_id')
    .leftJoin('person as alleger', 'alleger.id', 'fault.alleged_by')
    .leftJoin('person as judge', 'judge.id', 'fault.decided_by')
    .selectAll('fault')
    .select(['team.name as team_name', 'team.party_id', 'forum.label', 'agreement.slug'])
    .select(['alleger.name as alleger_name', 'judge.name as judge_name'])

type Row = DisclosureFaultRow & {
  team_name: string
  party_id: string | null
  label: string
  slug: string
  alleger_name: string | null
  judge_name: string | null
}

async function withCharter(db: Reader, rows: readonly Row[]): Promise<Fault[]> {
  const { replyDays } = (await charterOf(db, rows[0]!.agreement_id)).body.deadlines
  return rows.map((row) => fromRow(row, replyDays))
}

const fromRow = (row: Row, replyDays: number): Fault => ({
  id: row.id,
  agreementId: row.agreement_id,
  agreementSlug: row.slug,
  forumId: row.forum_id,
  forumLabel: row.label,
  team: { id: row.team_id, name: row.team_name, partyId: row.party_id ?? undefined },
  disclosureId: row.disclosure_id ?? undefined,
  kind: row.kind as FaultKind,
  state: row.state as FaultState,
  detail: faultDetail.parse(JSON.parse(row.detail)),
  statement: row.statement,
  evidence: JSON.parse(row.evidence),
  allegedBy: row.alleged_by ? { id: row.alleged_by, name: row.alleger_name ?? '' } : undefined,
  at: row.at,
  reply: row.reply ?? undefined,
  repliedAt: row.replied_at ?? undefined,
  heardUntil: heardUntil(row.at, replyDays),
  reasons: row.reasons ?? undefined,
  decidedBy: row.judge_name ?? undefined,
  decidedAt: row.decided_at ?? undefined,
})

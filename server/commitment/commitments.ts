import type { Actor } from '../../shared/agreement.ts'
import type { Day } from '../../shared/dates.ts'
import { type Measure, measure as measureSchema } from '../../shared/plan.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Delegation } from '../agreement/agreements.ts'
import type { Reader } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { agendaOf, type Placement } from './agenda.ts'
import { answeringDelegation } from './answering.ts'
import { type Finding, findingsOf } from './findings.ts'
import { type ProgrammeHead, programmeHead } from './programme-heads.ts'
import { type Report, reportsOf } from './reports.ts'
import type { CommitmentRow } from './table.ts'

/** One measure of a programme: its locked text with all that was said of it since. Nothing in it is ever changed. */
export interface Commitment {
  id: string
  agreementId: string
  programmeId: string
  number: number
  /** The exact content of the locked text: `hash` is the SHA-256 of `hashedMeasure(measure)`. */
  measure: Measure
  hash: string
  partyId: string
  partyName: string
  /** The delegation through which the party answers for it. */
  answeredBy?: string | undefined
  office: string
  startOn: Day
  dueOn: Day
  supersededFrom?: Day | undefined
  /** Oldest first, as are the findings. */
  reports: Report[]
  findings: Finding[]
  /** Where it came before a forum when it was overdue. */
  agenda: Placement[]
}

/** A commitment with the programme that it is part of, and what every delegation said on it for good. */
export interface CommitmentInFull {
  commitment: Commitment
  programme: ProgrammeHead
}

/** The commitment for who may read it; `not_found` for everyone else. */
export async function findCommitment(db: Reader, actor: Actor, id: string): Promise<CommitmentInFull> {
  const full = await getCommitment(db, id)
  demand(actor, 'programme.read', { agreementId: full.commitment.agreementId })
  return full
}

/** The same without asking for permission: for verbs that demand something else of it, for the clock, and for the public. */
export async function getCommitment(db: Reader, id: string): Promise<CommitmentInFull> {
  const row = await db.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refused('not_found')
  const programme = await programmeHead(db, row.programme_id)
  const [commitment] = await withWhatWasSaid(db, programme, [row])
  return { commitment: commitment!, programme }
}

/** The commitments of a programme in the order of its text. */
export async function commitmentsOf(db: Reader, programme: ProgrammeHead): Promise<Commitment[]> {
  const rows = await db
    .selectFrom('commitment')
    .selectAll()
    .where('programme_id', '=', programme.id)
    .orderBy('number')
    .execute()
  return withWhatWasSaid(db, programme, rows)
}

async function withWhatWasSaid(db: Reader, programme: ProgrammeHead, rows: CommitmentRow[]): Promise<Commitment[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const findings = await findingsOf(db, ids)
  const reports = await reportsOf(db, ids, programme.delegations)
  const agenda = await agendaOf(db, 'overdue_commitment', ids)
  return rows.map((row) => ({
    ...fromRow(row, programme.delegations),
    partyName: programme.parties.find((party) => party.id === row.party_id)?.name ?? '',
    supersededFrom: programme.supersededFrom,
    reports: reports.filter((report) => report.commitmentId === row.id),
    findings: findings.filter((finding) => finding.commitmentId === row.id),
    agenda: agenda.filter((place) => place.originId === row.id),
  }))
}

const fromRow = (row: CommitmentRow, delegations: readonly Delegation[]) => ({
  id: row.id,
  agreementId: row.agreement_id,
  programmeId: row.programme_id,
  number: row.number,
  measure: measureSchema.parse(JSON.parse(row.body)),
  hash: row.hash,
  partyId: row.party_id,
  answeredBy: answeringDelegation(delegations, row.party_id)?.id,
  office: row.office,
  startOn: row.start_on,
  dueOn: row.due_on,
})

import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import {
  type DisclosureState,
  type Section,
  type Sections,
  type Sight,
  sectionsOf,
  sightOf,
} from '../../shared/disclosure.ts'
import type { Method } from '../../shared/record.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Reader } from '../db/database.ts'
import { type Amendment, amendmentsOf } from './amendments.ts'
import type { ImportBatch } from './batch-rows.ts'
import { listBatches } from './batches.ts'
import { type Disclosure, findDisclosure } from './disclosures.ts'
import type { Receipt } from './filing.ts'
import { type Filing, filingsOf } from './filings.ts'
import { getMethod } from './methods.ts'
import { countRecords } from './records.ts'
import { wordsOf } from './words.ts'

/** A disclosure as its page shows it, to its team or, once it is open, to everyone of the agreement. */
export interface DisclosureView {
  id: string
  agreementId: string
  forumId: string
  forumLabel: string
  teamId: string
  team: string
  state: DisclosureState
  sight: Sight
  note: string
  sections: Sections
  /** What the charter asks for beside records and method. */
  asked: Section[]
  asksMethod: boolean
  method?: Method | undefined
  records: number
  /** How many of the records are figures; absent where they are sealed and too many to look into. */
  figures?: number | undefined
  filedBy?: string | undefined
  openedAt?: Instant | undefined
  receipt?: Receipt | undefined
  /** Every filing, first to last, and what each changed of the one before. */
  filings: Filing[]
  amendments: Amendment[]
  /** With the tag and the content it makes the hash; for its team, and for all once it is open. */
  salt: string
  /** For its team only. */
  batches: ImportBatch[]
}

export async function viewDisclosure(db: Reader, actor: Actor, id: string): Promise<DisclosureView> {
  const disclosure = await findDisclosure(db, actor, id)
  const { agreementId, forum, teamId, state, openedAt } = disclosure
  const team = await db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirstOrThrow()
  const charter = (await charterOf(db, agreementId)).body
  const filings = await filingsOf(db, id)
  return {
    id,
    agreementId,
    forumId: forum.id,
    forumLabel: forum.label,
    teamId,
    team: team.name,
    state,
    sight: sightOf(actor, disclosure),
    ...(await wordsOf(db, id)),
    asked: sectionsOf(charter),
    asksMethod: charter.publicity.disclosed.includes('method'),
    openedAt,
    method: disclosure.methodId ? await getMethod(db, disclosure.methodId) : undefined,
    ...(await countRecords(db, id)),
    filedBy: disclosure.filedBy && (await nameOf(db, disclosure.filedBy)),
    receipt: await receiptOf(db, disclosure),
    filings,
    amendments: await amendmentsOf(db, disclosure, filings),
    batches: await listBatches(db, actor, id),
  }
}

const nameOf = async (db: Reader, personId: string): Promise<string | undefined> =>
  (await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst())?.name

async function receiptOf(db: Reader, disclosure: Disclosure): Promise<Receipt | undefined> {
  const { id, contentHash, filedAt, filings } = disclosure
  if (!contentHash || !filedAt) return undefined
  const act = await db
    .selectFrom('act')
    .select(['seq', 'hash'])
    .where('subject', '=', id)
    .where('kind', 'in', ['disclosure.filed', 'disclosure.amended'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { disclosureId: id, number: Math.max(filings, 1), contentHash, filedAt, actSeq: act.seq, actHash: act.hash }
}

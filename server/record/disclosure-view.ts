import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { type DisclosureState, type Sight, sightOf } from '../../shared/disclosure.ts'
import type { Method } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import { type ImportBatch, listBatches } from './batches.ts'
import { findDisclosure } from './disclosures.ts'
import type { Receipt } from './filing.ts'
import { getMethod } from './methods.ts'
import { countRecords } from './records.ts'

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
  method?: Method | undefined
  records: number
  figures: number
  filedBy?: string | undefined
  openedAt?: Instant | undefined
  receipt?: Receipt | undefined
  /** With the tag and the content it makes the hash; for its team, and for all once it is open. */
  salt: string
  /** For its team only. */
  batches: ImportBatch[]
}

export async function viewDisclosure(db: Reader, actor: Actor, id: string): Promise<DisclosureView> {
  const disclosure = await findDisclosure(db, actor, id)
  const { agreementId, forum, teamId, state, note, salt, openedAt } = disclosure
  const team = await db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirstOrThrow()
  return {
    id,
    agreementId,
    forumId: forum.id,
    forumLabel: forum.label,
    teamId,
    team: team.name,
    state,
    sight: sightOf(actor, disclosure),
    note,
    salt,
    openedAt,
    method: disclosure.methodId ? await getMethod(db, disclosure.methodId) : undefined,
    ...(await countRecords(db, id)),
    filedBy: disclosure.filedBy && (await nameOf(db, disclosure.filedBy)),
    receipt: await receiptOf(db, disclosure),
    batches: await listBatches(db, actor, id),
  }
}

const nameOf = async (db: Reader, personId: string): Promise<string | undefined> =>
  (await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst())?.name

async function receiptOf(
  db: Reader,
  disclosure: { id: string; contentHash?: string | undefined; filedAt?: Instant | undefined },
): Promise<Receipt | undefined> {
  const { id, contentHash, filedAt } = disclosure
  if (!contentHash || !filedAt) return undefined
  const act = await db
    .selectFrom('act')
    .select(['seq', 'hash'])
    .where('subject', '=', id)
    .where('kind', '=', 'disclosure.filed')
    .executeTakeFirstOrThrow()
  return { disclosureId: id, contentHash, filedAt, actSeq: act.seq, actHash: act.hash }
}

import { type Expression, sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { type Forum, getForum } from '../forum/forums.ts'
import { heldFora, holdOpening, openAt } from '../forum/opening.ts'
import { restoreFiling } from './amending.ts'
import { unsealBatches } from './batch-rows.ts'
import { noteIncomplete } from './faults/noting.ts'
import { proposeGaps } from './gaps/asking.ts'
import { unsealMethods } from './methods.ts'
import { type Said, sealingOf } from './sealing.ts'
import { tellOpened } from './telling.ts'
import { filedWords, unsealWords } from './words.ts'

/** So much is laid open within the stage's own move, a second's work; more of it piece by piece after it. */
const inMove = { pages: 1000, bytes: 1_500_000 }
const inPiece = { pages: 200, bytes: 400_000 }

/**
 * Opens all that was filed for a forum at one instant. Where the records are many, the instant is held back until the
 * last of them is laid open: nobody reads any before everyone can read all.
 */
export async function openFilings(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  for (const row of await filed(trx, forum.id)) if (row.amending) await restoreFiling(trx, row, now)
  const { pages, bytes } = await sizeOf(trx, forum.id)
  if (pages > inMove.pages || bytes > inMove.bytes) return holdOpening(trx, forum.id)
  await openAll(trx, forum, now)
}

/** One piece of what is held back; false where nothing is. Any node may do it, at any time, and again. */
export async function openPiece(db: Database, now: Instant): Promise<boolean> {
  const [forumId] = await heldFora(db.read)
  if (!forumId) return false
  await db.write(async (trx) => {
    const pages = await sealedPages(trx, forumId, inPiece)
    await unsealPages(trx, pages)
    if (pages.length === 0) await openAll(trx, (await getForum(trx, forumId))!, now)
  })
  return true
}

async function openAll(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  await unsealPages(trx, await sealedPages(trx, forum.id, inMove))
  for (const { id, method_id: methodId } of await filed(trx, forum.id)) {
    await unsealWords(trx, id)
    await unsealFilings(trx, id)
    await unsealMethods(trx, methodId ? [methodId] : [])
    await unsealBatches(trx, id)
  }
  await noteIncomplete(trx, forum, now)
  const opened = await openAt(trx, forum.id, now)
  await tellOpened(trx, opened, now)
  await proposeGaps(trx, opened, now)
}

/** Filed disclosures that have a seal: those from before there were seals are in clear already. */
const filed = (db: Reader, forumId: string) =>
  db
    .selectFrom('disclosure')
    .select(['id', 'filings', 'amending', 'method_id'])
    .where('forum_id', '=', forumId)
    .where('filed_at', 'is not', null)
    .where('seal_key', 'is not', null)
    .orderBy('id')
    .execute()

/** Each filing's words and method: amendments are there for all to see. */
async function unsealFilings(trx: Trx, disclosureId: string): Promise<void> {
  const filings = await trx
    .selectFrom('disclosure_filing')
    .selectAll()
    .where('disclosure_id', '=', disclosureId)
    .execute()
  for (const filing of filings) {
    const said = JSON.stringify(await filedWords(trx, filing))
    await trx.updateTable('disclosure_filing').set({ said, sealed: null }).where('id', '=', filing.id).execute()
  }
  await unsealMethods(trx, [...new Set(filings.flatMap((filing) => filing.method_id ?? []))])
}

interface Page {
  disclosure_id: string
  page: number
  bytes: Uint8Array
}

const sealedIn = (db: Reader, forumId: string) =>
  db
    .selectFrom('sealed_page')
    .innerJoin('disclosure', 'disclosure.id', 'sealed_page.disclosure_id')
    .where('disclosure.forum_id', '=', forumId)
    .where('disclosure.filed_at', 'is not', null)
    .where('sealed_page.opened', '=', 0)

async function sizeOf(db: Reader, forumId: string): Promise<{ pages: number; bytes: number }> {
  const { pages, bytes } = await sealedIn(db, forumId)
    .select((q) => [q.fn.countAll<number>().as('pages'), sql<number | null>`sum(length(bytes))`.as('bytes')])
    .executeTakeFirstOrThrow()
  return { pages: Number(pages), bytes: Number(bytes ?? 0) }
}

/** The next pages in their order, the first one and as many after it as fit. */
async function sealedPages(db: Reader, forumId: string, most: { pages: number; bytes: number }): Promise<Page[]> {
  const pages = await sealedIn(db, forumId)
    .select(['sealed_page.disclosure_id', 'sealed_page.page', 'sealed_page.bytes'])
    .orderBy('sealed_page.disclosure_id')
    .orderBy('sealed_page.page')
    .limit(most.pages)
    .execute()
  let bytes = 0
  return pages.filter((page, i) => {
    bytes += page.bytes.length
    return i === 0 || bytes <= most.bytes
  })
}

/** Writes what the filed records say into their columns. What a team never filed stays sealed, and its own. */
async function unsealPages(trx: Trx, pages: readonly Page[]): Promise<void> {
  for (const [disclosureId, own] of Map.groupBy(pages, (page) => page.disclosure_id)) {
    const sealing = await sealingOf(trx, disclosureId)
    const said = own.flatMap(({ page, bytes }) => [...sealing.openPage(page, bytes)])
    for (let at = 0; at < said.length; at += rowsInStatement)
      await writeFiled(trx, said.slice(at, at + rowsInStatement))
    const places = trx.updateTable('sealed_page').where('disclosure_id', '=', disclosureId)
    const numbers = own.map(({ page }) => page)
    await places.set({ opened: 1 }).where('page', 'in', numbers).execute()
  }
}

const rowsInStatement = 500

async function writeFiled(trx: Trx, said: readonly [string, Said][]): Promise<void> {
  const filed = new Set(
    await filedRows(
      trx,
      said.map(([id]) => id),
    ),
  )
  const rows = said.filter(([id]) => filed.has(id))
  if (rows.length > 0) await writeRows(trx, rows)
}

async function filedRows(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('record')
    .select('id')
    .where('id', 'in', ids)
    .where((q) => q.or([q('standing', '=', 1), q('id', 'in', q.selectFrom('filed_record').select('record_id'))]))
    .execute()
  return rows.map((row) => row.id)
}

/** One statement for all rows: one each would take longer than the rest of the opening. */
async function writeRows(trx: Trx, rows: readonly [string, Said][]): Promise<void> {
  const given = sql.join(
    rows.map(([id, { value, missing, unit, raw, note, why }]): Expression<unknown> => {
      const figure = sql`cast(${value} as double precision)`
      return sql`(${id}, ${figure}, ${text(missing)}, ${text(unit)}, ${text(raw)}, ${text(note)}, ${text(why)})`
    }),
  )
  await sql`
    update record set value = given.column2, missing = given.column3, unit = given.column4, raw = given.column5,
      note = given.column6, why = given.column7, page = null
    from (values ${given}) as given where record.id = given.column1`.execute(trx)
}

const text = (value: string | null) => sql`cast(${value} as text)`

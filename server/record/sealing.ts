import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Reader, Trx } from '../db/database.ts'
import { sealKeyOf } from '../db/seal-key.ts'
import type { RecordRow } from './table.ts'

/** What a record says: the part of its row that is sealed. */
export type Said = Pick<RecordRow, 'value' | 'missing' | 'unit' | 'raw' | 'note' | 'why'>
export const unsaid: Said = { value: null, missing: null, unit: null, raw: '', note: '', why: '' }

/**
 * Seals and opens what one disclosure says, under the disclosure's own key. Each thing that is sealed is bound to its
 * place: bytes that were moved, cut or changed do not open.
 */
export interface Sealing {
  sealText(place: string, text: string): Uint8Array
  openText(place: string, bytes: Uint8Array): string
  /** Rows are sealed a page at a time: by itself each would cost more than all else that is done with it. */
  sealPage(page: number, rows: readonly (Said & { id: string })[]): Uint8Array
  openPage(page: number, bytes: Uint8Array): Map<string, Said>
}

/** A new seal, and its key as the disclosure's row keeps it: wrapped with the installation's, which is in no database. */
export function newSealing(db: Reader, disclosureId: string): { sealing: Sealing; wrapped: Uint8Array } {
  const key = randomBytes(32)
  return { sealing: sealingBy(key, disclosureId), wrapped: encrypt(sealKeyOf(db), wrapping(disclosureId), key) }
}

/** The seal of one disclosure. Asks no permission: for who knows that the reader may read it. */
export async function sealingOf(db: Reader, disclosureId: string): Promise<Sealing> {
  const { seal_key: wrapped } = await db
    .selectFrom('disclosure')
    .select('seal_key')
    .where('id', '=', disclosureId)
    .executeTakeFirstOrThrow()
  if (!wrapped) throw new Error('this disclosure has no seal')
  return sealingBy(decrypt(sealKeyOf(db), wrapping(disclosureId), wrapped), disclosureId)
}

const wrapping = (disclosureId: string) => `parley/disclosure-key/v1\n${disclosureId}`

function sealingBy(key: Uint8Array, disclosureId: string): Sealing {
  const placed = (place: string) => `parley/seal/v1\n${disclosureId}\n${place}`
  const sealText = (place: string, text: string) => encrypt(key, placed(place), padded(text))
  const openText = (place: string, bytes: Uint8Array) => decrypt(key, placed(place), bytes).toString('utf8').trimEnd()
  return {
    sealText,
    openText,
    sealPage: (page, rows) => sealText(`page ${page}`, JSON.stringify(rows.map(wordsOf))),
    openPage: (page, bytes) =>
      new Map((JSON.parse(openText(`page ${page}`, bytes)) as ReturnType<typeof wordsOf>[]).map(saidIn)),
  }
}

const wordsOf = ({ id, value, missing, unit, raw, note, why }: Said & { id: string }) =>
  [id, value, missing, unit, raw, note, why] as const
const saidIn = ([id, value, missing, unit, raw, note, why]: ReturnType<typeof wordsOf>): [string, Said] => [
  id,
  { value, missing, unit, raw, note, why },
]

/** How many rows one page holds. */
const pageRows = 500

/** Seals what the rows say; they come back as they go into the table, where they only name their page. */
export async function sealRows(trx: Trx, disclosureId: string, rows: readonly RecordRow[]): Promise<RecordRow[]> {
  const sealing = await sealingOf(trx, disclosureId)
  const sealed: RecordRow[] = []
  let page = await lastPage(trx, disclosureId)
  for (let at = 0; at < rows.length; at += pageRows) {
    page += 1
    const together = rows.slice(at, at + pageRows)
    const bytes = sealing.sealPage(page, together)
    await trx.insertInto('sealed_page').values({ disclosure_id: disclosureId, page, bytes, opened: 0 }).execute()
    for (const row of together) sealed.push({ ...row, ...unsaid, page })
  }
  return sealed
}

export async function lastPage(db: Reader, disclosureId: string): Promise<number> {
  const { last } = await db
    .selectFrom('sealed_page')
    .select((q) => q.fn.max<number | null>('page').as('last'))
    .where('disclosure_id', '=', disclosureId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Rows of one disclosure with what they say. Asks no permission: for who knows that the reader may read them. */
export async function openRows<Row extends Said & { id: string; page: number | null }>(
  db: Reader,
  disclosureId: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const places = Map.groupBy(rows.keys(), (at) => rows[at]!.page)
  const pages = [...places.keys()].filter((page) => page !== null).sort((a, b) => a - b)
  const opened = [...rows]
  if (pages.length === 0) return opened
  const sealing = await sealingOf(db, disclosureId)
  for (let at = 0; at < pages.length; at += pagesAtOnce)
    for (const { page, bytes } of await bytesOf(db, disclosureId, pages.slice(at, at + pagesAtOnce))) {
      const said = sealing.openPage(page, bytes)
      for (const place of places.get(page)!) opened[place] = { ...rows[place]!, ...said.get(rows[place]!.id)! }
    }
  return opened
}

/** Few are held at a time: of each only the rows that were asked for are kept. */
const pagesAtOnce = 20

const bytesOf = (db: Reader, disclosureId: string, pages: readonly number[]) =>
  db
    .selectFrom('sealed_page')
    .select(['page', 'bytes'])
    .where('disclosure_id', '=', disclosureId)
    .where('page', 'in', pages)
    .execute()

/** Up to the next multiple of 64 bytes, so that the length tells little; the blanks are taken off again. */
function padded(text: string): Buffer {
  const length = Buffer.byteLength(text)
  return Buffer.from(text + ' '.repeat((64 - (length % 64)) % 64))
}

const nonceLength = 12
const tagLength = 16

/** AES-256-GCM: nonce, ciphertext, tag. The place is authenticated and not kept. */
function encrypt(key: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Uint8Array, place: string, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()])
}

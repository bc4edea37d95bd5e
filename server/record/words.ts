import type { Sections } from '../../shared/disclosure.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Sealing, sealingOf } from './sealing.ts'
import type { DisclosureFilingRow, DisclosureRow } from './table.ts'

/** What a disclosure says beside its records: the team's words, and the salt of its hash. */
export interface Words {
  note: string
  sections: Sections
  salt: string
}

/** The words of a disclosure as its team has them now. Asks no permission: for who knows that the reader may read them. */
export async function wordsOf(db: Reader, disclosureId: string): Promise<Words> {
  const row = await db
    .selectFrom('disclosure')
    .select(['note', 'salt', 'said', 'sealed'])
    .where('id', '=', disclosureId)
    .executeTakeFirstOrThrow()
  return row.sealed
    ? JSON.parse((await sealingOf(db, disclosureId)).openText('words', row.sealed))
    : { note: row.note, salt: row.salt, sections: JSON.parse(row.said) }
}

export async function setWords(trx: Trx, disclosureId: string, words: Words): Promise<void> {
  const sealed = sealedWords(await sealingOf(trx, disclosureId), words)
  await trx.updateTable('disclosure').set(sealed).where('id', '=', disclosureId).execute()
}

/** The columns of a disclosure's row that hold its words while they are sealed. */
export const sealedWords = (
  sealing: Sealing,
  words: Words,
): Pick<DisclosureRow, 'note' | 'salt' | 'said' | 'sealed'> => ({
  note: '',
  salt: '',
  said: '{}',
  sealed: sealing.sealText('words', JSON.stringify(words)),
})

/** Lays the words open, in the row that kept them sealed. */
export async function unsealWords(trx: Trx, disclosureId: string): Promise<void> {
  const { note, salt, sections } = await wordsOf(trx, disclosureId)
  const open = { note, salt, said: JSON.stringify(sections), sealed: null }
  await trx.updateTable('disclosure').set(open).where('id', '=', disclosureId).execute()
}

const filingPlace = (id: string) => `filing ${id}`

/** The same words as they are kept with a filing, for good. */
export async function sealedFiling(
  db: Reader,
  { disclosureId, id }: { disclosureId: string; id: string },
  words: Words,
): Promise<Pick<DisclosureFilingRow, 'said' | 'sealed'>> {
  const sealing = await sealingOf(db, disclosureId)
  return { said: '{}', sealed: sealing.sealText(filingPlace(id), JSON.stringify(words)) }
}

export async function filedWords(
  db: Reader,
  row: Pick<DisclosureFilingRow, 'id' | 'disclosure_id' | 'said' | 'sealed'>,
): Promise<Words> {
  const text = row.sealed
    ? (await sealingOf(db, row.disclosure_id)).openText(filingPlace(row.id), row.sealed)
    : row.said
  return JSON.parse(text)
}

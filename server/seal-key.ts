import { createHmac } from 'node:crypto'
import type { Instant } from '../shared/dates.ts'
import type { Database } from './db/database.ts'
import { findSealKey, type SealKeyPlace, sealKeyFile, sealKeyOf } from './db/seal-key.ts'
import { WrongEnvironment } from './environment.ts'

/**
 * Before anything is served: the key that this node holds is the one that sealed the installation. Another key would
 * seal what no other node, and nobody after the next start, could open.
 */
export async function proveSealKey(db: Database, place: SealKeyPlace, now: Instant): Promise<void> {
  const known = await db.read.selectFrom('seal_mark').select('mark').executeTakeFirst()
  const found = findSealKey(place)
  if (known && !found) throw new WrongEnvironment(`${isSealed} neither ${where(place)} nor PARLEY_SEAL_KEY holds it.`)
  const mark = markOf(sealKeyOf(db.read))
  const kept = known?.mark ?? (await keepMark(db, mark, now))
  if (kept !== mark) throw new WrongEnvironment(`${isSealed} what PARLEY_SEAL_KEY or ${where(place)} holds is another.`)
}

const isSealed = 'This installation is sealed with a key that this node does not have:'
const where = ({ dataDir }: SealKeyPlace): string => sealKeyFile(dataDir)

/** Tells one key from another and nothing about either. */
const markOf = (key: Buffer): string =>
  createHmac('sha256', key).update('parley/seal-mark/v1').digest('hex').slice(0, 32)

/** The mark of whichever node comes first. */
const keepMark = (db: Database, mark: string, now: Instant): Promise<string> =>
  db.write(async (trx) => {
    const row = { id: 1, mark, since: now }
    await trx
      .insertInto('seal_mark')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    return (await trx.selectFrom('seal_mark').select('mark').executeTakeFirstOrThrow()).mark
  })

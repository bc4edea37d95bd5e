import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Reader } from './database.ts'

/** Where the installation's seal key is looked for: given outright, else in a file beside the data. */
export interface SealKeyPlace {
  /** 64 hexadecimal digits. */
  sealKey?: string | undefined
  dataDir: string
}

const keys = new WeakMap<object, () => Buffer>()

/** Every query of one database, in a transaction or not, goes through the same adapter: by it the database is known. */
const databaseOf = (reader: Reader): object => reader.getExecutor().adapter

/** The key is held beside the database and never in it: a copy of the data alone opens nothing that is sealed. */
export function holdSealKey(db: Database, place: SealKeyPlace): void {
  let key: Buffer | undefined
  const held = () => {
    key ??= findSealKey(place) ?? makeSealKey(place)
    return key
  }
  keys.set(databaseOf(db.read), held)
  keys.set(databaseOf(db.writer), held)
}

/** The seal key of the installation whose database this reads. */
export function sealKeyOf(reader: Reader): Buffer {
  const held = keys.get(databaseOf(reader))
  if (!held) throw new Error('this database was opened without a seal key')
  return held()
}

export const sealKeyFile = (dataDir: string): string => join(dataDir, 'seal.key')

export function findSealKey({ sealKey, dataDir }: SealKeyPlace): Buffer | undefined {
  if (sealKey) return Buffer.from(sealKey, 'hex')
  try {
    return keyIn(readFileSync(sealKeyFile(dataDir), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** On the disk before anything is sealed with it; who comes second takes the key that is there. */
function makeSealKey(place: SealKeyPlace): Buffer {
  mkdirSync(place.dataDir, { recursive: true })
  const key = randomBytes(32)
  try {
    const file = openSync(sealKeyFile(place.dataDir), 'wx', 0o600)
    writeSync(file, `${key.toString('hex')}\n`)
    fsyncSync(file)
    closeSync(file)
    return key
  } catch (error) {
    const found = findSealKey(place)
    if (found) return found
    throw error
  }
}

function keyIn(text: string): Buffer {
  const digits = text.trim()
  if (!/^[\da-f]{64}$/i.test(digits)) throw new Error('seal.key does not hold 64 hexadecimal digits')
  return Buffer.from(digits, 'hex')
}

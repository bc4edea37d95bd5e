import { createSignal } from 'solid-js'

/** The texts that this browser keeps for work without a network, by person, document and epoch. */
const prefix = 'parley.live.'

export const keptName = (personId: string, documentId: string, epoch: number): string =>
  `${prefix}${personId}.${documentId}.${epoch}`

const epochKey = (personId: string, documentId: string): string => `${prefix}${personId}.${documentId}`

/** The epoch of the kept text; 0 when nothing is kept. */
export const keptEpoch = (personId: string, documentId: string): number =>
  Number(localStorage.getItem(epochKey(personId, documentId)) ?? 0)

/** The text was begun anew: what is kept of an older epoch stays where it is, and the next opening starts from the server's. */
export function keepEpoch(personId: string, documentId: string, epoch: number | undefined): void {
  if (epoch === undefined) localStorage.removeItem(epochKey(personId, documentId))
  else localStorage.setItem(epochKey(personId, documentId), String(epoch))
}

const choicePrefix = 'parley.keep.'
const [choices, setChoices] = createSignal(0)

/** What the person answered on this device; undefined while it was never asked. Nothing is kept before it was allowed. */
export function keepChoice(personId: string): boolean | undefined {
  choices()
  const answer = localStorage.getItem(choicePrefix + personId)
  return answer === null ? undefined : answer === 'yes'
}

export function chooseToKeep(personId: string, keep: boolean): void {
  localStorage.setItem(choicePrefix + personId, keep ? 'yes' : 'no')
  setChoices((count) => count + 1)
}

/** Where a kept text says how many of its changes the server is not known to have; each page that wrote says its own. */
export const unsentKey = (device: string): string => `waiting.${device}`

/** What earlier pages left unsent, by their keys. */
export async function readUnsent(database: IDBDatabase): Promise<Map<string, number>> {
  if (!database.objectStoreNames.contains('custom')) return new Map()
  const store = database.transaction('custom').objectStore('custom')
  const [keys, counts] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())])
  const entries = keys.map((key, i): [string, number] => [String(key), Number(counts[i])])
  return new Map(entries.filter(([key, count]) => key.startsWith('waiting') && count > 0))
}

/**
 * Removes the kept texts from this browser, as signing out does: the machine may not be one's own. A text with changes that
 * no server has stays until its writer comes back: to remove it would be to lose them. Returns how many stay.
 */
export async function forgetKeptTexts(personId?: string): Promise<number> {
  const whose = personId === undefined ? prefix : `${prefix}${personId}.`
  const databases = await indexedDB.databases()
  let staying = 0
  for (const { name } of databases) {
    if (!name?.startsWith(whose)) continue
    if ((await countUnsent(name)) > 0) staying++
    else await forgetText(name)
  }
  return staying
}

/** Removes one kept text: the server has all of it. Another tab that has it open keeps it until then. */
export async function forgetText(name: string): Promise<void> {
  localStorage.removeItem(name.slice(0, name.lastIndexOf('.')))
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error)
    // Another tab has it open still; it goes when that tab does.
    asked.onblocked = () => resolve()
  })
}

/** The store is y-indexeddb's, which keeps such facts under `custom`. */
async function countUnsent(name: string): Promise<number> {
  const database = await answer(indexedDB.open(name))
  try {
    const counts = await readUnsent(database)
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
  } finally {
    database.close()
  }
}

const answer = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

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

/** Where a kept text says how many of its changes the server is not known to have. */
export const unsentKey = 'waiting'

/**
 * Removes the kept texts from this browser, as signing out does: the machine may not be one's own. A text with changes that
 * no server has stays until its writer comes back: to remove it would be to lose them.
 */
export async function forgetKeptTexts(): Promise<void> {
  const databases = await indexedDB.databases()
  for (const { name } of databases) {
    if (!name?.startsWith(prefix) || (await countUnsent(name)) > 0) continue
    localStorage.removeItem(name.slice(0, name.lastIndexOf('.')))
    await answer(indexedDB.deleteDatabase(name))
  }
}

/** The store is y-indexeddb's, which keeps such facts under `custom`. */
async function countUnsent(name: string): Promise<number> {
  const database = await answer(indexedDB.open(name))
  const unsent = database.objectStoreNames.contains('custom')
    ? Number((await answer(database.transaction('custom').objectStore('custom').get(unsentKey))) ?? 0)
    : 0
  database.close()
  return unsent
}

const answer = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
    // Another tab has it open still; it goes when that tab does.
    if ('onblocked' in asked) asked.onblocked = () => resolve(asked.result)
  })

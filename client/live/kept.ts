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

/** Removes every kept text from this browser: for signing out of a machine that is not one's own. */
export async function forgetKeptTexts(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  const databases = await indexedDB.databases()
  const names = databases.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []))
  await Promise.all(names.map(remove))
}

const remove = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error)
    asked.onblocked = () => resolve() // another tab still has it open; it goes when that tab does
  })

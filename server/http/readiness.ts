import type { Database } from '../db/database.ts'
import { within } from '../db/within.ts'

/** Whether this process should be given load. */
export interface Readiness {
  isReady(): Promise<boolean>
  /** From here on it never is: the process is about to end. */
  drain(): void
}

const knownForMs = 1_000
const patienceMs = 2_000

/** Asks the database to write, at most once a second however often it is asked itself. */
export function watchReadiness(db: Pick<Database, 'probe'>): Readiness {
  let isDraining = false
  let probing: Promise<boolean> | undefined
  let known: { at: number; answer: Promise<boolean> } | undefined
  const ask = (): Promise<boolean> => {
    probing ??= db.probe().then(
      () => true,
      () => false,
    )
    const asked = probing.finally(() => {
      probing = undefined
    })
    return within(patienceMs, asked).then(async (isAnswered) => isAnswered && asked)
  }
  return {
    isReady: async () => {
      if (isDraining) return false
      const now = performance.now()
      if (!known || now - known.at > knownForMs) known = { at: now, answer: ask() }
      return (await known.answer) && !isDraining
    },
    drain: () => {
      isDraining = true
    },
  }
}

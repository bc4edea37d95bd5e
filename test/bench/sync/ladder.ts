import type { TypingFound } from './typing.ts'

/** Rates a fifth apart. */
const lowest = 300
const rung = 1.2
export const rateOf = (k: number): number => (k < 0 ? 0 : Math.round(lowest * rung ** k))

/** Whether the server took the rate: nothing missing, the rate reached, and 99 of 100 there in time. */
export const holds = (found: TypingFound, asked: number, limitMs: number): boolean =>
  found.missing === 0 && found.perSecond >= 0.93 * asked && found.p99 <= limitMs

export type Try = (rate: number, seconds: number) => Promise<TypingFound>

/** The highest rung that holds, from a guess up or down, one rung after the other. Each is tried once. */
export async function findHighest(
  attempt: (k: number) => Promise<TypingFound>,
  limitMs: number,
  guess: number,
  /** Where to begin if the guess is none. */
  otherwise: number,
): Promise<number> {
  const isHeld = async (k: number) => k < 0 || holds(await attempt(k), rateOf(k), limitMs)
  let k = guess < 0 ? otherwise : guess
  if (await isHeld(k)) while (await isHeld(k + 1)) k++
  else while (!(await isHeld(k))) k--
  return k
}

/** A first idea of where each limit is passed, by short windows at rates far apart; -1 where the first was too much. */
export async function guess(attempt: (k: number) => Promise<TypingFound>, limitsMs: readonly number[], from: number) {
  const found = limitsMs.map(() => -1)
  for (let k = from; ; k += 3) {
    const tried = await attempt(k)
    let isAny = false
    for (const [i, limit] of limitsMs.entries())
      if (holds(tried, rateOf(k), limit)) {
        found[i] = k
        isAny = true
      }
    if (!isAny) return found
  }
}

/** Remembers what was found at a rung. */
export function onceEach(attempt: (k: number) => Promise<TypingFound>) {
  const tried = new Map<number, TypingFound>()
  return {
    tried,
    at: async (k: number): Promise<TypingFound> => {
      const known = tried.get(k) ?? (await attempt(k))
      tried.set(k, known)
      return known
    },
  }
}

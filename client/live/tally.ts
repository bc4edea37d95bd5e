/**
 * How an update leaves: a change as it happens; a part of catching up; or the last of catching up, which together with
 * the parts before it holds everything that the server lacked.
 */
export type Leaving = 'change' | 'part' | 'whole'

/**
 * Counts what this person changed and what of it the server has stored. *Saved* is said from here alone: it needs an
 * acknowledgement that covers every change, and one for a single keystroke covers nothing while older ones are missing.
 */
export interface Tally {
  /** Something was changed here. */
  edited(): void
  /** What an earlier visit on this machine left unsent. */
  found(edits: number): void
  /** A new connection: what was under way on the old one counts no more. */
  connected(): void
  /** An update left as this number. */
  sent(number: number, how: Leaving): void
  /** The server dealt with everything up to this number. */
  acknowledged(number: number): void
  /** The server could not take this number, or not yet: only the next catching up covers it. */
  missed(number: number): void
  /** The server has everything, in another way than over this connection. */
  settled(): void
  /** Changes that the server is not known to have. */
  waiting(): number
}

export function startTally(): Tally {
  let edits = 0
  let covered = 0
  let sent: { number: number; edits: number }[] = []
  /** Whether every change so far went out on this connection, one way or the other. */
  let isWhole = false
  let isCatchingUp = false
  return {
    edited: () => {
      edits++
    },
    found: (more) => {
      edits += more
    },
    connected: () => {
      sent = []
      isWhole = false
      isCatchingUp = false
    },
    sent: (number, how) => {
      if (how !== 'change' && !isCatchingUp) sent = []
      isCatchingUp = how === 'part' || (how === 'change' && isCatchingUp)
      if (how !== 'change') isWhole = how === 'whole'
      // A part covers nothing by itself, but the whole nothing either once a part was missed.
      if (isWhole || how === 'part') sent.push({ number, edits: isWhole ? edits : 0 })
    },
    acknowledged: (number) => {
      for (const update of sent) if (update.number <= number) covered = Math.max(covered, update.edits)
      sent = sent.filter((update) => update.number > number)
    },
    missed: (number) => {
      // A catching up that went out since then has it.
      if (!sent.some((update) => update.number === number)) return
      sent = sent.filter((update) => update.number < number)
      isWhole = false
    },
    settled: () => {
      sent = []
      covered = edits
    },
    waiting: () => edits - covered,
  }
}

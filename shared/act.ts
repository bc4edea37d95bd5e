import { canonical } from './canonical.ts'
import type { Instant } from './dates.ts'

/** A formal step in an agreement's ledger. Everything but its id enters the hash. */
export interface ActContent {
  agreementId: string
  /** 1, 2, 3 … without a gap. */
  seq: number
  kind: string
  subject: string
  personId?: string | undefined
  seatId?: string | undefined
  at: Instant
  body: Record<string, unknown>
  prevHash: string
}

/** The previous hash of the first act. */
export const firstHash = '0'.repeat(64)

/** SHA-256 (hex) over the domain tag `parley/act/v1` and the canonical form of the act. */
export const actHash = (act: ActContent, sha256: (text: string) => string): string =>
  sha256(
    `parley/act/v1\n${canonical({
      agreement: act.agreementId,
      seq: act.seq,
      kind: act.kind,
      subject: act.subject,
      person: act.personId ?? null,
      seat: act.seatId ?? null,
      at: act.at,
      body: act.body,
      prev: act.prevHash,
    })}`,
  )

/** Where a chain has got to: the next act follows from this. */
export interface ChainEnd {
  seq: number
  hash: string
}

export const chainStart: ChainEnd = { seq: 0, hash: firstHash }

export interface ChainFault {
  seq: number
  fault: 'gap' | 'link' | 'content'
}

/**
 * The place of the first act that does not follow from those before it, with what is wrong; undefined when all do. A long
 * chain is checked piece by piece: `after` is the end of the piece before.
 */
export function chainFault(
  acts: readonly (ActContent & { hash: string })[],
  sha256: (text: string) => string,
  after: ChainEnd = chainStart,
): ChainFault | undefined {
  let { seq, hash } = after
  for (const act of acts) {
    seq++
    if (act.seq !== seq) return { seq, fault: 'gap' }
    if (act.prevHash !== hash) return { seq, fault: 'link' }
    if (actHash(act, sha256) !== act.hash) return { seq, fault: 'content' }
    hash = act.hash
  }
  return undefined
}

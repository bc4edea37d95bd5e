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

/** The place of the first act that does not follow from those before it, with what is wrong; undefined when all do. */
export function chainFault(
  acts: readonly (ActContent & { hash: string })[],
  sha256: (text: string) => string,
): { seq: number; fault: 'gap' | 'link' | 'content' } | undefined {
  let prev = firstHash
  for (const [i, act] of acts.entries()) {
    if (act.seq !== i + 1) return { seq: i + 1, fault: 'gap' }
    if (act.prevHash !== prev) return { seq: act.seq, fault: 'link' }
    if (actHash(act, sha256) !== act.hash) return { seq: act.seq, fault: 'content' }
    prev = act.hash
  }
  return undefined
}

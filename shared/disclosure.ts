import * as z from 'zod/mini'
import type { Actor } from './agreement.ts'
import type { Instant } from './dates.ts'
import type { Stage } from './forum.ts'

/** Drafted, filed (sealed for all others), opened for all at one instant; or missed: nothing was filed by then. */
export const disclosureStates = ['draft', 'filed', 'open', 'missed'] as const
export type DisclosureState = (typeof disclosureStates)[number]

/** The state is not kept but follows from two facts: whether it was filed, and the instant at which the forum compared. */
export const disclosureState = (filedAt: Instant | undefined, comparedAt: Instant | undefined): DisclosureState =>
  comparedAt === undefined ? (filedAt ? 'filed' : 'draft') : filedAt ? 'open' : 'missed'

/** As what a disclosure stands before an actor: the own team's, open to all, or sealed. */
export type Sight = 'own' | 'open' | 'sealed'
export function sightOf(
  actor: Actor | undefined,
  disclosure: { agreementId: string; teamId: string; state: DisclosureState },
): Sight {
  const own = actor?.seats.some(
    (seat) => seat.agreementId === disclosure.agreementId && seat.teamId === disclosure.teamId,
  )
  return own ? 'own' : disclosure.state === 'open' ? 'open' : 'sealed'
}

/** While a forum is at these stages, teams prepare and file what they disclose. */
export const filingStages: readonly Stage[] = ['notice', 'disclosure']

export const disclosureNote = z.strictObject({ note: z.string().check(z.trim(), z.maxLength(5000)) })

/**
 * The content's hash is SHA-256 over this tag and the canonical form (RFC 8785) of the content. The salt keeps others from
 * finding a sealed figure by trying all that it could be; it is shown when the disclosure opens.
 */
export const disclosureHashTag = 'parley/disclosure/v1\n'

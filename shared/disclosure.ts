import * as z from 'zod/mini'
import type { Actor } from './agreement.ts'
import type { Charter } from './charter.ts'
import type { Instant } from './dates.ts'
import type { Stage } from './forum.ts'

/**
 * Drafted, filed (sealed for all others), amended by its team, opened for all at one instant; or missed: nothing was
 * filed by then.
 */
export const disclosureStates = ['draft', 'filed', 'amending', 'open', 'missed'] as const
export type DisclosureState = (typeof disclosureStates)[number]

/** The state is not kept but follows from facts: whether it was filed, is being amended, and when the forum compared. */
export function disclosureState(
  { filedAt, amending }: { filedAt?: Instant | undefined; amending?: boolean },
  comparedAt: Instant | undefined,
): DisclosureState {
  if (comparedAt !== undefined) return filedAt ? 'open' : 'missed'
  if (!filedAt) return 'draft'
  return amending ? 'amending' : 'filed'
}

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

/** What a disclosure tells in words, beside its records and its method (R15, R100); the charter says which are asked. */
export const sections = ['successes', 'failures', 'budget', 'staff', 'procedures', 'actions'] as const
export type Section = (typeof sections)[number]
export type Sections = Partial<Record<Section, string>>

/** The sections that this charter asks of every team and agency, in their usual order. */
export const sectionsOf = (charter: Charter): Section[] =>
  sections.filter((section) => charter.publicity.disclosed.includes(section))

/** What the charter asks for and this disclosure leaves empty. A silence is said to be one. */
export const leftEmpty = (asked: readonly Section[], written: Sections): Section[] =>
  asked.filter((section) => !written[section])

export const longestSection = 20_000
export const disclosureNote = z.strictObject({ note: z.string().check(z.trim(), z.maxLength(5000)) })
export const sectionForm = z.strictObject({ text: z.string().check(z.trim(), z.maxLength(longestSection)) })

/**
 * The content's hash is SHA-256 over this tag and the canonical form (RFC 8785) of the content. The salt keeps others from
 * finding a sealed figure by trying all that it could be; it is shown when the disclosure opens.
 */
export const disclosureHashTag = 'parley/disclosure/v1\n'

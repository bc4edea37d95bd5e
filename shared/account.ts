import * as z from 'zod/mini'
import { languages } from './text/languages.ts'

/** An address as it is kept and compared: without case, so that one person has one account. */
export const email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254))
/** Any text may be tried as a password; a longer one than anybody types is not hashed. */
const password = z.string().check(z.minLength(1), z.maxLength(500))
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const language = z.enum(languages)

export const signInForm = z.strictObject({ email, password })
export const passwordForm = z.strictObject({ current: password, next: password })
export const languageForm = z.strictObject({ language })

/** Who takes an invitation: a new person names themself; whoever is signed in as the invited address needs nothing more. */
export const acceptanceForm = z.strictObject({
  name: z.optional(name),
  /** Only where the invitation is for no address yet: the first account of an installation. */
  email: z.optional(email),
  password: z.optional(password),
  language: z.optional(language),
})
export type Acceptance = z.infer<typeof acceptanceForm>

export const invited = { email, name }

export const shortestPassword = 12

/** Why a password may not be chosen: too short, or the address itself (or what stands before its @). */
export function passwordFault(chosen: string, address: string): 'short' | 'address' | undefined {
  if ([...chosen].length < shortestPassword) return 'short'
  const plain = chosen.trim().toLowerCase()
  const [local] = address.toLowerCase().split('@')
  return plain === address.toLowerCase() || plain === local ? 'address' : undefined
}

/** An invitation is open until it is used, revoked, or too old. */
export const invitationStates = ['open', 'used', 'revoked', 'expired'] as const
export type InvitationState = (typeof invitationStates)[number]
export const invitationDays = 7

export function invitationState(
  invitation: { usedAt?: string | undefined; revokedAt?: string | undefined; expiresAt: string },
  now: string,
): InvitationState {
  if (invitation.usedAt) return 'used'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

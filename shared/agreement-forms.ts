import * as z from 'zod/mini'
import { email } from './account.ts'
import { seatKinds, teamKinds } from './agreement.ts'
import { type RuleKey, ruleKeys } from './charter.ts'
import { isDay } from './dates.ts'
import { isId } from './ids.ts'

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
/** The agreement's name in addresses. Never the form of an id, so that either finds it. */
export const slug = z.string().check(
  z.regex(/^[a-z0-9](-?[a-z0-9])+$/),
  z.maxLength(60),
  z.refine((text) => !isId(text)),
)

export const newParty = z.strictObject({ code: z.string().check(z.regex(/^[A-Z]{2,3}$/)), name: line })
export type NewParty = z.infer<typeof newParty>

export const newAgreement = z.strictObject({
  template: z.string(),
  slug,
  title: line,
  summary: z.string().check(z.trim(), z.maxLength(2000)),
  signedOn: z.optional(z.string().check(z.refine(isDay))),
  parties: z.array(newParty).check(
    z.minLength(2),
    z.maxLength(20),
    z.refine((list) => new Set(list.map((party) => party.code)).size === list.length, { path: [0, 'code'] }),
  ),
})

export const newTeam = z.strictObject({
  name: line,
  kind: z.enum(teamKinds),
  /** The party that it belongs to; absent for a team of no party. */
  partyId: z.optional(z.string()),
})

export const teamParty = z.strictObject({ partyId: z.optional(z.string()) })

/** Where a seat stands in its agreement. */
export const place = z.strictObject({
  kind: z.enum(seatKinds),
  delegationId: z.optional(z.string()),
  teamId: z.optional(z.string()),
})
export type Place = z.infer<typeof place>

export const newSeat = z.strictObject({ personId: z.string(), ...place.shape })
export const newInvitation = z.strictObject({ email, name: line, ...place.shape })
export const agreementChange = z.strictObject({ title: line, summary: z.string().check(z.trim(), z.maxLength(2000)) })

/** Rules to change, by their keys; what a rule may be is the charter's own schema to say. */
export const charterChange = z.strictObject({
  from: z.int(),
  rules: z.partialRecord(
    z.enum(ruleKeys as [RuleKey, ...RuleKey[]]),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
  ),
})

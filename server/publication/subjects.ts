import type { Context } from 'hono'
import { Refused } from '../../shared/refusals.ts'
import { type Programme, publicProgramme } from '../commitment/public-programmes.ts'
import type { Env } from '../http/env.ts'
import { type PublicAgreement, publicAgreement } from './public-agreements.ts'

/** The public agreement that an address names, or `not_found`. */
export async function agreementOf(c: Context<Env>, slug: string): Promise<PublicAgreement> {
  const agreement = await publicAgreement(c.var.db.read, slug, c.var.now)
  if (!agreement) throw new Refused('not_found')
  return agreement
}

/** The programme of that agreement and of no other, or `not_found`. */
export async function programmeOf(c: Context<Env>, agreement: PublicAgreement, id: string): Promise<Programme> {
  if (!agreement.programmes.some((programme) => programme.id === id)) throw new Refused('not_found')
  return publicProgramme(c.var.db.read, id)
}

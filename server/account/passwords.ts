import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { passwordFault } from '../../shared/account.ts'
import { Refused } from '../../shared/refusals.ts'

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Typed on any keyboard, a password is the same characters. */
const normal = (password: string): string => password.normalize('NFKC')

/** The hash to keep of a password that may be chosen for this address. Slow on purpose: never within a transaction. */
export async function hashPassword(password: string, address: string): Promise<string> {
  const fault = passwordFault(password, address)
  if (fault) throw new Refused('password_weak', { fault })
  return hash(normal(password), parameters)
}

/**
 * Whether the password is the one. Where there is no account, or no password yet, a hash of nobody's is tried, so that
 * the answer takes as long.
 */
export async function isPassword(kept: string | null | undefined, tried: string): Promise<boolean> {
  nobodys ??= hash(crypto.randomUUID(), parameters)
  const right = await verify(kept ?? (await nobodys), normal(tried))
  return right && typeof kept === 'string'
}

let nobodys: Promise<string> | undefined

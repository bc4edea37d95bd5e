import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refused } from '../../shared/refusals.ts'

/** How many passwords may be tried in how many seconds. Each node counts for itself. */
const limits = {
  /** For one account, from wherever: ten wrong ones in a quarter of an hour. */
  account: { points: 10, duration: 900 },
  /** From one address, for whichever accounts; offices share an address. */
  address: { points: 60, duration: 900 },
} as const

/** Counts tries of secrets before each is looked at, so that many at once are no way around. */
export interface Tries {
  /** Counts a try, or refuses it with the seconds to wait. */
  take(account: string, address: string): Promise<void>
  /** The secret was right: the account's count begins anew, and the address gets its try back. */
  right(account: string, address: string): Promise<void>
}

export function memoryTries(): Tries {
  const ofAccount = new RateLimiterMemory({ ...limits.account, keyPrefix: 'account' })
  const ofAddress = new RateLimiterMemory({ ...limits.address, keyPrefix: 'address' })
  return {
    take: async (account, address) => {
      await ofAddress.consume(address).catch(refuse)
      await ofAccount.consume(account).catch(refuse)
    },
    right: async (account, address) => {
      await ofAccount.delete(account)
      await ofAddress.reward(address)
    },
  }
}

function refuse(thrown: unknown): never {
  if (!(thrown instanceof RateLimiterRes)) throw thrown
  throw new Refused('too_many_tries', { retryAfter: Math.ceil(thrown.msBeforeNext / 1000) })
}

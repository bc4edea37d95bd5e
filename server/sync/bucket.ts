/** Counts down what may be spent, and fills again with time. Debt is allowed: whoever is in debt waits. */
export interface Bucket {
  level: number
  at: number
}

/** A full bucket holds what three seconds bring. */
const burstSeconds = 3

export const fullBucket = (perSecond: number, now: number): Bucket => ({ level: perSecond * burstSeconds, at: now })

/** Spends, and returns the milliseconds until the bucket is out of debt: 0 when it is not in debt. */
export function spend(bucket: Bucket, amount: number, perSecond: number, now: number): number {
  bucket.level = Math.min(bucket.level + ((now - bucket.at) * perSecond) / 1000, perSecond * burstSeconds) - amount
  bucket.at = now
  return bucket.level >= 0 ? 0 : Math.ceil((-bucket.level * 1000) / perSecond)
}

/** What one person may send and cost, over all sockets. */
export interface Allowance {
  messages: Bucket
  bytes: Bucket
  work: Bucket
  sockets: number
}

export const fullAllowance = (
  limits: { messagesPerSecond: number; bytesPerSecond: number; workMsPerSecond: number },
  now: number,
): Allowance => ({
  messages: fullBucket(limits.messagesPerSecond, now),
  bytes: fullBucket(limits.bytesPerSecond, now),
  work: fullBucket(limits.workMsPerSecond, now),
  sockets: 0,
})

import * as z from 'zod/mini'
import { isDay } from './dates.ts'
import { inherited, type Origin } from './forum.ts'

/** The four ways to dispose of an item. */
export const dispositions = ['taken_up', 'merged', 'deferred', 'declined'] as const
export type Disposition = (typeof dispositions)[number]

const day = z.string().check(z.refine(isDay))
const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000))

/** What whoever speaks in the forum puts on its agenda. */
export const proposal = z.strictObject({ title: line, body: z.string().check(z.trim(), z.maxLength(4000)) })
export type Proposal = z.infer<typeof proposal>

/** The instant of the disposition that this one replaces, as the reader saw it; absent where the item has none yet. */
const replaces = z.optional(z.string())

export const disposal = z.discriminatedUnion('disposition', [
  z.strictObject({ disposition: z.literal('taken_up'), reason: z.optional(reason), replaces }),
  z.strictObject({ disposition: z.literal('merged'), into: z.string(), reason: z.optional(reason), replaces }),
  z.strictObject({ disposition: z.literal('deferred'), until: day, reason: z.optional(reason), replaces }),
  z.strictObject({ disposition: z.literal('declined'), reason, replaces }),
])
export type Disposal = z.infer<typeof disposal>

/** What the rules look at in an item. */
export interface Placed {
  id: string
  origin: Origin
  disposition?: Disposition | undefined
  mergedInto?: string | undefined
  withdrawnAt?: string | undefined
}

/** The item and those into which it was merged, one after the other; the last one carries them all. */
export function carriers<Item extends Placed>(items: readonly Item[], item: Item): Item[] {
  const next = item.mergedInto === undefined ? undefined : items.find(({ id }) => id === item.mergedInto)
  return next ? [item, ...carriers(items, next)] : [item]
}

/** Whether merging the item into `target` would lead back to itself. */
export const mergesIntoItself = (items: readonly Placed[], item: Placed, target: Placed): boolean =>
  carriers(items, target).some(({ id }) => id === item.id)

/**
 * What keeps a forum from closing: the inherited items that have no disposition, and those that carry an inherited one
 * and have none. Merging moves an item out of sight for nobody.
 */
export const undisposed = <Item extends Placed>(items: readonly Item[]): Item[] => {
  const carrying = new Set(items.filter(({ origin }) => inherited(origin)).map((item) => carriers(items, item).at(-1)))
  return items.filter((item) => item.disposition === undefined && carrying.has(item))
}

export const chainKinds = [
  'commitment',
  'report',
  'finding',
  'reply',
  'gap',
  'explanation',
  'decision',
  'adoption',
  'complaint',
  'strategy',
  'criterion',
  'disclosure',
  'item',
  'deferral',
] as const

/** One step on the way by which an item came to a forum: what happened, when, and where it can be read. */
export const chainLink = z.strictObject({
  on: day,
  kind: z.enum(chainKinds),
  title: z.string().check(z.minLength(1), z.maxLength(500)),
  path: z.optional(z.string()),
  note: z.optional(z.string().check(z.maxLength(2000))),
  /** The two axes of a finding, by their codes, never merged into one. */
  implementation: z.optional(z.string()),
  outcome: z.optional(z.string()),
})
export type ChainLink = z.infer<typeof chainLink>

/** What an inherited item brings with it: the chain of its origin, oldest first, and what its room adds for itself. */
export interface OriginDetail extends Record<string, unknown> {
  chain?: ChainLink[] | undefined
}

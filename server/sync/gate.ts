import * as Y from 'yjs'
import type { Shape } from '../../shared/live.ts'
import { decodeUpdate } from './decode.ts'
import type { LiveLimits } from './limits.ts'
import type { Places } from './places.ts'
import { Trail } from './trail.ts'
import { endOf, type Run, Unacceptable, type Update, type Why, withDeletes } from './update.ts'

/** The document that an update would change, and what is asked of the update. The gate reads it and changes nothing. */
export interface Ground {
  doc: Y.Doc
  places: Places
  shape: Shape
  limits: LiveLimits
  /** Whose a Yjs client id is, as the sender sees it. */
  ownership(client: number): 'own' | 'free' | 'foreign'
  /** How many more client ids the document takes. */
  freeClients: number
}

export type Verdict =
  /** Applies whole. `bytes` are what came, without what the document has already; `claims` the ids first seen here. */
  | { is: 'fresh'; bytes: Uint8Array; claims: number[] }
  /** Holds nothing that the document has not. */
  | { is: 'known' }
  /** Rests on something that the document has not: the sender is asked for everything since what it has. */
  | { is: 'gap' }
  | { is: 'refused'; why: Why }

/**
 * Judges an update before it has any effect. Yjs itself applies half of a malformed update and then throws, parks what
 * has gaps at a quadratic cost, and takes any client's word for who wrote; so every struct is followed here to the list
 * it would join before Yjs sees a byte.
 */
export function judge(bytes: Uint8Array, ground: Ground): Verdict {
  try {
    return weigh(bytes, ground)
  } catch (error) {
    return { is: 'refused', why: error instanceof Unacceptable ? error.why : 'malformed' }
  }
}

function weigh(bytes: Uint8Array, ground: Ground): Verdict {
  const { store } = ground.doc
  const came = decodeUpdate(bytes, ground.limits)
  const [rest, update] = withoutKnown(bytes, came, ground)
  if (!update) return { is: 'known' }
  const after = (client: number) => endOf(update.blocks.get(client)) ?? Y.getState(store, client)
  for (const block of update.blocks.values())
    if (block[0]!.clock > Y.getState(store, block[0]!.client)) return { is: 'gap' }
  if (update.deletes.some((run) => run.clock + run.length > after(run.client))) return { is: 'gap' }
  const deletes = update.deletes.filter((run) => !isDeleted(store, run))
  if (deletes.length > ground.limits.deletions) throw new Unacceptable('too_large')
  if (update.blocks.size === 0 && deletes.length === 0) return { is: 'known' }
  const claims = claimedBy([...update.blocks.keys()], ground)
  if (!follow(update, ground)) return { is: 'gap' }
  const stale = deletes.length < update.deletes.length || update.repeatsDeletes
  return { is: 'fresh', bytes: stale ? withDeletes(rest, update.deletesAt, deletes) : rest, claims }
}

/** Cuts off what the document has already: a repeated struct might say something else than the one that was committed. */
function withoutKnown(bytes: Uint8Array, update: Update, { doc, limits }: Ground): [Uint8Array, Update | undefined] {
  const known = new Map<number, number>()
  for (const [client, block] of update.blocks) {
    const state = Y.getState(doc.store, client)
    if (block[0]!.clock < state) known.set(client, state)
  }
  if (known.size === 0) return [bytes, update]
  const rest = Y.diffUpdate(bytes, Y.encodeStateVector(known))
  return [rest, decodeUpdate(rest, limits)]
}

function claimedBy(clients: number[], ground: Ground): number[] {
  const claims: number[] = []
  for (const client of clients) {
    const ownership = ground.ownership(client)
    if (ownership === 'foreign') throw new Unacceptable('foreign_client')
    if (ownership === 'free') claims.push(client)
  }
  if (claims.length > ground.freeClients) throw new Unacceptable('too_many_clients')
  return claims
}

/** Whether Yjs would pass over the whole run, because it was deleted before. */
function isDeleted(store: Y.Doc['store'], run: Run): boolean {
  const end = run.clock + run.length
  if (end > Y.getState(store, run.client)) return false
  const structs = store.clients.get(run.client)!
  for (let i = Y.findIndexSS(structs, run.clock); i < structs.length && structs[i]!.id.clock < end; i++)
    if (!structs[i]!.deleted) return false
  return true
}

/**
 * Follows every struct, in an order in which Yjs can integrate them, to the list that it would join, and checks that it
 * may stand there. False when one rests on a struct that is neither in the document nor before it in the update.
 */
function follow(update: Update, ground: Ground): boolean {
  const trail = new Trail(update, ground)
  const open = [...update.blocks.values()].map((structs) => ({ structs, next: 0 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const block of open) {
      for (
        let struct = block.structs[block.next];
        struct && trail.reaches(struct);
        struct = block.structs[++block.next]
      ) {
        trail.step(struct)
        moved = true
      }
    }
  }
  return open.every((block) => block.next === block.structs.length)
}

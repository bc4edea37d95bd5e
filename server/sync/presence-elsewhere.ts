import { type NodeId, type Presence, release, remove } from './presence.ts'

/** What one peer shows, as nodes tell each other; `json` is stamped by the node that let the peer in, null when it left. */
export interface Shown {
  id: number
  person: string
  json: string | null
}

/** Takes what another node says of its own peers: that one alone can take it back. */
export function takeShown(presence: Presence, node: NodeId, { id, person, json }: Shown): void {
  const before = presence.states.get(id)
  if (json === null) {
    if (before?.holder === node) remove(presence, id)
    return
  }
  if (before && before.personId !== person) return
  if (before) release(before.holder)
  presence.states.set(id, { holder: node, personId: person, json })
  presence.clocks.set(id, (presence.clocks.get(id) ?? 0) + 1)
  presence.changed.add(id)
}

/** The node is gone, and with it whoever was there. */
export function forgetNode(presence: Presence, node: NodeId): void {
  for (const [id, { holder }] of presence.states) if (holder === node) remove(presence, id)
}

/** What changed at sockets of this node since it was last asked. */
export function shownSince(presence: Presence): Shown[] {
  const changed = presence.changedHere
  if (changed.size === 0) return []
  presence.changedHere = new Set()
  return [...changed].flatMap((id): Shown[] => {
    const shown = presence.states.get(id)
    if (!shown) return [{ id, person: '', json: null }]
    return typeof shown.holder === 'object' ? [{ id, person: shown.personId, json: shown.json }] : []
  })
}

/** Everybody who is here at a socket of this node. */
export const shownHere = (presence: Presence): Shown[] =>
  [...presence.states].flatMap(([id, { holder, personId, json }]) =>
    typeof holder === 'object' ? [{ id, person: personId, json }] : [],
  )

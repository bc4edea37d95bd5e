/** Told of each person whose seats changed, once the change is committed: live texts then decide anew who may write. */
export type OnSeatsChanged = (personId: string) => void

const listeners = new Set<OnSeatsChanged>()

/** Seats as they change on this node. Returns what ends the listening. */
export function onSeatsChanged(listener: OnSeatsChanged): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const seatEvents = {
  changed(personId: string): void {
    for (const listener of listeners) listener(personId)
  },
}

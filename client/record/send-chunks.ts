/**
 * Sends one chunk while the next is read: `hand` comes back when the one before has arrived, so that two are held and no
 * more. They go in order; what one is refused for is thrown at the next, or at `end`.
 */
export function inOrder<Chunk>(send: (chunk: Chunk) => Promise<void>) {
  let under: Promise<void> = Promise.resolve()
  return {
    async hand(chunk: Chunk): Promise<void> {
      await under
      under = send(chunk)
      // Whoever awaits it hears what it threw; until then nobody may be told that nobody does.
      under.catch(() => {})
    },
    end: (): Promise<void> => under,
  }
}

/**
 * What the processes that share a database tell each other, at once and without a promise: a line can be lost, so whoever
 * must not miss a thing looks for it in the tables too.
 */
export interface Signals {
  /** Tells every other process, one line each: without line breaks, and of `longestLine` bytes at most. */
  send(lines: readonly string[]): void
  /** Hears what others send until the returned function is called. */
  hear(ears: Ears): () => void
}

export interface Ears {
  line(line: string): void
  /** The database has not answered for seconds. */
  lost(): void
  /** It answers, for the first time or again; what others said before was missed. */
  found(): void
}

export const longestLine = 7_900

/** For an engine whose file one process owns. */
export const nobodyElse: Signals = { send: () => {}, hear: () => () => {} }

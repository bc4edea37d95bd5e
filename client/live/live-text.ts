import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import type { Access, DocumentState } from '../../shared/live.ts'
import type { RefusalCode } from '../../shared/refusals.ts'

/**
 * `saved`: every change made here is on the server's disk. `offline`: there is no connection, and changes wait here.
 * `proposed`: what was written here came too late and is kept by the server for its author alone. `unable`: the server
 * can store nothing at the moment; what is written waits.
 */
export type SavedState = 'opening' | 'sending' | 'saved' | 'offline' | 'refused' | 'proposed' | 'unable'

/** A live document as pages use it; all but `doc` and `awareness` are signals. */
export interface LiveText {
  doc: Y.Doc
  awareness: Awareness
  /** Whether the text has arrived, from the server or from what this machine keeps. */
  ready(): boolean
  saved(): SavedState
  /** Changes that the server is not known to have. */
  waiting(): number
  /** When the server last stored a change of ours, or confirmed that it has them all. */
  savedAt(): Instant | undefined
  /** When the connection was lost. */
  offlineSince(): Instant | undefined
  /** Why the server does not take our changes. They stay in the text here. */
  refusal(): RefusalCode | undefined
  state(): DocumentState
  /** What this person may do; undefined until the server has said. */
  access(): Access | undefined
  /** Whether to let the person write: an open document and a writer. Without a connection, as it was when it was lost. */
  editable(): boolean
  /** The connection goes by requests: every few seconds, and without seeing who else is here. */
  slow(): boolean
  /** What was written here is not the text's any more: it is kept as a proposal, or the text was begun anew. Open it again. */
  outdated(): boolean
  /** Whether the page can be left: what waits is kept in this browser, or nothing does. */
  isSafe(): boolean
  /** Something is being typed that is not in the text yet: counts as unsaved until the returned function is called. */
  hold(): () => void
  /** Connects again after a refusal or at once, and offers what waits. */
  retry(): void
  destroy(): void
}

export interface LiveTextOptions {
  /**
   * Whether the text, and what was not sent, may be kept in this browser so that it survives closing it: where the person
   * has said so on this device. Never for what a delegation says among itself.
   */
  offline: boolean
  /** Who is signed in; without it nothing is kept. */
  personId?: string | undefined
}

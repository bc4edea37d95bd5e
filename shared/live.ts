import type { Moves } from './moves.ts'

/** A live document is written, sealed while what it says is decided, and in the end locked for ever. */
export const documentStates = ['open', 'sealed', 'locked'] as const
export type DocumentState = (typeof documentStates)[number]
export type DocumentMove = 'seal' | 'unseal' | 'lock'
export const documentMoves = {
  seal: { from: ['open'], to: 'sealed' },
  unseal: { from: ['sealed'], to: 'open' },
  lock: { from: ['sealed'], to: 'locked' },
} as const satisfies Moves<DocumentState, DocumentMove>

/** What a person may do with a document. Who may do neither does not learn that it exists. */
export type Access = 'write' | 'read'

/** What a shared type holds: keys, a list, rich text (a fragment of elements), or the characters of an element. */
export type TypeKind = 'map' | 'array' | 'fragment' | 'element' | 'text'

/** What documents of one kind may hold. Everything else is refused at the socket, whoever sends it. */
export interface Shape {
  /** The names at the top and what each one is. */
  roots: Record<string, TypeKind>
  /** The elements of rich text, by the editor's names. */
  elements: readonly string[]
  /** The marks on characters of rich text, by the editor's names. */
  marks: readonly string[]
}

const richText = {
  elements: ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'hardBreak'],
  marks: ['bold', 'italic'],
} as const

export const documentShapes = {
  plan: { roots: { meta: 'map', preamble: 'fragment', measures: 'array' }, ...richText },
  minutes: { roots: { body: 'fragment' }, ...richText },
  caucus: { roots: { body: 'fragment' }, ...richText },
  method: { roots: { body: 'fragment' }, ...richText },
} as const satisfies Record<string, Shape>
export type DocumentKind = keyof typeof documentShapes

/**
 * Why a socket was closed. y-websocket takes 4400 to 4499 as final and comes back after any other: so what a person may
 * not do is there, and what will pass is not.
 */
export const closeCodes = {
  malformed: 4400,
  not_signed_in: 4401,
  not_allowed: 4403,
  not_found: 4404,
  document_restarted: 4409,
  server_stops: 1012,
  storage_fails: 4503,
  access_changed: 4505,
  too_slow: 4508,
  too_many_peers: 4529,
  superseded: 4510,
} as const
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

/** Who a peer is, as the server stamps it on what the peer shows of itself; nothing of it comes from the peer. */
export interface PeerUser {
  personId: string
  name: string
  /** The seat by which the person is here. */
  seat: string
  delegationId?: string | undefined
  /** The delegation's letters, its side, and the position of its party among the parties. */
  mark?: string | undefined
  side?: string | undefined
  party?: number | undefined
}

import type { IncomingMessage } from 'node:http'
import type { Actor } from '../../shared/agreement.ts'
import { isId } from '../../shared/ids.ts'
import { type Access, type CloseCode, closeCodes, type DocumentState, type PeerUser } from '../../shared/live.ts'
import type { Reader } from '../db/database.ts'
import { findDocument } from './documents.ts'
import { describePeer } from './seat.ts'

/** A document as the room that owns it is asked about it. */
export interface DocumentSubject {
  id: string
  agreementId: string
  kind: string
  subject: string
  state: DocumentState
}

/** Says what a person may do with documents of a kind; given by the room that owns the kind. */
export type AccessRule = (db: Reader, actor: Actor, document: DocumentSubject) => Promise<Access | undefined>

/** Finds the session of a Cookie header. Asked again for as long as a socket is open, so it must not prolong the session. */
export type Identify = (cookie: string | undefined) => Promise<Identity | undefined>

export interface Identity {
  actor: Actor
  sessionId: string
}

export interface Door {
  db: Reader
  access: Record<string, AccessRule>
  identify: Identify
  allowedOrigins: readonly string[]
}

export interface Admission extends Identity {
  access: Access
  user: PeerUser
}

const path = '/sync/'

/** The document that the address of an upgrade names; undefined when the address is not the live text's. */
export function documentOf(request: IncomingMessage): string | undefined {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  return pathname.startsWith(path) ? pathname.slice(path.length) : undefined
}

/** Decides who may come in, and why not: by the page's origin, the session, and the room that owns the document. */
export async function admit(door: Door, request: IncomingMessage, documentId: string): Promise<Admission | CloseCode> {
  const { origin, cookie } = request.headers
  if (origin === undefined || !door.allowedOrigins.includes(origin)) return closeCodes.not_allowed
  const identity = await door.identify(cookie)
  if (!identity) return closeCodes.not_signed_in
  if (!isId(documentId)) return closeCodes.not_found
  return (await admitTo(door, identity, documentId)) ?? closeCodes.not_found
}

/** What the person may do with the document now. Undefined is nothing: to such a person it does not exist. */
export async function admitTo(door: Door, identity: Identity, documentId: string): Promise<Admission | undefined> {
  const document = await findDocument(door.db, documentId)
  const rule = document && Object.hasOwn(door.access, document.kind) ? door.access[document.kind] : undefined
  const access = document && (await rule?.(door.db, identity.actor, document))
  if (!access) return undefined
  return { ...identity, access, user: await describePeer(door.db, identity.actor, document.agreementId) }
}

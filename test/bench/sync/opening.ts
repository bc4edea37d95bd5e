import * as Y from 'yjs'
import { round } from '../../report.ts'
import { connect } from './client.ts'
import { hashOf } from './history.ts'
import type { Kind } from './servers.ts'

/** Opens a document, and another time while the first is there. */
export interface OpenJob {
  is: 'open'
  kind: Kind
  url: string
  room: string
  /** Of the text that must arrive. */
  hash: string
}

export interface OpenFound {
  firstMs: number
  secondMs: number
  bytes: number
}

export async function open(job: OpenJob): Promise<OpenFound> {
  const first = await openOnce(job, 0)
  const second = await openOnce(job, 1)
  return { firstMs: first.ms, secondMs: second.ms, bytes: first.bytes }
}

/** From the connecting until the last piece of the text is here. What the client does with the pieces is not counted. */
function openOnce({ kind, url, room, hash }: OpenJob, person: number): Promise<{ ms: number; bytes: number }> {
  const doc = new Y.Doc()
  let bytes = 0
  let spent = 0
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const update = (piece: Uint8Array) => {
      const now = performance.now()
      bytes += piece.length
      Y.applyUpdate(doc, piece)
      const isWhole = hashOf(doc) === hash
      if (isWhole) resolve({ ms: round(now - began - spent), bytes })
      spent += performance.now() - now
    }
    connect({ kind, url, room, person }, { update }).catch(reject)
    setTimeout(() => reject(new Error(`${kind} did not send the whole text within a minute`)), 60_000).unref()
  })
}

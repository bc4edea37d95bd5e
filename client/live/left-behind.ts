import * as Y from 'yjs'
import { chunksOf } from '../../shared/live-chunks.ts'
import { decodeExchange, encodeExchange, exchangeType } from '../../shared/live-exchange.ts'

/**
 * The text was begun anew while words for the one before were still here: they are handed to the server, which keeps
 * them for their author. Throws when it could not take them; they stay here then.
 */
export async function handOver(id: string, left: { doc: Y.Doc; epoch: number; device: string }): Promise<void> {
  const asked = await fetch(`/api/live/${id}/epochs/${left.epoch}/vector`)
  if (!asked.ok) throw new Error(`the state of the old text could not be asked for: ${asked.status}`)
  const known = decodeExchange(new Uint8Array(await asked.arrayBuffer())).frames[0]!
  const update = Y.encodeStateAsUpdate(left.doc, known)
  const frames = chunksOf(update, Y.decodeStateVector(known))
  for (let i = 0; i < frames.length; i += framesAtOnce) {
    const kept = await fetch(`/api/live/${id}/proposals?epoch=${left.epoch}&device=${left.device}`, {
      method: 'POST',
      headers: { 'Content-Type': exchangeType },
      body: encodeExchange({ code: 0, frames: frames.slice(i, i + framesAtOnce) }),
    })
    if (!kept.ok) throw new Error(`the server did not keep what was left behind: ${kept.status}`)
  }
}

/** A request's body is bounded; a piece is an eighth of a megabyte. */
const framesAtOnce = 12

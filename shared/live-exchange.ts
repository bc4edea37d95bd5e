import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The type of a body that carries frames of the live text, where no socket can be opened. */
export const exchangeType = 'application/octet-stream'

/** What a request or its answer carries: the frames that a socket would, and 0 or the code with which it would be closed. */
export interface Exchanged {
  code: number
  frames: Uint8Array[]
}

export function encodeExchange({ code, frames }: Exchanged): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, code)
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

/** Throws when the body is cut short. */
export function decodeExchange(bytes: Uint8Array): Exchanged {
  const decoder = decoding.createDecoder(bytes)
  const code = decoding.readVarUint(decoder)
  const frames: Uint8Array[] = []
  while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
  return { code, frames }
}

import { hash } from 'node:crypto'

/** What the hash of a logged update is taken over, beside the hash before it. */
export interface Link {
  documentId: string
  epoch: number
  seq: number
  personId: string
  delegationId: string | undefined
  device: string
  clientSeq: number
  at: string
  bytes: Uint8Array
}

function sha256(text: string, bytes: Uint8Array): string {
  const head = Buffer.byteLength(text)
  const whole = Buffer.allocUnsafe(head + bytes.length)
  whole.write(text)
  whole.set(bytes, head)
  return hash('sha256', whole, 'hex')
}

/** The head of a chain without updates: it binds the text that the epoch began with. */
export const seedHash = (documentId: string, epoch: number, seed: Uint8Array): string =>
  sha256(`${JSON.stringify(['parley/document/v1', documentId, epoch])}\n`, seed)

/** The next head: SHA-256 over the head before, everything the log says of the update, and its bytes. */
export function linkHash(prevHash: string, link: Link): string {
  const { documentId, epoch, seq, personId, delegationId, device, clientSeq, at } = link
  const said = [prevHash, documentId, epoch, seq, personId, delegationId ?? null, device, clientSeq, at]
  return sha256(`${JSON.stringify(said)}\n`, link.bytes)
}

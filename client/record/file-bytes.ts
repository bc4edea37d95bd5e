import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type EncodingFound, scanEncoding } from '../../shared/encoding.ts'
import { FileFault } from './file-fault.ts'

export interface BytesSeen {
  /** SHA-256 in hex: the same file is known again by it, and whoever has it can check where a record came from. */
  hash: string
  /** How the letters of a text are written; absent for a workbook. */
  encoding?: EncodingFound | undefined
}

const slice = 1 << 20

/** Reads a file's bytes once, a megabyte at a time, for all that is told by bytes alone. */
export async function readBytes(
  file: Blob,
  progress: (done: number) => void,
  signal?: AbortSignal,
): Promise<BytesSeen> {
  const hash = sha256.create()
  let scan: ReturnType<typeof scanEncoding> | undefined
  for (let at = 0; at < file.size; at += slice) {
    signal?.throwIfAborted()
    const bytes = new Uint8Array(await file.slice(at, at + slice).arrayBuffer())
    hash.update(bytes)
    if (at === 0 && !isWorkbook(bytes)) scan = scanEncoding()
    scan?.push(bytes)
    progress(Math.min(at + slice, file.size))
  }
  if (file.size === 0) throw new FileFault('not_table')
  return { hash: bytesToHex(hash.digest()), encoding: scan?.found() }
}

/** Whether the file is a workbook that can be opened; anything else that begins as no table does is refused. */
function isWorkbook(bytes: Uint8Array): boolean {
  const starts = (...start: number[]) => start.every((byte, i) => bytes[i] === byte)
  if (starts(0x50, 0x4b, 3, 4)) return true
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new FileFault('workbook')
  const head = bytes.subarray(0, 512)
  const controls = head.filter((byte) => byte < 9 && byte !== 0).length
  if (starts(0x25, 0x50, 0x44, 0x46) || controls > head.length / 50) throw new FileFault('not_table')
  return false
}

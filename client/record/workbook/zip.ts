import { FileFault } from '../file-fault.ts'

/** One file inside a ZIP archive. */
export interface ZipEntry {
  /** Bytes as they are packed, and as the archive says that they unpack to. */
  packed: number
  size: number
  stored: boolean
  /** Where its own header begins. */
  at: number
}

export type ZipEntries = ReadonlyMap<string, ZipEntry>

/** More entries than any workbook has, and the most that one of them may unpack to. */
const mostEntries = 5000
const mostUnpacked = 2_000_000_000
/** Honest sheets pack to a fiftieth at best; what unpacks to more than this many times its size is made to fill memories. */
const mostTimes = 200
const unsuspected = 20_000_000

/** The table of contents at the archive's end; the rest is read only where it is asked for, so overlaps cost nothing. */
export async function zipEntries(file: Blob): Promise<ZipEntries> {
  const from = Math.max(0, file.size - 65_557)
  const tail = await viewOf(file, from, file.size)
  const end = lastOf(tail, 0x06054b50)
  if (end === undefined) throw new FileFault('workbook_broken')
  const count = tail.getUint16(end + 10, true)
  const [length, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
  if (count > mostEntries || start + length > file.size) throw new FileFault('workbook_broken')
  return directoryOf(await viewOf(file, start, start + length), count)
}

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer())

function lastOf(view: DataView, mark: number): number | undefined {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === mark) return at
  return undefined
}

function directoryOf(view: DataView, count: number): ZipEntries {
  const entries = new Map<string, ZipEntry>()
  const text = new TextDecoder()
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new FileFault('workbook_broken')
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const path = text.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, name))
    const [packed, size, header] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const readable = (flags & 1) === 0 && (method === 0 || method === 8) && packed < 0xffffffff
    if (readable) entries.set(path.replace(/^\//, ''), { packed, size, stored: method === 0, at: header })
    at += 46 + name + extra + comment
  }
  return entries
}

/** The text of one entry, piece by piece; what unpacks to more than it says, or than is honest, is stopped on the way. */
export async function* unpacked(file: Blob, entry: ZipEntry): AsyncGenerator<string> {
  const header = await viewOf(file, entry.at, entry.at + 30)
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new FileFault('workbook_broken')
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  const bytes = file.slice(start, start + entry.packed).stream()
  const plain = entry.stored ? bytes : bytes.pipeThrough(new DecompressionStream('deflate-raw'))
  const decoder = new TextDecoder()
  let size = 0
  for await (const piece of chunksOf(plain)) {
    size += piece.length
    const suspect = size > unsuspected && size > mostTimes * entry.packed
    if (suspect || size > mostUnpacked || size > entry.size) throw new FileFault('workbook_bomb')
    yield decoder.decode(piece, { stream: true })
  }
}

/** Not every browser lets a stream be looped over; a stop half-way lets go of it. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBufferLike>> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => Promise.reject(new FileFault('workbook_broken')))
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

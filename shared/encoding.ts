/** The encodings that a spreadsheet program still writes. The names are those of the Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

export interface EncodingFound {
  encoding: Encoding
  /** Whether the bytes leave no doubt; otherwise the reader is asked to look at the accents. */
  sure: boolean
  /** For UTF-8 with broken places: the first lines that hold one, and how many places there are. */
  broken: { count: number; lines: number[] }
}

/** Reads a file's bytes as they come and says in the end how they are to be read. */
export interface EncodingScan {
  push(bytes: Uint8Array): void
  found(): EncodingFound
}

const linesKept = 20

export function scanEncoding(): EncodingScan {
  const utf8 = scanUtf8()
  const single = scanSingleBytes()
  let head = new Uint8Array(0)
  return {
    push(bytes) {
      if (head.length < 4096) head = joined(head, bytes.subarray(0, 4096))
      utf8.push(bytes)
      single.push(bytes)
    },
    found() {
      const marked = byMark(head)
      if (marked && marked !== 'utf-8') return { encoding: marked, sure: true, broken: none() }
      const { broken, sequences } = utf8.found()
      const isUtf8 = marked === 'utf-8' || broken.count === 0 || sequences > broken.count
      if (isUtf8) return { encoding: 'utf-8', sure: broken.count === 0, broken }
      return { ...single.found(), broken: none() }
    },
  }
}

const none = () => ({ count: 0, lines: [] })

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** By the byte order mark, or by the zeros that UTF-16 leaves beside plain letters. */
function byMark(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++
  const many = head.length / 8
  if (zeros[1]! > many && zeros[1]! > 8 * zeros[0]!) return 'utf-16le'
  if (zeros[0]! > many && zeros[0]! > 8 * zeros[1]!) return 'utf-16be'
  return undefined
}

/** Counts whole and broken sequences (RFC 3629), and keeps the lines of the broken ones. */
function scanUtf8() {
  let line = 1
  let due = 0
  let low = 0x80
  let high = 0xbf
  let sequences = 0
  let count = 0
  let afterReturn = false
  const lines: number[] = []
  const fault = () => {
    count++
    due = 0
    if (lines.length < linesKept && lines.at(-1) !== line) lines.push(line)
  }
  const start = (byte: number) => {
    due = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0
    low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
    high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
    if (due === 0) fault()
  }
  const continued = (byte: number) => {
    if (byte < low || byte > high) {
      fault()
      return false
    }
    low = 0x80
    high = 0xbf
    if (--due === 0) sequences++
    return true
  }
  return {
    push(bytes: Uint8Array) {
      for (const byte of bytes) {
        if (due > 0 && continued(byte)) continue
        if (byte >= 0x80) start(byte)
        else if (byte === 10 || byte === 13) {
          if (!(byte === 10 && afterReturn)) line++
          afterReturn = byte === 13
          continue
        }
        afterReturn = false
      }
    },
    found() {
      if (due > 0) fault()
      return { sequences, broken: { count, lines: [...lines] } }
    },
  }
}

/** The upper half of each single-byte encoding as characters. */
const upperHalf = (encoding: Encoding): string[] => [
  ...new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)),
]

/** Weighs which of two encodings makes words of the bytes above 127: an accent inside a word is small, never a sign. */
function scanSingleBytes() {
  const windows = { letters: upperHalf('windows-1252'), score: 0 }
  const mac = { letters: upperHalf('macintosh'), score: 0 }
  let before = 32
  let pending = -1
  const weigh = (next: number) => {
    for (const side of [windows, mac]) side.score += plausible(side.letters[pending - 128]!, before, next)
    before = pending
    pending = -1
  }
  return {
    push(bytes: Uint8Array) {
      for (const byte of bytes) {
        if (pending >= 0) weigh(byte)
        if (byte >= 128) pending = byte
        else before = byte
      }
    },
    found(): { encoding: Encoding; sure: boolean } {
      if (pending >= 0) weigh(10)
      const encoding = mac.score > windows.score ? 'macintosh' : 'windows-1252'
      return { encoding, sure: Math.abs(mac.score - windows.score) >= 4 }
    },
  }
}

const isLower = (byte: number) => byte >= 97 && byte <= 122
const isUpper = (byte: number) => byte >= 65 && byte <= 90
const isDigit = (byte: number) => byte >= 48 && byte <= 57

function plausible(letter: string, before: number, next: number): number {
  if (letter < '\u00a0') return -8 // a control: no program writes it
  const inWord = isLower(before) || isLower(next)
  if (/\p{Ll}/u.test(letter)) return isUpper(before) && isUpper(next) ? -1 : inWord ? 2 : 0
  if (/\p{Lu}/u.test(letter)) return isLower(before) ? -2 : isUpper(before) || isUpper(next) ? 2 : isLower(next) ? 1 : 0
  if (/[’‘“”–—…«»€°§\u00a0]/.test(letter)) return 1
  if (/[†‡]/.test(letter)) return isDigit(before) ? 1 : -1
  return inWord ? -2 : -1
}

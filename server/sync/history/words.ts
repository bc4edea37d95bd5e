/** Characters beside each other that share a fate between two points. Updates by their numbers in the log. */
export interface Piece {
  is: 'same' | 'in' | 'out'
  text: string
  /** The update that put them in or took them out. */
  by: number
  /** The update in which they were written. */
  wrote: number
  isMoved: boolean
}

/** Whole words: what is `same` is the same word at both points. */
export type WordRun = Piece

interface Cell {
  char: string
  piece: Piece
  before: number
  after: number
}

/** A character of a word, in any script; a half of a pair too, so that none is torn apart. */
const ofWord = /[\p{L}\p{N}\p{M}_\ud800-\udfff]/u

/**
 * Letters put into a word or taken out of it make another word: the earlier is shown as taken out and the later as put
 * in, whole, as people read. Spaces and signs stand for themselves.
 */
export function wordRuns(pieces: readonly Piece[], writerOf: (seq: number) => number): WordRun[] {
  if (pieces.every((piece) => piece.is === pieces[0]!.is)) return joined(pieces, writerOf)
  const cells = cellsOf(pieces)
  const before = wordsAt(cells, 'before')
  const after = wordsAt(cells, 'after')
  const isKept = ({ before: b, after: a }: Cell) =>
    b >= 0 &&
    a >= 0 &&
    before[b]!.first === after[a]!.first &&
    before[b]!.last === after[a]!.last &&
    before[b]!.isSame &&
    after[a]!.isSame
  const runs: WordRun[] = []
  let gap: Cell[] = []
  const flush = () => {
    runs.push(...changed(gap))
    gap = []
  }
  for (const cell of cells) {
    if (!isKept(cell)) {
      gap.push(cell)
      continue
    }
    flush()
    runs.push({ ...cell.piece, text: cell.char })
  }
  flush()
  return joined(runs, writerOf)
}

const cellsOf = (pieces: readonly Piece[]): Cell[] =>
  pieces.flatMap((piece) => piece.text.split('').map((char) => ({ char, piece, before: -1, after: -1 })))

interface Word {
  first: number
  last: number
  isSame: boolean
}

/** The words as they read at one of the points; each cell is told in which word it is. */
function wordsAt(cells: Cell[], when: 'before' | 'after'): Word[] {
  const words: Word[] = []
  let isOpen = false
  for (const [i, cell] of cells.entries()) {
    if (cell.piece.is === (when === 'before' ? 'in' : 'out')) continue
    const isLetter = ofWord.test(cell.char)
    if (!isOpen || !isLetter) words.push({ first: i, last: i, isSame: true })
    const word = words.at(-1)!
    word.last = i
    word.isSame &&= cell.piece.is === 'same'
    cell[when] = words.length - 1
    isOpen = isLetter
  }
  return words
}

/** What stood between two words that are kept, and what stands there now. */
function changed(gap: readonly Cell[]): WordRun[] {
  const told = gap.filter((cell) => cell.piece.is !== 'same')
  const causeOf = (cell: Cell): Piece =>
    cell.piece.is !== 'same'
      ? cell.piece
      : (
          told.find((one) => one.before === cell.before && cell.before >= 0 && one.before >= 0) ??
          told.find((one) => one.after === cell.after && cell.after >= 0 && one.after >= 0) ??
          told[0]!
        ).piece
  const side = (is: 'in' | 'out') =>
    gap
      .filter((cell) => cell.piece.is === is || cell.piece.is === 'same')
      .map((cell): WordRun => {
        const cause = causeOf(cell)
        const isMoved = cell.piece.is === is && cell.piece.isMoved
        return { is, text: cell.char, by: cause.by, wrote: cell.piece.wrote, isMoved }
      })
  return [...side('out'), ...side('in')]
}

/** Neighbours of one person's are one run, however many edits they came in; it is as old as its last. */
function joined(runs: readonly WordRun[], writerOf: (seq: number) => number): WordRun[] {
  const all: WordRun[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && last.is === run.is && (run.is === 'same' || isAlike(last, run, writerOf))) {
      last.text += run.text
      last.by = Math.max(last.by, run.by)
    } else all.push({ ...run })
  }
  return all
}

const isAlike = (a: WordRun, b: WordRun, writerOf: (seq: number) => number): boolean =>
  a.isMoved === b.isMoved && writerOf(a.by) === writerOf(b.by) && writerOf(a.wrote) === writerOf(b.wrote)

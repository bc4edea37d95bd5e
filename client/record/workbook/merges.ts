/** A merged cell: what stands in its first corner stands for all of them. Rows and columns are counted from 0. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

const form = /<(?:[\w-]+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
const mostMerges = 50_000

/** The merged cells of a sheet. They stand behind its rows, so they are looked for before these are read. */
export async function mergesIn(pieces: AsyncIterable<string>): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const piece of pieces) {
    rest += piece
    if (rest.includes('mergeCell'))
      for (const found of rest.matchAll(form)) if (merges.length < mostMerges) merges.push(mergeOf(found))
    // A tag that the piece cuts is seen whole with the next.
    const last = rest.lastIndexOf('<')
    rest = last < 0 || rest.includes('>', last) || rest.length - last > 1000 ? '' : rest.slice(last)
  }
  return merges.sort((a, b) => a.top - b.top)
}

const mergeOf = ([, left, top, right, bottom]: RegExpExecArray | RegExpMatchArray): Merge => ({
  top: Number(top) - 1,
  bottom: Number(bottom) - 1,
  left: columnNumber(left!),
  right: columnNumber(right!),
})

/** `A` is 0, `Z` 25, `AA` 26. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

/** Fills what merged cells stand for, row by row in order, and tells which columns were filled. */
export function mergeFiller(merges: readonly Merge[]) {
  let next = 0
  let open: (Merge & { text: string })[] = []
  return (row: number, cells: string[]): number[] => {
    open = open.filter((merge) => merge.bottom >= row)
    for (; next < merges.length && merges[next]!.top <= row; next++) {
      const merge = merges[next]!
      if (merge.bottom >= row) open.push({ ...merge, text: merge.top === row ? (cells[merge.left] ?? '') : '' })
    }
    const filled: number[] = []
    for (const { left, right, text } of open)
      for (let column = left; column <= Math.min(right, 999); column++) {
        while (cells.length <= column) cells.push('')
        cells[column] = text
        filled.push(column)
      }
    return filled
  }
}

/** What may part the cells of a row. */
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter that cuts the first rows of a text into the same, largest number of cells; a comma where none does. */
export function suggestDelimiter(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(cellCounts(text, delimiter, 50)) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 1 ? best.delimiter : ','
}

/** Cells a row for the first rows; a delimiter or a line end inside quotes parts nothing. */
function cellCounts(text: string, delimiter: Delimiter, rows: number): number[] {
  const counts: number[] = []
  let cells = 1
  let quoted = false
  let empty = true
  for (let i = 0; i < text.length && counts.length < rows; i++) {
    const letter = text[i]
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === delimiter) cells++
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (!empty) counts.push(cells)
      cells = 1
      empty = true
      continue
    }
    empty = false
  }
  if (!empty && counts.length < rows && !quoted) counts.push(cells)
  return counts
}

/** The most frequent number of cells, weighed by how many rows have it. */
function evenness(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, rows] of tally) if (count > 1) best = Math.max(best, (count * rows) / counts.length)
  return best
}

export type Newline = '\n' | '\r\n' | '\r'

/** The line end that a text uses first, outside quotes. */
export function firstNewline(text: string): Newline {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    if (quoted) continue
    if (text[i] === '\n') return '\n'
    if (text[i] === '\r') return text[i + 1] === '\n' ? '\r\n' : '\r'
  }
  return '\n'
}

/**
 * A cell as it may stand in a file that a spreadsheet program opens: text that the program would take for a formula gets
 * an apostrophe in front (CWE-1236). Numbers are left as they are.
 */
export function guardCell(cell: string | number | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  return /^[=+\-@\t\r\n]/.test(cell) && !/^[-+]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell
}

/** The first letters of a text, none of them halved. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** The last part of a file's name: no folders, no controls, not too long. */
export function bareName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return (clean.replace(/^\.+/, '') || 'table.csv').slice(-200).replace(/^[\udc00-\udfff]/, '')
}

import { FileFault } from '../file-fault.ts'
import type { RowsRead, TableRow } from '../table-rows.ts'
import { type Look, shownNumber } from './looks.ts'
import { columnNumber, mergeFiller, mergesIn } from './merges.ts'
import { looksOf, openWorkbook, sharedTexts, textOf, type Workbook } from './workbook.ts'
import { xmlReader } from './xml.ts'

/** The names of a workbook's sheets, those that are shown first. */
export const sheetNames = async (file: Blob): Promise<string[]> => [...(await openWorkbook(file)).sheets.keys()]

/** The rows of one sheet as they are read; the sheet is never held whole. Progress is told in bytes of the file. */
export async function* sheetRows(file: Blob, sheet: string): AsyncGenerator<RowsRead> {
  const book = await openWorkbook(file)
  const path = book.sheets.get(sheet)
  if (!path) throw new FileFault('not_table')
  const filled = rowFiller(mergeFiller(await mergesIn(textOf(file, book.entries, path))))
  const rows = rowGatherer(book, await sharedTexts(book), await looksOf(book))
  const reader = xmlReader(rows.eyes)
  const size = book.entries.get(path)!.size
  let read = 0
  for await (const piece of textOf(file, book.entries, path)) {
    reader.write(piece)
    read += piece.length
    yield {
      rows: rows.take().map(filled),
      bytes: Math.min(file.size, Math.round((read / size) * file.size)),
    }
  }
  reader.close()
  yield { rows: rows.take().map(filled), bytes: file.size }
}

/** Rows as wide as the widest so far, since a sheet leaves out the empty cells at a row's end; merged cells filled. */
function rowFiller(fill: ReturnType<typeof mergeFiller>): (row: TableRow) => TableRow {
  let width = 0
  return (row) => {
    const merged = fill(row.line - 1, row.cells)
    width = Math.max(width, row.cells.length)
    while (row.cells.length < width) row.cells.push('')
    return merged.length > 0 ? { ...row, merged } : row
  }
}

/** The most columns that are looked at, as many as a mapping can name. */
const mostColumns = 1000

/** Gathers cells to rows while a sheet is read. */
function rowGatherer(book: Workbook, texts: readonly string[], looks: readonly Look[]) {
  let rows: TableRow[] = []
  let line = 0
  let cells: string[] = []
  let cell = { column: -1, kind: 'n', look: 'number' as Look, text: '' }
  let inValue = false
  const begin = (attributes: Readonly<Record<string, string>>) => {
    const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0]
    const column = letters ? columnNumber(letters) : cell.column + 1
    cell = { column, kind: attributes.t ?? 'n', look: looks[Number(attributes.s ?? 0)] ?? 'number', text: '' }
  }
  const put = () => {
    if (cell.text === '' || cell.column >= mostColumns) return
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = textOfCell(cell, texts, book.from1904)
  }
  return {
    take(): TableRow[] {
      const taken = rows
      rows = []
      return taken
    },
    eyes: {
      open(name: string, attributes: Readonly<Record<string, string>>) {
        if (name === 'row') {
          line = Number(attributes.r) || line + 1
          cells = []
          cell.column = -1
        } else if (name === 'c') begin(attributes)
        else inValue = name === 'v' || name === 't'
      },
      text(piece: string) {
        if (inValue) cell.text += piece
      },
      close(name: string) {
        inValue = false
        if (name === 'c') put()
        else if (name === 'row') rows.push({ cells, line, misquoted: false })
      },
    },
  }
}

function textOfCell(
  { kind, look, text }: { kind: string; look: Look; text: string },
  texts: readonly string[],
  from1904: boolean,
) {
  if (kind === 's') return texts[Number(text)] ?? ''
  if (kind === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (kind === 'n') return shownNumber(text, look, from1904)
  return kind === 'd' ? text.slice(0, 10) : text
}

import { FileFault } from '../file-fault.ts'
import { type Look, looksIn } from './looks.ts'
import { readXml } from './xml.ts'
import { unpacked, type ZipEntries, zipEntries } from './zip.ts'

/** A workbook that has been opened: its sheets by name, and what their cells refer to. */
export interface Workbook {
  file: Blob
  entries: ZipEntries
  /** The path of each sheet, those that are shown first. */
  sheets: ReadonlyMap<string, string>
  /** Days are counted from 1904 and not from 1900. */
  from1904: boolean
  main: string
}

export async function openWorkbook(file: Blob): Promise<Workbook> {
  const entries = await zipEntries(file)
  const top = await relationsOf(file, entries, '')
  const main = [...top.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const parts = await relationsOf(file, entries, main)
  const found: { name: string; path: string; hidden: boolean }[] = []
  let from1904 = false
  await readXml(textOf(file, entries, main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const path = parts.get(attributes['r:id'] ?? attributes.id ?? '')?.target
      if (path && entries.has(path))
        found.push({ name: attributes.name ?? path, path, hidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  if (found.length === 0) throw new FileFault('workbook_broken')
  const sorted = [...found.filter((one) => !one.hidden), ...found.filter((one) => one.hidden)]
  return { file, entries, main, from1904, sheets: new Map(sorted.map(({ name, path }) => [name, path])) }
}

/** The text of a part; a part that is not there is empty. */
export async function* textOf(file: Blob, entries: ZipEntries, path: string): AsyncGenerator<string> {
  const entry = entries.get(path)
  if (entry) yield* unpacked(file, entry)
  else yield '<none/>'
}

type Relations = ReadonlyMap<string, { target: string; type: string }>

/** What a part of the package refers to, by id. */
async function relationsOf(file: Blob, entries: ZipEntries, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = new Map<string, { target: string; type: string }>()
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  await readXml(textOf(file, entries, path), {
    open(name, { Id, Target, Type }) {
      if (name === 'Relationship' && Id && Target)
        relations.set(Id, { target: pathIn(folder, Target), type: Type ?? '' })
    },
  })
  return relations
}

const pathIn = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(`${folder}${target}`, 'zip:///').pathname.slice(1)

/** The path of a part beside the workbook's own, by the end of its relation's type. */
async function partOf(book: Workbook, kind: string): Promise<string> {
  const parts = await relationsOf(book.file, book.entries, book.main)
  return [...parts.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target ?? ''
}

/** More letters than are held for all different texts of a workbook together. */
const mostLetters = 100_000_000

/** The texts that cells name by number. Readings for how to pronounce them are left out. */
export async function sharedTexts(book: Workbook): Promise<string[]> {
  const texts: string[] = []
  let inText = false
  let aside = 0
  let text = ''
  let letters = 0
  await readXml(textOf(book.file, book.entries, await partOf(book, 'sharedStrings')), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') aside++
      inText = name === 't'
    },
    text(piece) {
      if (inText && aside === 0) text += piece
    },
    close(name) {
      inText = false
      if (name === 'rPh') aside--
      if (name !== 'si') return
      letters += text.length
      if (letters > mostLetters) throw new FileFault('workbook_bomb')
      texts.push(text)
    },
  })
  return texts
}

/** How the numbers of a cell are shown, by the number of its style. */
export const looksOf = async (book: Workbook): Promise<Look[]> =>
  looksIn(textOf(book.file, book.entries, await partOf(book, 'styles')))

import { SaxesParser } from 'saxes'
import { FileFault } from '../file-fault.ts'

/** What one looks for in a file of a workbook; names come without their prefix. */
export interface XmlEyes {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/** More letters without a tag than any cell may hold: the parser would gather them all before it says a word. */
const longestText = 1_000_000

/** Reads XML as it comes, and never holds it whole. Entities of the file's own are not expanded: they are an error. */
export function xmlReader(eyes: XmlEyes) {
  const parser = new SaxesParser()
  let silent = 0
  const heard = () => {
    silent = 0
  }
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', () => {
    throw new FileFault('workbook_broken')
  })
  parser.on('doctype', () => {
    throw new FileFault('workbook_broken')
  })
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    eyes.open?.(bare(name), attributes as Record<string, string>)
  })
  parser.on('closetag', ({ name }) => {
    heard()
    eyes.close?.(bare(name))
  })
  parser.on('text', (text) => eyes.text?.(text))
  parser.on('cdata', (text) => eyes.text?.(text))
  return {
    write(piece: string): void {
      silent += piece.length
      parser.write(piece)
      if (silent > longestText) throw new FileFault('workbook_bomb')
    },
    close: (): void => void parser.close(),
  }
}

/** Reads one file of a workbook to its end. */
export async function readXml(pieces: AsyncIterable<string>, eyes: XmlEyes): Promise<void> {
  const reader = xmlReader(eyes)
  for await (const piece of pieces) reader.write(piece)
  reader.close()
}

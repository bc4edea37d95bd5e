import type * as Y from 'yjs'
import * as z from 'zod/mini'
import type { Block, Inline, ListItem, RichText } from './rich-text.ts'
import { readXmlText, writeXmlText } from './xml-text.ts'

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** What a team calls its way of working when it begins to write it together. */
export const methodTitle = z.strictObject({ title })

/** The live text of a method is one fragment; its title stands beside it. */
export const methodFragment = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')

/** Begins a live text with the words of a version that was written before. */
export const seedMethod = (doc: Y.Doc, body: string): void =>
  writeXmlText(methodFragment(doc), { type: 'doc', content: paragraphsOf(body).map(paragraphOf) })

const paragraphOf = (words: string): Block => ({
  type: 'paragraph',
  content: words.split('\n').flatMap((line, at): Inline[] => {
    const text: Inline[] = line ? [{ type: 'text', text: line }] : []
    return at === 0 ? text : [{ type: 'hardBreak' }, ...text]
  }),
})

/** The longest text that a version holds. */
export const longestMethod = 20_000

/** A version's text from the live one: undefined where that holds what cannot be put on paper. */
export function methodBody(doc: Y.Doc): string | undefined {
  const text = readXmlText(methodFragment(doc))
  return text && bodyOf(text)
}

export const paragraphsOf = (body: string): string[] => body.split(/\n{2,}/).filter((text) => text.trim() !== '')

/** The words in paragraphs, as they are filed, hashed and compared: lists and headings keep their signs, as in Markdown. */
export const bodyOf = (text: RichText): string =>
  text.content
    .map((block) => blockText(block))
    .filter((words) => words.trim() !== '')
    .join('\n\n')

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return wordsOf(block.content)
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${wordsOf(block.content)}`
    case 'blockquote':
      return indented(block.content.map(blockText).join('\n'), '> ')
    case 'bulletList':
      return block.content.map((item) => itemText(item, '- ')).join('\n')
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return block.content.map((item, at) => itemText(item, `${start + at}. `)).join('\n')
    }
  }
}

const itemText = (item: ListItem, sign: string): string =>
  sign + indented(item.content.map(blockText).join('\n'), ' '.repeat(sign.length)).trimStart()

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n')

const wordsOf = (inlines: readonly Inline[] = []): string =>
  inlines.map((part) => (part.type === 'text' ? part.text : '\n')).join('')

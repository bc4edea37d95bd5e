import * as Y from 'yjs'
import type { Block, Inline, ListItem, Mark, RichText } from './rich-text.ts'

/** Thrown by the walk below where a fragment holds what no editor of ours writes; never leaves this file. */
class Unreadable extends Error {}

/** The text of a live fragment, as the editor shows it; undefined where it holds what cannot be agreed on paper. */
export function readXmlText(fragment: Y.XmlFragment): RichText | undefined {
  try {
    return { type: 'doc', content: fragment.toArray().map((node) => readBlock(node, 1)) }
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

type XmlNode = Y.XmlElement | Y.XmlText | Y.XmlHook

/** Far deeper than anyone writes lists, and far from the depth that would break the walk. */
const deepest = 32

function readBlock(node: XmlNode, depth: number): Block {
  const element = elementOf(node)
  if (depth > deepest) throw new Unreadable()
  switch (element.nodeName) {
    case 'paragraph':
      return { type: 'paragraph', ...contentOf(element) }
    case 'heading':
      return { type: 'heading', attrs: { level: integer(element, 'level', 2, 4) }, ...contentOf(element) }
    case 'blockquote':
      return { type: 'blockquote', content: blocksOf(element, depth) }
    case 'bulletList':
      return { type: 'bulletList', content: itemsOf(element, depth) }
    case 'orderedList': {
      const start = element.hasAttribute('start') ? integer(element, 'start', 1, 9999) : 1
      const content = itemsOf(element, depth)
      return { type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content }
    }
    default:
      throw new Unreadable()
  }
}

const blocksOf = (element: Y.XmlElement, depth: number): Block[] =>
  some(element.toArray().map((node) => readBlock(node, depth + 1)))

const itemsOf = (element: Y.XmlElement, depth: number): ListItem[] =>
  some(
    element.toArray().map((node) => ({ type: 'listItem', content: blocksOf(elementOf(node, 'listItem'), depth + 1) })),
  )

/** One form for one text: neighbours of the same marks are one, and an empty paragraph has no content at all. */
function contentOf(element: Y.XmlElement): { content?: Inline[] } {
  const content: Inline[] = []
  for (const part of element.toArray().flatMap(readInline)) {
    const last = content.at(-1)
    if (part.type === 'text' && last?.type === 'text' && sameMarks(part.marks, last.marks)) last.text += part.text
    else content.push(part)
  }
  return content.length > 0 ? { content } : {}
}

function readInline(node: XmlNode): Inline[] {
  if (node instanceof Y.XmlText) return (node.toDelta() as Delta[]).map(readDelta)
  if (elementOf(node).nodeName === 'hardBreak') return [{ type: 'hardBreak' }]
  throw new Unreadable()
}

interface Delta {
  insert?: unknown
  attributes?: Record<string, unknown>
}

function readDelta(delta: Delta): Inline {
  if (typeof delta.insert !== 'string') throw new Unreadable()
  const names = Object.keys(delta.attributes ?? {})
  if (names.some((name) => name !== 'bold' && name !== 'italic')) throw new Unreadable()
  const marks = (['bold', 'italic'] as const).filter((name) => names.includes(name)).map((type): Mark => ({ type }))
  return { type: 'text', text: delta.insert, ...(marks.length > 0 ? { marks } : {}) }
}

const sameMarks = (a: readonly Mark[] | undefined, b: readonly Mark[] | undefined): boolean =>
  (a ?? []).map((mark) => mark.type).join() === (b ?? []).map((mark) => mark.type).join()

function elementOf(node: XmlNode, name?: string): Y.XmlElement {
  if (node instanceof Y.XmlElement && (name === undefined || node.nodeName === name)) return node
  throw new Unreadable()
}

function some<Node>(nodes: Node[]): Node[] {
  if (nodes.length === 0) throw new Unreadable()
  return nodes
}

function integer(element: Y.XmlElement, name: string, least: number, most: number): number {
  const value = Number(element.getAttribute(name))
  if (!Number.isInteger(value) || value < least || value > most) throw new Unreadable()
  return value
}

/** Fills an empty fragment, in the form in which the editor would write it. */
export function writeXmlText(fragment: Y.XmlFragment, text: RichText): void {
  fragment.insert(0, text.content.map(writeNode))
}

function writeNode(node: Block | ListItem): Y.XmlElement {
  const element = new Y.XmlElement<{ level: number; start: number }>(node.type)
  if (node.type === 'heading') element.setAttribute('level', node.attrs.level)
  if (node.type === 'orderedList') element.setAttribute('start', node.attrs?.start ?? 1)
  if (node.type === 'paragraph' || node.type === 'heading') element.insert(0, writeInlines(node.content ?? []))
  else element.insert(0, (node.content as (Block | ListItem)[]).map(writeNode))
  return element as unknown as Y.XmlElement
}

function writeInlines(inlines: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const written: (Y.XmlElement | Y.XmlText)[] = []
  let run: Delta[] = []
  const flush = () => {
    if (run.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(run)
    written.push(text)
    run = []
  }
  for (const part of inlines) {
    if (part.type === 'text')
      run.push({ insert: part.text, attributes: Object.fromEntries((part.marks ?? []).map((mark) => [mark.type, {}])) })
    else {
      flush()
      written.push(new Y.XmlElement('hardBreak'))
    }
  }
  flush()
  return written
}

import * as z from 'zod/mini'

/** The nodes and marks of our texts: ProseMirror's JSON, restricted to what can be agreed on paper. */
export type Mark = { type: 'bold' } | { type: 'italic' }
export type Inline = { type: 'text'; text: string; marks?: Mark[] | undefined } | { type: 'hardBreak' }
export interface ListItem {
  type: 'listItem'
  content: Block[]
}
export type Block =
  | { type: 'paragraph'; content?: Inline[] | undefined }
  | { type: 'heading'; attrs: { level: number }; content?: Inline[] | undefined }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content: ListItem[] }
export interface RichText {
  type: 'doc'
  content: Block[]
}

const mark = z.strictObject({ type: z.enum(['bold', 'italic']) })
const inline = z.union([
  z.strictObject({
    type: z.literal('text'),
    text: z.string().check(z.minLength(1)),
    marks: z.optional(z.array(mark).check(z.minLength(1), z.maxLength(2))),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
const inlines = z.optional(z.array(inline).check(z.minLength(1)))
const blocks = () => z.array(block).check(z.minLength(1))
const listItem = z.strictObject({ type: z.literal('listItem'), content: z.lazy(blocks) })
const items = z.array(listItem).check(z.minLength(1))
const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), content: inlines }),
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.strictObject({ level: z.int().check(z.minimum(2), z.maximum(4)) }),
      content: inlines,
    }),
    z.strictObject({ type: z.literal('blockquote'), content: blocks() }),
    z.strictObject({ type: z.literal('bulletList'), content: items }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.optional(z.strictObject({ start: z.int().check(z.minimum(1), z.maximum(9999)) })),
      content: items,
    }),
  ]),
)

export const richText: z.ZodMiniType<RichText> = z.strictObject({
  type: z.literal('doc'),
  content: z.array(block),
})

/** A text of plain paragraphs. */
export const paragraphs = (...texts: string[]): RichText => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) })),
})

/** The words alone, a line a block: for searches, comparisons, and "is anything written here?". */
export const plainText = (doc: RichText): string => plainLines(doc).join('\n').trim()

/** The words of each paragraph and heading, in order. */
export function plainLines(doc: RichText): string[] {
  const lines: string[] = []
  const walk = (nodes: readonly (Block | ListItem)[]) => {
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'heading')
        lines.push((node.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join(''))
      else walk(node.content)
    }
  }
  walk(doc.content)
  return lines
}

export const isEmptyText = (doc: RichText): boolean => plainText(doc) === ''

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char]!)

/**
 * HTML of a text for server-made pages; every character that could open markup is escaped, tags come from this table
 * only. The text's highest heading stands one level under the page's heading above it.
 */
export function renderHtml(doc: RichText): string {
  const inlineHtml = (part: Inline): string => {
    if (part.type === 'hardBreak') return '<br>'
    const tags = (part.marks ?? []).map((m) => (m.type === 'bold' ? 'strong' : 'em'))
    return tags.reduce((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(part.text))
  }
  const wrap = (tag: string, inner: string, attributes = '') => `<${tag}${attributes}>${inner}</${tag}>`
  const blockHtml = (node: Block | ListItem): string => {
    switch (node.type) {
      case 'paragraph':
        return wrap('p', (node.content ?? []).map(inlineHtml).join(''))
      case 'heading':
        return wrap(`h${Number(node.attrs.level) + 1}`, (node.content ?? []).map(inlineHtml).join(''))
      case 'orderedList': {
        const start = Number(node.attrs?.start ?? 1)
        return wrap('ol', node.content.map(blockHtml).join(''), start === 1 ? '' : ` start="${start}"`)
      }
      default: {
        const tag = { blockquote: 'blockquote', bulletList: 'ul', listItem: 'li' }[node.type]
        return wrap(tag, (node.content as (Block | ListItem)[]).map(blockHtml).join(''))
      }
    }
  }
  return doc.content.map(blockHtml).join('')
}

import * as z from 'zod/mini'

/** The nodes and marks of our texts: ProseMirror's JSON, restricted to what can be agreed on paper. */
export type Mark = { type: 'bold' } | { type: 'italic' }
export type Inline = { type: 'text'; text: string; marks?: Mark[] | undefined } | { type: 'hardBreak' }
export type Block =
  | { type: 'paragraph'; content?: Inline[] | undefined }
  | { type: 'heading'; attrs: { level: number }; content?: Inline[] | undefined }
  | { type: 'blockquote' | 'bulletList' | 'listItem'; content?: Block[] | undefined }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content?: Block[] | undefined }
export interface RichText {
  type: 'doc'
  content: Block[]
}

const mark = z.strictObject({ type: z.enum(['bold', 'italic']) })
const inline = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().check(z.minLength(1)), marks: z.optional(z.array(mark)) }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
const inlines = z.optional(z.array(inline))
const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.literal('paragraph'), content: inlines }),
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.strictObject({ level: z.int().check(z.minimum(2), z.maximum(4)) }),
      content: inlines,
    }),
    z.strictObject({ type: z.enum(['blockquote', 'bulletList', 'listItem']), content: z.optional(z.array(block)) }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.optional(z.strictObject({ start: z.int().check(z.minimum(1), z.maximum(9999)) })),
      content: z.optional(z.array(block)),
    }),
  ]),
) as z.ZodMiniType<Block>

export const richText: z.ZodMiniType<RichText> = z.strictObject({
  type: z.literal('doc'),
  content: z.array(block),
}) as z.ZodMiniType<RichText>

/** The words alone, a line a block: for searches, hashes shown to people, and "is anything written here?". */
export function plainText(doc: RichText): string {
  const lines: string[] = []
  const walk = (blocks: readonly Block[]) => {
    for (const node of blocks) {
      if (node.type === 'paragraph' || node.type === 'heading')
        lines.push((node.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join(''))
      else walk(node.content ?? [])
    }
  }
  walk(doc.content)
  return lines.join('\n').trim()
}

export const isEmptyText = (doc: RichText): boolean => plainText(doc) === ''

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char]!)

/** HTML of a text for server-made pages; every character that could open markup is escaped, tags come from this table only. */
export function renderHtml(doc: RichText): string {
  const inlineHtml = (part: Inline): string => {
    if (part.type === 'hardBreak') return '<br>'
    const tags = (part.marks ?? []).map((m) => (m.type === 'bold' ? 'strong' : 'em'))
    return tags.reduce((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(part.text))
  }
  const blockHtml = (node: Block): string => {
    switch (node.type) {
      case 'paragraph':
        return `<p>${(node.content ?? []).map(inlineHtml).join('')}</p>`
      case 'heading':
        return `<h${node.attrs.level + 1}>${(node.content ?? []).map(inlineHtml).join('')}</h${node.attrs.level + 1}>`
      case 'orderedList':
        return `<ol${node.attrs && node.attrs.start !== 1 ? ` start="${node.attrs.start}"` : ''}>${(node.content ?? []).map(blockHtml).join('')}</ol>`
      default: {
        const tag = { blockquote: 'blockquote', bulletList: 'ul', listItem: 'li' }[node.type]
        return `<${tag}>${(node.content ?? []).map(blockHtml).join('')}</${tag}>`
      }
    }
  }
  return doc.content.map(blockHtml).join('')
}

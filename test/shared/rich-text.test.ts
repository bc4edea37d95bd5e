import { getSchema } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isEmptyText, paragraphs, plainText, type RichText, renderHtml, richText } from '../../shared/rich-text.ts'
import { readXmlText, writeXmlText } from '../../shared/xml-text.ts'
import { richTexts } from './arbitraries.ts'

const schema = getSchema([
  Document,
  Paragraph,
  Text,
  Heading.configure({ levels: [2, 3, 4] }),
  Bold,
  Italic,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  HardBreak,
])

const fragmentOf = (write: (fragment: Y.XmlFragment) => void): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment('text')
  write(fragment)
  return fragment
}

describe('a rich text', () => {
  test('fits its schema, and comes back from a live fragment as it was written', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        expect(richText.safeParse(text).success).toBe(true)
        expect(readXmlText(fragmentOf((fragment) => writeXmlText(fragment, text)))).toEqual(text)
      }),
    )
  })

  test('is read from what the editor writes, and the editor reads what we write', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        const theirs = fragmentOf((fragment) => prosemirrorJSONToYXmlFragment(schema, text, fragment))
        expect(readXmlText(theirs)).toEqual(text)
        const ours = fragmentOf((fragment) => writeXmlText(fragment, text))
        const node = schema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(ours))
        expect(() => node.check()).not.toThrow()
        expect(node.eq(schema.nodeFromJSON(text))).toBe(true)
      }),
    )
  })

  test('has one form: an empty paragraph and text typed in two pieces are not told apart by how they came about', () => {
    const typed = fragmentOf((fragment) => {
      const paragraph = new Y.XmlElement('paragraph')
      const text = new Y.XmlText()
      paragraph.insert(0, [text, new Y.XmlText()])
      fragment.push([paragraph, new Y.XmlElement('paragraph')])
      text.insert(0, 'one ')
      text.insert(4, 'two')
      ;(paragraph.get(1) as Y.XmlText).insert(0, ' three')
    })
    expect(readXmlText(typed)).toEqual(paragraphs('one two three', ''))
  })

  test.each<[string, (fragment: Y.XmlFragment) => void]>([
    ['an element of no editor', (f) => f.push([new Y.XmlElement('script')])],
    ['text outside a paragraph', (f) => f.push([new Y.XmlText('loose')])],
    ['a list without items', (f) => f.push([new Y.XmlElement('bulletList')])],
    ['a heading of the page’s own level', (f) => f.push([heading(1)])],
    ['a paragraph in a paragraph', (f) => f.push([element('paragraph', [new Y.XmlElement('paragraph')])])],
    ['a mark that paper does not have', (f) => f.push([element('paragraph', [marked({ link: { href: 'x' } })])])],
    ['a picture among the words', (f) => f.push([element('paragraph', [embedded()])])],
    ['lists nested past all sense', (f) => f.push([nested(40)])],
  ])('with %s is no text to agree on', (_, write) => {
    expect(readXmlText(fragmentOf(write))).toBeUndefined()
  })

  test('never makes markup of what was written', () => {
    fc.assert(
      fc.property(richTexts, (text) => {
        const tags = renderHtml(text).match(/<[^>]*>/g) ?? []
        for (const tag of tags)
          expect(tag).toMatch(/^<(\/?(p|h[345]|strong|em|blockquote|ul|ol|li)|br|ol start="\d+")>$/)
      }),
    )
    const hostile = paragraphs('<img src=x onerror=alert(1)> & "quoted" \'so\'')
    expect(renderHtml(hostile)).toBe('<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; &#39;so&#39;</p>')
  })

  test('knows its words, and whether there are any', () => {
    const text: RichText = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Scope' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: paragraphs('first', 'second').content }] },
      ],
    }
    expect(plainText(text)).toBe('Scope\nfirst\nsecond')
    expect(isEmptyText(text)).toBe(false)
    expect(isEmptyText(paragraphs('', '  ', '\n'))).toBe(true)
  })

  test('that a hostile client made up is refused by the schema', () => {
    for (const block of [
      { type: 'paragraph', content: [{ type: 'text', text: '' }] },
      { type: 'bulletList', content: [{ type: 'paragraph' }] },
      { type: 'heading', attrs: { level: 2, style: 'x' } },
      {
        type: 'orderedList',
        attrs: { start: '1" onclick="x' },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
      { type: 'image', src: 'x' },
    ])
      expect(richText.safeParse({ type: 'doc', content: [block] }).success).toBe(false)
  })
})

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
function heading(level: number): Y.XmlElement {
  const made = new Y.XmlElement<{ level: number }>('heading')
  made.setAttribute('level', level)
  return made as unknown as Y.XmlElement
}
function marked(attributes: Record<string, unknown>): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta([{ insert: 'word', attributes }])
  return text
}
function embedded(): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta([{ insert: { image: 'x' } }])
  return text
}
const nested = (depth: number): Y.XmlElement =>
  depth === 0 ? new Y.XmlElement('paragraph') : element('blockquote', [nested(depth - 1)])

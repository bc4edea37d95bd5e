import { Extension } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import * as Y from 'yjs'
import type { PartyMark } from '../ui/who.tsx'

/** By which sign a delegation is shown, in the text as elsewhere. */
export interface AuthorSign {
  mark: string
  side: string
  party: PartyMark
  /** Who wrote it and when, in words. */
  words?: string | undefined
  /** Up to which position of the Yjs client it holds; for all of them where absent. */
  until?: number | undefined
}

/** Who wrote what stands at a position of a Yjs client. */
export type SignOf = (client: number, clock: number) => AuthorSign | undefined

/** Characters of the editor that were written by one person at one time. */
export interface Passage {
  from: number
  to: number
  sign: AuthorSign
}

/** Who wrote each passage of a fragment, at the positions that the editor counts, as the ids in the text say. */
export function passagesOf(fragment: Y.XmlFragment, schema: Schema, signOf: SignOf): Passage[] {
  const passages: Passage[] = []
  const walkText = (text: Y.XmlText, start: number): number => {
    let at = start
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      for (let from = clock; from < clock + item.length; ) {
        const sign = signOf(client, from)
        const end = Math.max(from + 1, Math.min(sign?.until ?? Number.POSITIVE_INFINITY, clock + item.length))
        if (sign) add({ from: at, to: at + end - from, sign })
        at += end - from
        from = end
      }
    }
    return at
  }
  const add = (passage: Passage) => {
    const last = passages.at(-1)
    const isOne =
      last?.to === passage.from && last.sign.mark === passage.sign.mark && last.sign.words === passage.sign.words
    if (isOne) last.to = passage.to
    else passages.push(passage)
  }
  const walk = (of: Y.XmlFragment, start: number): number => {
    let at = start
    for (const child of of.toArray()) {
      if (child instanceof Y.XmlText) at = walkText(child, at)
      else if (child instanceof Y.XmlElement)
        at = schema.nodes[child.nodeName]?.isLeaf ? at + 1 : walk(child, at + 1) + 1
    }
    return at
  }
  walk(fragment, 0)
  return passages
}

const key = new PluginKey<DecorationSet>('whoWrote')

export interface WhoWroteOptions {
  fragment: Y.XmlFragment | undefined
  isOn: () => boolean
  signOf: SignOf
  /** Hears in words who wrote what the cursor is in: for who cannot point at it. */
  onHere: (words: string | undefined) => void
}

/** Underlines every passage by the delegation that wrote it, while it is switched on. Nothing of it is in the text. */
export const WhoWrote = Extension.create<WhoWroteOptions>({
  name: 'whoWrote',
  addOptions: () => ({ fragment: undefined, isOn: () => false, signOf: () => undefined, onHere: () => undefined }),
  addProseMirrorPlugins() {
    const { fragment, isOn, signOf, onHere } = this.options
    if (!fragment) return []
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before, _old, { doc, schema }) => {
            if (!isOn()) return DecorationSet.empty
            if (transaction.getMeta(key) === undefined) return before.map(transaction.mapping, transaction.doc)
            const passages = passagesOf(fragment, schema, signOf).filter(({ to }) => to <= doc.content.size)
            return DecorationSet.create(doc, passages.flatMap(decorationsOf))
          },
        },
        props: { decorations: (state) => key.getState(state) },
        // The text under the editor is up to date only once the editor's change has reached it, so the count is taken after.
        view: () => ({
          update: (view, before) => {
            if (isOn() && view.state.doc !== before.doc) queueMicrotask(() => view.isDestroyed || refreshWhoWrote(view))
            onHere(view.hasFocus() ? wordsAt(key.getState(view.state), view.state.selection.head) : undefined)
          },
        }),
      }),
    ]
  },
})

/** Counts again: after the switch was turned or names arrived. */
export const refreshWhoWrote = (view: {
  dispatch(tr: unknown): void
  state: { tr: { setMeta(key: unknown, value: unknown): unknown } }
}): void => view.dispatch(view.state.tr.setMeta(key, true))

/** What is said of the character before the cursor. */
function wordsAt(decorations: DecorationSet | undefined, at: number): string | undefined {
  const [found] = decorations?.find(Math.max(0, at - 1), at, (spec) => spec.words !== undefined) ?? []
  return found?.spec.words
}

/** Each passage says on its own who wrote it and when; the letters stand only where another delegation begins. */
function decorationsOf({ from, to, sign }: Passage, i: number, all: readonly Passage[]): Decoration[] {
  const attributes = {
    class: 'by',
    'data-by': sign.mark,
    'data-side': sign.side,
    'data-party': sign.party,
    ...(sign.words ? { title: sign.words } : {}),
  }
  const passage = Decoration.inline(from, to, attributes, { words: sign.words })
  const before = all[i - 1]
  if (before?.to === from && before.sign.mark === sign.mark) return [passage]
  const tag = () => {
    const letters = document.createElement('span')
    letters.className = 'by-tag'
    letters.dataset.mark = sign.mark // drawn by the style sheet: it is no word of the text
    letters.contentEditable = 'false'
    return letters
  }
  return [passage, Decoration.widget(from, tag, { side: -1, key: `${sign.mark}:${from}`, ignoreSelection: true })]
}

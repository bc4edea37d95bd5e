import { Extension } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import * as Y from 'yjs'
import type { PartyMark } from '../ui/who.tsx'

/** Characters of the editor that one Yjs client id put there. */
export interface Passage {
  from: number
  to: number
  client: number
}

/** By which sign a delegation is shown, in the text as elsewhere. */
export interface AuthorSign {
  mark: string
  side: string
  party: PartyMark
}

/** Who wrote each passage of a fragment, at the positions that the editor counts, as the ids in the text say. */
export function passagesOf(fragment: Y.XmlFragment, schema: Schema): Passage[] {
  const passages: Passage[] = []
  const walkText = (text: Y.XmlText, start: number): number => {
    let at = start
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const last = passages.at(-1)
      if (last?.to === at && last.client === item.id.client) last.to += item.length
      else passages.push({ from: at, to: at + item.length, client: item.id.client })
      at += item.length
    }
    return at
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

/** Neighbours of the same sign are one passage: a person with two windows is one delegation. */
export function joined(passages: readonly Passage[], signOf: (client: number) => AuthorSign | undefined) {
  const runs: { from: number; to: number; sign: AuthorSign }[] = []
  for (const { from, to, client } of passages) {
    const sign = signOf(client)
    const last = runs.at(-1)
    if (!sign) continue
    if (last?.to === from && last.sign.mark === sign.mark) last.to = to
    else runs.push({ from, to, sign })
  }
  return runs
}

const key = new PluginKey<DecorationSet>('whoWrote')

export interface WhoWroteOptions {
  fragment: Y.XmlFragment | undefined
  isOn: () => boolean
  signOf: (client: number) => AuthorSign | undefined
}

/** Underlines every passage by the delegation that wrote it, while it is switched on. Nothing of it is in the text. */
export const WhoWrote = Extension.create<WhoWroteOptions>({
  name: 'whoWrote',
  addOptions: () => ({ fragment: undefined, isOn: () => false, signOf: () => undefined }),
  addProseMirrorPlugins() {
    const { fragment, isOn, signOf } = this.options
    if (!fragment) return []
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before, _old, { doc, schema }) => {
            if (!isOn()) return DecorationSet.empty
            if (transaction.getMeta(key) === undefined) return before.map(transaction.mapping, transaction.doc)
            const runs = joined(passagesOf(fragment, schema), signOf)
            return DecorationSet.create(doc, runs.filter(({ to }) => to <= doc.content.size).flatMap(decorationsOf))
          },
        },
        props: { decorations: (state) => key.getState(state) },
        // The text under the editor is up to date only once the editor's change has reached it, so the count is taken after.
        view: () => ({
          update: (view, before) => {
            if (isOn() && view.state.doc !== before.doc) queueMicrotask(() => view.isDestroyed || refreshWhoWrote(view))
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

function decorationsOf({ from, to, sign }: { from: number; to: number; sign: AuthorSign }): Decoration[] {
  const attributes = { class: 'by', 'data-by': sign.mark, 'data-side': sign.side, 'data-party': sign.party }
  const tag = () => {
    const letters = document.createElement('span')
    letters.className = 'by-tag'
    letters.dataset.mark = sign.mark // drawn by the style sheet: it is no word of the text
    letters.contentEditable = 'false'
    return letters
  }
  return [
    Decoration.inline(from, to, attributes),
    Decoration.widget(from, tag, { side: -1, key: `${sign.mark}:${from}`, ignoreSelection: true }),
  ]
}

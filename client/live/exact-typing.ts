import { Extension } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Characters of one paragraph that the editor took out and put in, where the cursor was. */
interface Typed {
  before: Node
  after: Node
  from: number
  length: number
  text: string
  attributes: Record<string, unknown>
}

/** What the editor's binding gives of itself to other plugins. */
interface Synced {
  doc: Y.Doc
  addToHistory: boolean
  snapshot: unknown
  binding: { mux(work: () => void): void } | null
}

const key = new PluginKey<Typed | undefined>('exactTyping')

/**
 * Writes what is typed into the live text at the place where it was typed. The editor's binding compares letters, so that
 * of two that are the same beside each other it may take the neighbour's for the new one, and give one person's letter
 * to another. It runs before the binding, which then finds nothing left to do; what is no plain typing is left to it.
 */
export const ExactTyping = Extension.create<{ fragment: Y.XmlFragment | undefined }>({
  name: 'exactTyping',
  priority: 1_100, // before the binding's 1,000
  addOptions: () => ({ fragment: undefined }),
  addProseMirrorPlugins() {
    const { fragment } = this.options
    if (!fragment) return []
    return [
      new Plugin<Typed | undefined>({
        key,
        state: {
          init: () => undefined,
          apply: (transaction, last, before) => (transaction.docChanged ? typedIn(transaction, before) : last),
        },
        view: () => ({
          update: (view, before) => {
            const typed = key.getState(view.state)
            if (typed && typed.before === before.doc && typed.after === view.state.doc)
              writeTyped(fragment, typed, ySyncPluginKey.getState(view.state) as Synced)
          },
        }),
      }),
    ]
  },
})

/** Plain characters put in the place of others, or of none, in one paragraph; undefined for everything else. */
function typedIn(transaction: Transaction, before: EditorState): Typed | undefined {
  const [step] = transaction.steps
  if (transaction.steps.length !== 1 || !(step instanceof ReplaceStep)) return undefined
  if (transaction.getMeta(ySyncPluginKey)) return undefined // it comes from the live text
  const { from, to, slice } = step
  const [start, end] = [before.doc.resolve(from), before.doc.resolve(to)]
  if (!start.sameParent(end) || !start.parent.isTextblock || slice.openStart + slice.openEnd > 0) return undefined
  const put = slice.content.firstChild
  if (slice.content.childCount > 1 || (put && !put.isText)) return undefined
  if (before.doc.textBetween(from, to).length !== to - from) return undefined // a line break is among them
  const attributes = Object.fromEntries((put?.marks ?? []).map((mark) => [mark.type.name, mark.attrs]))
  const { doc: after } = transaction
  return { before: before.doc, after, from, length: to - from, text: put?.text ?? '', attributes }
}

function writeTyped(fragment: Y.XmlFragment, typed: Typed, synced: Synced): void {
  const { doc, binding, addToHistory, snapshot } = synced
  const place = placeIn(fragment, typed.before.resolve(typed.from), typed.length)
  if (!binding || !place || snapshot || addToHistory === false) return
  binding.mux(() =>
    doc.transact((transaction) => {
      transaction.meta.set('addToHistory', addToHistory)
      if (typed.length > 0) place.text.delete(place.index, typed.length)
      if (typed.text !== '') place.text.insert(place.index, typed.text, typed.attributes)
    }, ySyncPluginKey),
  )
}

/** Where a position of the editor is in the live text; undefined unless the two say the same there. */
function placeIn(
  fragment: Y.XmlFragment,
  at: ResolvedPos,
  length: number,
): { text: Y.XmlText; index: number } | undefined {
  let parent: Y.XmlFragment = fragment
  for (let depth = 0; depth < at.depth; depth++) {
    const child = parent.length > at.index(depth) ? parent.get(at.index(depth)) : undefined
    if (!(child instanceof Y.XmlElement)) return undefined
    parent = child
  }
  let start = 0
  for (const child of parent.toArray()) {
    const size = child instanceof Y.XmlText ? child.length : 1
    const index = at.parentOffset - start
    if (child instanceof Y.XmlText && index >= 0 && index + length <= size) {
      const words = (child.toDelta() as { insert: unknown }[]).map((part) => part.insert).join('')
      const isSame = words === at.parent.textBetween(start, Math.min(start + size, at.parent.content.size))
      return isSame ? { text: child, index } : undefined
    }
    start += size
  }
  return undefined
}

import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type { PeerUser } from '../../shared/live.ts'
import { signOf } from './peers.ts'

/** The others' carets: a thin line with a cap, and the delegation's mark in the margin, so that no flag covers a word. */
export const Carets = Extension.create<{ awareness: Awareness | undefined }>({
  name: 'carets',
  addOptions: () => ({ awareness: undefined }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: caretOf,
        selectionBuilder: () => ({ class: 'selected-by' }),
      }),
    ]
  },
})

function caretOf(user: PeerUser): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.setAttribute('aria-hidden', 'true')
  const margin = document.createElement('i')
  const { mark, side, party } = signOf(user)
  const who = document.createElement('span')
  who.className = 'who'
  who.dataset.side = side
  who.dataset.party = party
  if (mark.length > 2) who.dataset.long = ''
  // Drawn by the style sheet: letters here would be read and copied as words of the text.
  who.dataset.mark = mark
  margin.append(who)
  caret.append(margin)
  return caret
}

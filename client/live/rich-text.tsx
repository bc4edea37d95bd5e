import { Editor, type Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { createEffect, createSignal, createUniqueId, type JSX, on, onCleanup, onMount, Show } from 'solid-js'
import type * as Y from 'yjs'
import { formatNumber, t } from '../text.ts'
import { tell } from '../ui/toast.tsx'
import { Carets } from './carets.ts'
import { ExactTyping } from './exact-typing.ts'
import { textExtensions } from './extensions.ts'
import './live.css'
import type { LiveText } from './live-text.ts'
import { Toolbar } from './toolbar.tsx'
import { refreshWhoWrote, type SignOf, WhoWrote } from './who-wrote.ts'

/** A paste of this many characters still is one update of a size that the server takes. */
const longestPaste = 60_000

export interface RichTextProps {
  live: LiveText
  /** Does not change: another fragment is another editor. */
  fragment: Y.XmlFragment
  /** What the text is, to screen readers. */
  label: string
  /** Absent: as the document and the person allow. */
  editable?: boolean | undefined
  placeholder?: string | undefined
  /** What the text is called to peers, as a field is. */
  place?: string | undefined
  id?: string | undefined
  /** Shows who wrote what, while it is given. */
  whoWrote?: SignOf | undefined
}

/** Rich text that several people write at once: Tiptap on a fragment of the live document, with its tools above it. */
export function RichText(props: RichTextProps): JSX.Element {
  const id = props.id ?? createUniqueId()
  const [here, setHere] = createSignal<string>()
  const [editor, setEditor] = createSignal<Editor>()
  const editable = () => props.editable ?? props.live.editable()
  let place!: HTMLDivElement

  onMount(() => {
    const made = new Editor({
      element: place,
      extensions: extensionsOf(props, setHere),
      editable: editable(),
      injectCSS: false,
      editorProps: {
        attributes: ({ doc }) => ({
          id,
          class: 'rich-text',
          spellcheck: 'true',
          'aria-label': props.label,
          ...(editable() ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'group' }),
          ...(isEmpty(doc) && props.placeholder
            ? {
                'data-placeholder': props.placeholder,
                ...(editable() ? { 'aria-placeholder': props.placeholder } : {}),
              }
            : {}),
        }),
        handlePaste: (_view, event) => isTooLong(event.clipboardData),
        handleDrop: (_view, event) => isTooLong(event.dataTransfer),
      },
      onFocus: () => props.place !== undefined && props.live.awareness.setLocalStateField('field', props.place),
    })
    // The editor spreads the attributes that it is made with, which loses a function; the view itself takes one.
    made.setOptions({ editorProps: made.options.editorProps })
    setEditor(made)
    onCleanup(() => made.destroy())
  })
  createEffect(() => {
    const made = editor()
    if (made && made.isEditable !== editable()) made.setEditable(editable(), false)
  })
  createEffect(
    on([editor, () => props.whoWrote, () => props.label], ([made]) => {
      if (made) refreshWhoWrote(made.view)
    }),
  )
  return (
    <div class="prose-edit">
      <Show when={editable() && editor()}>
        {(made) => <Toolbar editor={made()} label={props.label} controls={id} />}
      </Show>
      <div class="prose" ref={place} />
      <Show when={props.whoWrote}>
        <p class="by-here" role="status">
          <Show when={here()}>{(words) => t('live.history.here', { words: words() })}</Show>
        </p>
      </Show>
    </div>
  )
}

const extensionsOf = (props: RichTextProps, onHere: (words: string | undefined) => void): Extensions => [
  ...textExtensions,
  Collaboration.configure({ fragment: props.fragment }),
  ExactTyping.configure({ fragment: props.fragment }),
  Carets.configure({ awareness: props.live.awareness }),
  WhoWrote.configure({
    fragment: props.fragment,
    isOn: () => props.whoWrote !== undefined,
    signOf: (client, clock) => props.whoWrote?.(client, clock),
    onHere,
  }),
]

const isEmpty = (doc: Editor['state']['doc']): boolean =>
  doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0

/** Refuses the paste with a sentence; nothing is cut off in silence. */
function isTooLong(brought: DataTransfer | null): boolean {
  if ((brought?.getData('text/plain') ?? '').length <= longestPaste) return false
  tell(t('live.editor.tooLong', { max: formatNumber(longestPaste) }))
  return true
}

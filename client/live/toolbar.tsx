import type { Editor } from '@tiptap/core'
import { createSignal, For, type JSX, onCleanup } from 'solid-js'
import type { TextKey } from '../text.ts'
import { t } from '../text.ts'

interface Tool {
  key: TextKey
  /** Made anew for each toolbar: an element stands in one place only. */
  sign: () => JSX.Element
  /** What the keyboard does without the toolbar, as `aria-keyshortcuts` writes it. */
  shortcut?: string
  press(editor: Editor): void
  isOn?(editor: Editor): boolean
  isPossible?(editor: Editor): boolean
}

const toggles = (level: 2 | 3 | 4) => ({
  press: (editor: Editor) => void editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor: Editor) => editor.isActive('heading', { level }),
})

const tools: readonly Tool[] = [
  {
    key: 'live.editor.bold',
    sign: () => <b>B</b>,
    shortcut: 'Control+B',
    press: (editor) => void editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    key: 'live.editor.italic',
    sign: () => <em>I</em>,
    shortcut: 'Control+I',
    press: (editor) => void editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  { key: 'live.editor.heading', sign: () => 'H', ...toggles(2) },
  { key: 'live.editor.subheading', sign: () => 'h', ...toggles(3) },
  {
    key: 'live.editor.bulletList',
    sign: () => <Lines path="M6 4h8M6 8h8M6 12h8M2 4h1M2 8h1M2 12h1" />,
    shortcut: 'Control+Shift+8',
    press: (editor) => void editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    key: 'live.editor.orderedList',
    sign: () => <Lines path="M7 4h7M7 8h7M7 12h7M3 2.5v3M2 10h1.6L2 12.5h1.6" />,
    shortcut: 'Control+Shift+7',
    press: (editor) => void editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    key: 'live.editor.quote',
    sign: () => '”',
    shortcut: 'Control+Shift+B',
    press: (editor) => void editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    key: 'live.editor.undo',
    sign: () => '↶',
    shortcut: 'Control+Z',
    press: (editor) => void editor.chain().focus().undo().run(),
    isPossible: (editor) => editor.can().undo(),
  },
  {
    key: 'live.editor.redo',
    sign: () => '↷',
    shortcut: 'Control+Y',
    press: (editor) => void editor.chain().focus().redo().run(),
    isPossible: (editor) => editor.can().redo(),
  },
]

function Lines(props: { path: string }): JSX.Element {
  return (
    <svg width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
      <path d={props.path} />
    </svg>
  )
}

/** One stop of the Tab key; the arrows go from tool to tool, Escape back into the text. */
export function Toolbar(props: { editor: Editor; label: string; controls: string }): JSX.Element {
  const [turn, setTurn] = createSignal(0)
  const [at, setAt] = createSignal(0)
  const follow = () => setTurn((count) => count + 1)
  const followed = props.editor
  followed.on('transaction', follow)
  onCleanup(() => followed.off('transaction', follow))
  const now = <T,>(ask: (editor: Editor) => T): T => {
    turn()
    return ask(props.editor)
  }
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.key === 'Escape') return void props.editor.commands.focus()
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tools.length - 1
          : step && (at() + step + tools.length) % tools.length
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    event.currentTarget.querySelectorAll('button')[to]?.focus()
  }
  return (
    <div
      class="tools"
      role="toolbar"
      aria-label={t('live.editor.toolbar', { label: props.label })}
      aria-controls={props.controls}
      onKeyDown={move}
    >
      <For each={tools}>
        {(tool, index) => (
          <button
            type="button"
            class="tool"
            tabindex={index() === at() ? 0 : -1}
            aria-label={t(tool.key)}
            title={t(tool.key)}
            aria-keyshortcuts={tool.shortcut}
            aria-pressed={tool.isOn && now(tool.isOn)}
            aria-disabled={tool.isPossible && !now(tool.isPossible) ? 'true' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setAt(index())}
            onClick={() => tool.press(props.editor)}
          >
            {tool.sign()}
          </button>
        )}
      </For>
    </div>
  )
}

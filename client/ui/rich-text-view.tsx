import { For, type JSX, Match, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Block, Inline, ListItem, RichText } from '../../shared/rich-text.ts'

/** A text as it is kept, made of nodes. `under` is the level of the heading above it: its own stand below that. */
export function RichTextView(props: { text: RichText; under?: number | undefined }): JSX.Element {
  return <For each={props.text.content}>{(node) => <BlockView node={node} under={props.under ?? 2} />}</For>
}

function BlockView(props: { node: Block | ListItem; under: number }): JSX.Element {
  const inner = () => <For each={blocksOf(props.node)}>{(node) => <BlockView node={node} under={props.under} />}</For>
  return (
    <Switch>
      <Match when={props.node.type === 'paragraph'}>
        <p>
          <Inlines of={inlinesOf(props.node)} />
        </p>
      </Match>
      <Match when={props.node.type === 'heading' && props.node}>
        {(node) => (
          <Dynamic component={`h${Math.min(6, props.under + node().attrs.level - 1)}`}>
            <Inlines of={inlinesOf(node())} />
          </Dynamic>
        )}
      </Match>
      <Match when={props.node.type === 'orderedList' && props.node}>
        {(node) => <ol start={node().attrs?.start ?? 1}>{inner()}</ol>}
      </Match>
      <Match when={props.node.type === 'bulletList'}>
        <ul>{inner()}</ul>
      </Match>
      <Match when={props.node.type === 'listItem'}>
        <li>{inner()}</li>
      </Match>
      <Match when={props.node.type === 'blockquote'}>
        <blockquote>{inner()}</blockquote>
      </Match>
    </Switch>
  )
}

function Inlines(props: { of: readonly Inline[] }): JSX.Element {
  return <For each={props.of}>{(part) => (part.type === 'hardBreak' ? <br /> : <Words part={part} />)}</For>
}

function Words(props: { part: Extract<Inline, { type: 'text' }> }): JSX.Element {
  const has = (mark: 'bold' | 'italic') => props.part.marks?.some((one) => one.type === mark)
  const italic = () => (has('italic') ? <em>{props.part.text}</em> : props.part.text)
  return <>{has('bold') ? <strong>{italic()}</strong> : italic()}</>
}

const blocksOf = (node: Block | ListItem): readonly (Block | ListItem)[] =>
  node.type === 'paragraph' || node.type === 'heading' ? [] : node.content
const inlinesOf = (node: Block | ListItem): readonly Inline[] =>
  node.type === 'paragraph' || node.type === 'heading' ? (node.content ?? []) : []

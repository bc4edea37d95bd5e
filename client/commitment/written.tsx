import { For, type JSX } from 'solid-js'

/** What people wrote, a paragraph a line. */
export function Written(props: { text: string }): JSX.Element {
  return <For each={props.text.split(/\n+/).filter((line) => line.trim() !== '')}>{(line) => <p>{line}</p>}</For>
}

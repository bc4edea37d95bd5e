import type { JSX } from 'solid-js'

/** More, for who wants it. Printed open. */
export function Disclose(props: {
  summary: JSX.Element
  open?: boolean | undefined
  children: JSX.Element
}): JSX.Element {
  return (
    <details class="disclose" open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  )
}

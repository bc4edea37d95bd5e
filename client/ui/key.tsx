import type { JSX } from 'solid-js'

/** What the marks of a drawing mean. */
export const Key = (props: { children: JSX.Element }): JSX.Element => <ul class="key">{props.children}</ul>

/** One mark, drawn as it is in the drawing, sixteen units high, and its meaning. */
export const KeyItem = (props: {
  width: number
  look?: string | undefined
  mark: JSX.Element
  children: JSX.Element
}): JSX.Element => (
  <li>
    <svg width={props.width} height="16" aria-hidden="true" class={props.look}>
      {props.mark}
    </svg>{' '}
    {props.children}
  </li>
)

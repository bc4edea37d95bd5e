import type { JSX } from 'solid-js'

/** Full, half, empty, struck (crossed), none (broken: no data) or sealed (ruled). */
export type Mark = 'full' | 'half' | 'empty' | 'struck' | 'none' | 'sealed'

/** A state: always a mark and its word. */
export function State(props: { mark: Mark; children: JSX.Element }): JSX.Element {
  return (
    <span class="state" data-mark={props.mark}>
      {props.children}
    </span>
  )
}

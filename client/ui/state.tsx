import type { JSX } from 'solid-js'
import type { Mark } from '../../shared/marks.ts'

/** Full, half, empty, struck (crossed), none (broken: no data) or sealed (ruled). */

/** A state: always a mark and its word. */
export function State(props: { mark: Mark; children: JSX.Element }): JSX.Element {
  return (
    <span class="state" data-mark={props.mark}>
      {props.children}
    </span>
  )
}

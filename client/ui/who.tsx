import { type JSX, Show } from 'solid-js'
import type { SeatKind, Side } from '../../shared/agreement.ts'

/** Full for the first party, hollow for the second, none (broken) for whoever is neutral. */
export type PartyMark = 'full' | 'hollow' | 'none'

export const partyMark = (position: number): PartyMark => (position % 2 === 0 ? 'full' : 'hollow')

/**
 * Who speaks: letters and shape, never colour. Square for governments, round for workers, six-sided for employers.
 * The mark is for the eye; `name` says it to all others, beside the mark or (with `quiet`) to screen readers alone.
 */
export function Who(props: {
  mark: string
  side: Side | SeatKind | undefined
  party: PartyMark
  name?: JSX.Element | undefined
  quiet?: boolean | undefined
}): JSX.Element {
  const sign = () => (
    <span
      class="who"
      data-side={props.side}
      data-party={props.party}
      data-long={props.mark.length > 2 ? '' : undefined}
      aria-hidden="true"
    >
      {props.mark}
    </span>
  )
  return (
    <Show when={props.name} fallback={sign()}>
      <span class="who-line">
        {sign()} <span classList={{ vh: props.quiet === true }}>{props.name}</span>
      </span>
    </Show>
  )
}

import { For, type JSX } from 'solid-js'
import { type Side, sides } from '../../shared/agreement.ts'
import { t } from '../text.ts'

/** Side by party, one cell a delegation, as everywhere that all delegations are shown at once. */
export function SixGrid<Party extends { id: string; name: string }>(props: {
  caption: string
  parties: readonly Party[]
  cell: (side: Side, party: Party) => JSX.Element
}): JSX.Element {
  return (
    <table class="six">
      <caption class="vh">{props.caption}</caption>
      <thead>
        <tr>
          <td />
          <For each={props.parties}>{(party) => <th scope="col">{party.name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={sides}>
          {(side) => (
            <tr>
              <th scope="row">{t(`ui.side.${side}`)}</th>
              <For each={props.parties}>{(party) => <td>{props.cell(side, party)}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

import { For, type JSX, Show } from 'solid-js'
import { t } from '../../text.ts'
import type { Seen } from '../comparison-seen.ts'
import { SpreadFigure, SpreadKey } from './spread.tsx'
import { Strip, StripKey } from './strip.tsx'

/** Teams past this are drawn as a spread of dots: as lines they would fill screens. */
export const mostLines = 15

/** The indicators side by side, a small chart each. */
export function Side(props: { seen: Seen }): JSX.Element {
  const many = () => props.seen.teams.length > mostLines
  return (
    <>
      <div class="multi-head">
        <h2>{t('record.sideBySide', { count: props.seen.rows.length })}</h2>
        <Show when={many()} fallback={<StripKey seen={props.seen} />}>
          <SpreadKey seen={props.seen} />
        </Show>
      </div>
      <div class={many() ? 'charts' : 'multiples'}>
        <For each={props.seen.rows}>
          {(row) => (
            <Show when={many()} fallback={<Strip seen={props.seen} row={row} />}>
              <SpreadFigure seen={props.seen} row={row} />
            </Show>
          )}
        </For>
      </div>
    </>
  )
}

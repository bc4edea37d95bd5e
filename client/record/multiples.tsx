import { createSignal, For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import type { Comparison, Row } from './comparison.ts'
import { Strip, StripKey } from './strip.tsx'

/** Strips past this are shown when they are asked for; the table has all of them. */
const firstStrips = 12

/** The indicators side by side, a small chart each. */
export function Multiples(props: { comparison: Comparison; from: string | undefined }): JSX.Element {
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.comparison.rows : props.comparison.rows.slice(0, firstStrips))
  const indicator = (row: Row) => props.comparison.indicators.find((one) => one.id === row.indicatorId)
  return (
    <section aria-labelledby="multiples-h">
      <div class="multi-head">
        <h2 id="multiples-h">{t('record.sideBySide', { count: props.comparison.rows.length })}</h2>
        <StripKey />
      </div>
      <div class="multiples">
        <For each={shown()}>
          {(row) => (
            <Show when={indicator(row)}>
              {(found) => (
                <Strip
                  indicator={found()}
                  indicators={props.comparison.indicators}
                  row={row}
                  teams={props.comparison.teams}
                  from={props.from}
                />
              )}
            </Show>
          )}
        </For>
      </div>
      <Show when={shown().length < props.comparison.rows.length}>
        <p>
          <button type="button" class="link" onClick={() => setAll(true)}>
            {t('record.allStrips', { count: props.comparison.rows.length })}
          </button>
        </p>
      </Show>
    </section>
  )
}

import { For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { Fact, Facts, Part } from '../ui/lists.tsx'
import type { Comparison } from './comparison.ts'
import { definitionOf, titleOf } from './words.ts'

/** What each figure is and where it comes from: without that it is no record. */
export function Definitions(props: { comparison: Comparison }): JSX.Element {
  const shown = () => {
    const asked = new Set(props.comparison.rows.map((row) => row.indicatorId))
    return props.comparison.indicators.filter((indicator) => asked.has(indicator.id))
  }
  return (
    <Part title={t('record.definitions')}>
      <Facts rules>
        <For each={shown()}>
          {(indicator) => (
            <Fact name={titleOf(indicator)}>
              {definitionOf(indicator)}{' '}
              <Show when={indicator.source}>
                <span class="meta">{t('record.sourceIs', { source: indicator.source })}</span>
              </Show>
            </Fact>
          )}
        </For>
      </Facts>
    </Part>
  )
}

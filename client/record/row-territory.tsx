import { For, type JSX, Show } from 'solid-js'
import { type TerritoryMeaning, territoryMeanings } from '../../shared/mapping.ts'
import { t } from '../text.ts'
import { Select } from '../ui/select.tsx'
import { ColumnSelect } from './column-select.tsx'
import type { Importer } from './importer.ts'
import type { FileSeen } from './scan-file.ts'

/** A territory that a file tells in parts: which rows speak of the whole, and which parts are taken, marked as parts. */
export function TerritoryRows(props: { seen: FileSeen; importer: Importer; team: string }): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  const words = () => props.seen.columns.find((one) => one.index === draft().territoryColumn)?.words ?? []
  const candidates = () => props.seen.columns.filter((column) => !column.many)
  return (
    <fieldset class="choices">
      <legend>{t('record.territory')}</legend>
      <ColumnSelect
        label={t('record.territoryColumn')}
        columns={candidates()}
        empty={t('record.notInFile')}
        value={draft().territoryColumn}
        onInput={(territoryColumn) => set({ territoryColumn, territoryWords: {} })}
      />
      <Show when={words().length > 0}>
        <p class="meta">{t('record.territoryHint', { team: props.team })}</p>
        <div class="word-grid">
          <For each={words()}>
            {({ text, count }) => (
              <Select
                label={t('record.wordCount', { word: text, count })}
                options={territoryMeanings.map((meaning) => ({
                  value: meaning,
                  label: t(`record.territory.${meaning}`),
                }))}
                empty={t('record.blankError')}
                value={draft().territoryWords[text]}
                onInput={(value) => set('territoryWords', text, (value || undefined) as TerritoryMeaning)}
              />
            )}
          </For>
        </div>
      </Show>
    </fieldset>
  )
}

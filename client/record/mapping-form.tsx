import { For, type JSX, Show } from 'solid-js'
import { type Indicator, type Missing, missings } from '../../shared/record.ts'
import { t } from '../text.ts'
import { Checkbox, Choices } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { ColumnSelect } from './column-select.tsx'
import { FigureColumns, PeriodOfRow } from './figure-columns.tsx'
import type { Importer } from './importer.ts'
import { StatusWords, ValueWords } from './mapping-words.tsx'
import { OnlyRows, TeamRows } from './row-choice.tsx'
import { TerritoryRows } from './row-territory.tsx'
import type { FileSeen } from './scan-file.ts'

/** Says what the columns hold. What the file suggested stands here already; nothing is taken that is not shown. */
export function MappingForm(props: {
  seen: FileSeen
  importer: Importer
  indicators: readonly Indicator[]
  team: string
}): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  return (
    <div class="stack mapping">
      <p class="note">{t(props.importer.recalled() ? 'record.recalled' : 'record.guessed')}</p>
      <TeamRows seen={props.seen} importer={props.importer} team={props.team} />
      <TerritoryRows seen={props.seen} importer={props.importer} team={props.team} />
      <OnlyRows seen={props.seen} importer={props.importer} />
      <Choices
        label={t('record.aRowHolds')}
        name="kind"
        options={(['column', 'one', 'wide', 'years'] as const).map((kind) => ({
          value: kind,
          label: t(`record.rowHolds.${kind}`),
        }))}
        value={draft().kind}
        onInput={(kind) => set({ kind: kind as 'column' })}
      />
      <Show when={draft().kind !== 'years'}>
        <PeriodOfRow seen={props.seen} importer={props.importer} />
      </Show>
      <FigureColumns {...props} />
      <Meanings {...props} />
    </div>
  )
}

/** What empty cells, marks, words and other columns mean. */
function Meanings(props: { seen: FileSeen; importer: Importer }): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  return (
    <>
      <div class="form-line">
        <Select
          label={t('record.decimal')}
          hint={t('record.decimalHint')}
          options={[
            { value: '.', label: t('record.decimal.point') },
            { value: ',', label: t('record.decimal.comma') },
          ]}
          empty={t('record.decimal.unsaid')}
          value={draft().decimal}
          onInput={(decimal) => set({ decimal: decimal as '.' })}
        />
        <Select
          label={t('record.blankMeans')}
          options={missings.map((missing) => ({ value: missing, label: t(`record.means.${missing}`) }))}
          empty={t('record.blankError')}
          value={draft().blank}
          onInput={(blank) => set({ blank: blank as Missing })}
        />
        <ColumnSelect
          label={t('record.statusColumn')}
          columns={props.seen.columns}
          empty={t('record.notInFile')}
          value={draft().statusColumn}
          onInput={(statusColumn) => set({ statusColumn, statusWords: {} })}
        />
      </div>
      <StatusWords {...props} />
      <ValueWords {...props} />
      <fieldset class="choices">
        <legend>{t('record.noteColumns')}</legend>
        <div class="word-grid">
          <For each={props.seen.columns}>
            {(column) => (
              <Checkbox
                label={column.name}
                checked={draft().notes.includes(column.index)}
                onChange={(on) =>
                  set('notes', (notes) => (on ? [...notes, column.index] : notes.filter((one) => one !== column.index)))
                }
              />
            )}
          </For>
        </div>
      </fieldset>
    </>
  )
}

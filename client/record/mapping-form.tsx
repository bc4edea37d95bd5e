import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { type Indicator, type Missing, missings } from '../../shared/record.ts'
import { t } from '../text.ts'
import { Checkbox, Choices } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { ColumnSelect } from './column-select.tsx'
import type { Importer } from './importer.ts'
import { CodeWords, StatusWords, ValueWords } from './mapping-words.tsx'
import { OnlyRows, TeamRows } from './row-choice.tsx'
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
      <OnlyRows seen={props.seen} importer={props.importer} />
      <div class="form-line">
        <ColumnSelect
          label={t('record.periodColumn')}
          columns={props.seen.columns}
          empty={t('record.notInFile')}
          value={draft().periodColumn}
          onInput={(periodColumn) => set({ periodColumn })}
        />
        <Show when={draft().periodColumn === undefined}>
          <Field
            label={t('record.periodForAll')}
            hint={t('record.periodHint')}
            value={draft().periodFixed}
            onInput={(periodFixed) => set({ periodFixed: periodFixed.trim() })}
          />
        </Show>
      </div>
      <Choices
        label={t('record.aRowHolds')}
        name="kind"
        options={(['column', 'one', 'wide'] as const).map((kind) => ({
          value: kind,
          label: t(`record.rowHolds.${kind}`),
        }))}
        value={draft().kind}
        onInput={(kind) => set({ kind: kind as 'column' })}
      />
      <FigureColumns {...props} />
      <Meanings {...props} />
    </div>
  )
}

function FigureColumns(props: { seen: FileSeen; importer: Importer; indicators: readonly Indicator[] }): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  const options = () => props.indicators.map((one) => ({ value: one.id, label: one.title }))
  const value = () => (
    <ColumnSelect
      label={t('record.valueColumn')}
      columns={props.seen.columns}
      value={draft().value}
      onInput={(column) => set({ value: column })}
    />
  )
  return (
    <Switch>
      <Match when={draft().kind === 'wide'}>
        <fieldset class="choices">
          <legend>{t('record.wideColumns')}</legend>
          <div class="word-grid">
            <For each={props.seen.columns}>
              {(column) => (
                <Select
                  label={column.name}
                  options={options()}
                  empty={t('record.noFigures')}
                  value={draft().wide[column.index]}
                  onInput={(indicatorId) => set('wide', column.index, indicatorId)}
                />
              )}
            </For>
          </div>
        </fieldset>
      </Match>
      <Match when={draft().kind === 'one'}>
        <div class="form-line">
          {value()}
          <Select
            label={t('record.indicator')}
            options={options()}
            value={draft().indicatorId}
            onInput={(indicatorId) => set({ indicatorId })}
          />
        </div>
      </Match>
      <Match when={true}>
        <div class="form-line">
          {value()}
          <ColumnSelect
            label={t('record.indicatorColumn')}
            columns={props.seen.columns}
            value={draft().indicatorColumn}
            onInput={(indicatorColumn) => set({ indicatorColumn, codes: {} })}
          />
        </div>
        <CodeWords {...props} />
      </Match>
    </Switch>
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

import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { grains, type Indicator } from '../../shared/record.ts'
import { t } from '../text.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { ColumnSelect } from './column-select.tsx'
import type { Importer } from './importer.ts'
import { CodeWords } from './mapping-words.tsx'
import type { FileSeen } from './scan-file.ts'

interface Props {
  seen: FileSeen
  importer: Importer
  indicators: readonly Indicator[]
}

/** Of which period a row is: a column says it, or it is the same for all. */
export function PeriodOfRow(props: Pick<Props, 'seen' | 'importer'>): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  const column = () => props.seen.columns.find((one) => one.index === draft().periodColumn)
  return (
    <div class="form-line">
      <ColumnSelect
        label={t('record.periodColumn')}
        columns={props.seen.columns}
        empty={t('record.notInFile')}
        value={draft().periodColumn}
        onInput={(periodColumn) => set({ periodColumn })}
      />
      <Show when={column()?.dates}>
        <Select
          label={t('record.dateMeans')}
          options={grains.map((grain) => ({ value: grain, label: t(`record.dateMeans.${grain}`) }))}
          empty={t('record.blankError')}
          value={draft().periodDates}
          onInput={(periodDates) => set({ periodDates: periodDates as '' })}
        />
      </Show>
      <Show when={draft().periodColumn === undefined}>
        <Field
          label={t('record.periodForAll')}
          hint={t('record.periodHint')}
          value={draft().periodFixed}
          onInput={(periodFixed) => set({ periodFixed: periodFixed.trim() })}
        />
      </Show>
    </div>
  )
}

/** Which columns hold the figures, and of which indicators and periods. */
export function FigureColumns(props: Props): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
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
        <IndicatorOfEach {...props} />
      </Match>
      <Match when={draft().kind === 'years'}>
        <PeriodOfEach {...props} />
        <div class="form-line">
          <IndicatorColumn {...props} empty={t('record.notInFile')} />
          <Show when={draft().indicatorColumn === undefined}>
            <OneIndicator {...props} />
          </Show>
        </div>
        <CodeWords {...props} />
      </Match>
      <Match when={draft().kind === 'one'}>
        <div class="form-line">
          {value()}
          <OneIndicator {...props} />
        </div>
      </Match>
      <Match when={true}>
        <div class="form-line">
          {value()}
          <IndicatorColumn {...props} />
        </div>
        <CodeWords {...props} />
      </Match>
    </Switch>
  )
}

const OneIndicator = (props: Props): JSX.Element => (
  <Select
    label={t('record.indicator')}
    options={props.indicators.map((one) => ({ value: one.id, label: one.title }))}
    value={props.importer.draft.indicatorId}
    onInput={(indicatorId) => props.importer.setDraft({ indicatorId })}
  />
)

const IndicatorColumn = (props: Props & { empty?: string }): JSX.Element => (
  <ColumnSelect
    label={t('record.indicatorColumn')}
    columns={props.seen.columns}
    empty={props.empty}
    value={props.importer.draft.indicatorColumn}
    onInput={(indicatorColumn) => props.importer.setDraft({ indicatorColumn, codes: {} })}
  />
)

/** A column for each indicator; its name may tell the period as well. */
const IndicatorOfEach = (props: Props): JSX.Element => (
  <fieldset class="choices">
    <legend>{t('record.wideColumns')}</legend>
    <div class="word-grid">
      <For each={props.seen.columns}>
        {(column) => (
          <div>
            <Select
              label={column.name}
              options={props.indicators.map((one) => ({ value: one.id, label: one.title }))}
              empty={t('record.noFigures')}
              value={props.importer.draft.wide[column.index]}
              onInput={(indicatorId) => props.importer.setDraft('wide', column.index, indicatorId)}
            />
            <Show when={props.importer.draft.wide[column.index] && props.importer.draft.periodColumn === undefined}>
              <ColumnPeriod column={column} importer={props.importer} />
            </Show>
          </div>
        )}
      </For>
    </div>
  </fieldset>
)

/** A column for each period. */
const PeriodOfEach = (props: Props): JSX.Element => (
  <fieldset class="choices">
    <legend>{t('record.yearColumns')}</legend>
    <div class="word-grid">
      <For each={props.seen.columns}>
        {(column) => <ColumnPeriod column={column} importer={props.importer} named />}
      </For>
    </div>
  </fieldset>
)

const ColumnPeriod = (props: {
  column: FileSeen['columns'][number]
  importer: Importer
  named?: boolean
}): JSX.Element => (
  <Field
    label={props.named ? props.column.name : t('record.periodOfColumn', { column: props.column.name })}
    value={props.importer.draft.widePeriods[props.column.index] ?? ''}
    onInput={(period) => props.importer.setDraft('widePeriods', props.column.index, period.trim())}
  />
)

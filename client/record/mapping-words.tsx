import { For, type JSX, Show } from 'solid-js'
import { readFigure } from '../../shared/figure.ts'
import { wordKey } from '../../shared/mapping.ts'
import { type Indicator, type Missing, missings } from '../../shared/record.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { Importer } from './importer.ts'
import type { FileSeen } from './scan-file.ts'

const leave = '-'

/** Which indicator each word of the indicator column names, or that its rows are left out. */
export function CodeWords(props: {
  seen: FileSeen
  importer: Importer
  indicators: readonly Indicator[]
}): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  const words = () => props.seen.columns.find((one) => one.index === draft().indicatorColumn)?.words ?? []
  const open = () => words().filter(({ text }) => draft().codes[text] === undefined)
  const options = () => [
    { value: leave, label: t('record.leaveOut') },
    ...props.indicators.map((one) => ({ value: one.id, label: one.title })),
  ]
  const leaveRest = () => set('codes', Object.fromEntries(open().map(({ text }) => [text, ''])))
  return (
    <Show when={words().length > 0}>
      <fieldset class="choices">
        <legend>{t('record.whichIndicator')}</legend>
        <Show when={open().length > 0}>
          <div class="row">
            <Button onClick={leaveRest}>{t('record.leaveRest', { count: open().length })}</Button>
          </div>
        </Show>
        <div class="word-grid">
          <For each={words()}>
            {({ text, count }) => (
              <Select
                label={t('record.wordCount', { word: text, count })}
                options={options()}
                value={draft().codes[text] === '' ? leave : draft().codes[text]}
                onInput={(value) => set('codes', text, value === '' ? undefined! : value === leave ? '' : value)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )
}

/** Why there is no figure, by the words of the column that explains; some of them leave the figure standing. */
export function StatusWords(props: { seen: FileSeen; importer: Importer }): JSX.Element {
  const draft = () => props.importer.draft
  const words = () => {
    const column = props.seen.columns.find((one) => one.index === draft().statusColumn)
    return column?.many ? (props.importer.checked()?.statusWords ?? []) : (column?.words ?? [])
  }
  const options = () => [
    { value: 'figure', label: t('record.means.figure') },
    ...missings.map((missing) => ({ value: missing, label: t(`record.means.${missing}`) })),
  ]
  return (
    <Show when={words().length > 0}>
      <fieldset class="choices">
        <legend>{t('record.statusWords')}</legend>
        <div class="word-grid">
          <For each={words()}>
            {({ text, count }) => (
              <Select
                label={t('record.wordCount', { word: text, count })}
                options={options()}
                value={draft().statusWords[text]}
                onInput={(value) => props.importer.setDraft('statusWords', text, (value || undefined) as Missing)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )
}

/** What stands in place of a figure, and what it means: one of the four silences, or a figure that it stands for. */
export function ValueWords(props: { importer: Importer }): JSX.Element {
  const draft = () => props.importer.draft
  const words = () => props.importer.checked()?.valueWords ?? []
  const meaning = (text: string) => draft().words[text] ?? draft().words[wordKey(text)]
  const set = (text: string, value: number | Missing | undefined) =>
    props.importer.setDraft('words', wordKey(text), value as Missing)
  const kindOf = (text: string) => {
    const found = meaning(text)
    return typeof found === 'number' ? 'figure' : found
  }
  const options = () => [
    { value: 'figure', label: t('record.standsFor') },
    ...missings.map((missing) => ({ value: missing, label: t(`record.means.${missing}`) })),
  ]
  return (
    <Show when={words().length > 0}>
      <fieldset class="choices">
        <legend>{t('record.valueWords')}</legend>
        <div class="word-grid">
          <For each={words()}>
            {({ text, count }) => (
              <div>
                <Select
                  label={t('record.wordCount', { word: text, count })}
                  options={options()}
                  empty={t('record.blankError')}
                  value={kindOf(text)}
                  onInput={(value) => set(text, value === 'figure' ? 0 : ((value || undefined) as Missing))}
                />
                <Show when={kindOf(text) === 'figure'}>
                  <Field
                    label={t('record.figureFor', { word: text })}
                    inputmode="decimal"
                    value={String(meaning(text))}
                    onInput={(value) => {
                      const figure = readFigure(value, { decimal: '.' })
                      if (!('fault' in figure)) set(text, figure.value)
                    }}
                  />
                </Show>
              </div>
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )
}

import { createSignal, For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { ColumnSelect } from './column-select.tsx'
import type { Importer } from './importer.ts'
import type { FileSeen } from './scan-file.ts'

/** Whose the rows are: a team takes its own, by each name that the file has for it. */
export function TeamRows(props: { seen: FileSeen; importer: Importer; team: string }): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  const [typed, setTyped] = createSignal('')
  const column = () => props.seen.columns.find((one) => one.index === draft().teamColumn)
  const words = () => (column()?.words ?? []).filter(({ text }) => !draft().teamNames.includes(text))
  const add = (name: string) => {
    if (name.trim() && !draft().teamNames.includes(name)) set('teamNames', (names) => [...names, name])
    setTyped('')
  }
  return (
    <fieldset class="choices">
      <legend>{t('record.whoseRows', { team: props.team })}</legend>
      <div class="form-line">
        <ColumnSelect
          label={t('record.teamColumn')}
          columns={props.seen.columns}
          empty={t('record.teamAlone')}
          value={draft().teamColumn}
          onInput={(teamColumn) => set({ teamColumn, teamNames: [] })}
        />
        <Show when={column()}>
          {(found) => (
            <Show
              when={!found().many}
              fallback={
                <>
                  <Field label={t('record.teamCalled', { team: props.team })} value={typed()} onInput={setTyped} />
                  <Button onClick={() => add(typed())}>{t('record.addName')}</Button>
                </>
              }
            >
              <Select
                label={t('record.teamCalled', { team: props.team })}
                options={words().map(({ text, count }) => ({
                  value: text,
                  label: t('record.wordCount', { word: text, count }),
                }))}
                value=""
                onInput={add}
              />
            </Show>
          )}
        </Show>
      </div>
      <Names importer={props.importer} />
    </fieldset>
  )
}

function Names(props: { importer: Importer }): JSX.Element {
  const draft = () => props.importer.draft
  const remove = (name: string) => props.importer.setDraft('teamNames', (names) => names.filter((one) => one !== name))
  return (
    <Show when={draft().teamColumn !== undefined && draft().teamNames.length > 0}>
      <ul class="chips">
        <For each={draft().teamNames}>
          {(name) => (
            <li>
              {name}{' '}
              <button
                type="button"
                class="link"
                aria-label={t('record.removeOf', { what: name })}
                onClick={() => remove(name)}
              >
                {t('record.remove')}
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** Where a file says one thing several times (for each sex, for each age): which of them is meant. */
export function OnlyRows(props: { seen: FileSeen; importer: Importer }): JSX.Element {
  const draft = () => props.importer.draft
  const set = props.importer.setDraft
  const wordsOf = (index: number) =>
    (props.seen.columns[index]?.words ?? []).map(({ text, count }) => ({
      value: text,
      label: t('record.wordCount', { word: text, count }),
    }))
  return (
    <fieldset class="choices">
      <legend>{t('record.onlyRows')}</legend>
      <For each={draft().only}>
        {(only, i) => (
          <div class="form-line">
            <ColumnSelect
              label={t('record.onlyColumn')}
              columns={props.seen.columns.filter((column) => !column.many)}
              value={only.column}
              onInput={(column) => column !== undefined && set('only', i(), { column, is: '' })}
            />
            <Select
              label={t('record.onlyIs')}
              options={wordsOf(only.column)}
              value={only.is}
              onInput={(is) => set('only', i(), 'is', is)}
            />
            <Button onClick={() => set('only', (list) => list.filter((_, at) => at !== i()))}>
              {t('record.remove')}
            </Button>
          </div>
        )}
      </For>
      <div>
        <Button
          onClick={() => {
            const first = props.seen.columns.find((column) => !column.many)
            if (first) set('only', (list) => [...list, { column: first.index, is: '' }])
          }}
        >
          {t('record.addOnly')}
        </Button>
      </div>
    </fieldset>
  )
}

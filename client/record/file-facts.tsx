import { For, type JSX, Show } from 'solid-js'
import { type Delimiter, delimiters } from '../../shared/csv.ts'
import { type Encoding, type EncodingFound, encodings } from '../../shared/encoding.ts'
import { sheetOf, type TableForm } from '../../shared/mapping.ts'
import { formatList, formatNumber, t } from '../text.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { Scroll } from '../ui/table.tsx'
import type { Importer } from './importer.ts'
import type { FileSeen } from './scan-file.ts'

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>

/** What was found out about a file; each finding can be overruled, and the file is then looked at again. */
export function FileFacts(props: { seen: FileSeen; importer: Importer }): JSX.Element {
  const form = () => props.seen.form
  return (
    <div class="stack">
      <p role="status">
        {t('record.fileSeen', {
          file: props.importer.file()?.name ?? '',
          rows: props.seen.rows,
          columns: props.seen.header.length,
        })}{' '}
        <code class="meta">SHA-256 {props.seen.hash.slice(0, 16)}…</code>
      </p>
      <div class="form-line">
        <Show when={props.seen.sheets} fallback={<TextForm {...props} />}>
          {(sheets) => (
            <Select
              label={t('record.sheet')}
              options={sheets().map((sheet) => ({ value: sheet, label: sheet }))}
              empty={false}
              value={sheetOf(form())}
              onInput={(sheet) => void props.importer.choose(props.importer.file()!, { sheet })}
            />
          )}
        </Show>
        <LineField
          label={t('record.headerLine')}
          value={form().headerLine}
          most={100}
          onInput={(headerLine) => void props.importer.reform({ headerLine })}
        />
        <LineField
          label={t('record.headerLines')}
          value={form().headerLines ?? 1}
          most={5}
          onInput={(headerLines) => void props.importer.reform({ headerLines })}
        />
      </div>
      <Show when={props.seen.encoding}>{(found) => <EncodingNote found={found()} chosen={encodingOf(form())} />}</Show>
      <Sample seen={props.seen} />
    </div>
  )
}

const encodingOf = (form: TableForm): Encoding | undefined => ('encoding' in form ? form.encoding : undefined)
const delimiterOf = (form: TableForm): Delimiter | undefined => ('delimiter' in form ? form.delimiter : undefined)

/** How a text becomes cells. */
const TextForm = (props: { seen: FileSeen; importer: Importer }): JSX.Element => (
  <>
    <Select
      label={t('record.encoding')}
      options={encodings.map((encoding) => ({ value: encoding, label: t(`record.encoding.${encoding}`) }))}
      empty={false}
      value={encodingOf(props.seen.form)}
      onInput={(encoding) => void props.importer.reform({ encoding: encoding as Encoding })}
    />
    <Select
      label={t('record.delimiter')}
      options={delimiters.map((delimiter) => ({
        value: delimiter,
        label: t(`record.delimiter.${delimiterNames[delimiter]}`),
      }))}
      empty={false}
      value={delimiterOf(props.seen.form)}
      onInput={(delimiter) => void props.importer.reform({ delimiter: delimiter as Delimiter })}
    />
  </>
)

const LineField = (props: {
  label: string
  value: number
  most: number
  onInput: (line: number) => void
}): JSX.Element => (
  <Field
    label={props.label}
    type="number"
    value={String(props.value)}
    onInput={(written) => {
      const line = Number(written)
      if (Number.isInteger(line) && line >= 1 && line <= props.most) props.onInput(line)
    }}
  />
)

/** Where the letters are in doubt: the places that are broken, or that it was a guess. */
function EncodingNote(props: { found: EncodingFound; chosen: Encoding | undefined }): JSX.Element {
  const broken = () => props.chosen === 'utf-8' && props.found.broken.count > 0
  const lines = () => formatList(props.found.broken.lines.map((line) => formatNumber(line)))
  return (
    <Show
      when={broken()}
      fallback={
        <Show when={!props.found.sure && props.chosen === props.found.encoding}>
          <p class="note">{t('record.encodingUnsure')}</p>
        </Show>
      }
    >
      <p class="issue">{t('record.encodingBroken', { count: props.found.broken.count, lines: lines() })}</p>
    </Show>
  )
}

/** The first rows as they are read, so that one sees whether they are read right. */
function Sample(props: { seen: FileSeen }): JSX.Element {
  return (
    <Scroll label={t('ui.wideTable', { caption: t('record.firstRows') })}>
      <table class="sample">
        <caption>{t('record.firstRows')}</caption>
        <thead>
          <tr>
            <For each={props.seen.header}>{(name) => <th scope="col">{name}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.seen.sample.slice(0, 4)}>
            {(row) => (
              <tr>
                <For each={props.seen.header}>{(_, column) => <td>{row.cells[column()]?.slice(0, 120)}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}

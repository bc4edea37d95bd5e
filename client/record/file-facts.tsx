import { For, type JSX, Show } from 'solid-js'
import { type Delimiter, delimiters } from '../../shared/csv.ts'
import { type Encoding, encodings } from '../../shared/encoding.ts'
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
        })}
      </p>
      <div class="form-line">
        <Select
          label={t('record.encoding')}
          options={encodings.map((encoding) => ({ value: encoding, label: t(`record.encoding.${encoding}`) }))}
          empty={false}
          value={form().encoding}
          onInput={(encoding) => void props.importer.reform({ encoding: encoding as Encoding })}
        />
        <Select
          label={t('record.delimiter')}
          options={delimiters.map((delimiter) => ({
            value: delimiter,
            label: t(`record.delimiter.${delimiterNames[delimiter]}`),
          }))}
          empty={false}
          value={form().delimiter}
          onInput={(delimiter) => void props.importer.reform({ delimiter: delimiter as Delimiter })}
        />
        <Field
          label={t('record.headerLine')}
          type="number"
          value={String(form().headerLine)}
          onInput={(line) => {
            const headerLine = Number(line)
            if (Number.isInteger(headerLine) && headerLine >= 1 && headerLine <= 100)
              void props.importer.reform({ headerLine })
          }}
        />
      </div>
      <EncodingNote seen={props.seen} />
      <Sample seen={props.seen} />
    </div>
  )
}

function EncodingNote(props: { seen: FileSeen }): JSX.Element {
  const broken = () => props.seen.form.encoding === 'utf-8' && props.seen.encoding.broken.count > 0
  const lines = () => formatList(props.seen.encoding.broken.lines.map((line) => formatNumber(line)))
  return (
    <Show
      when={broken()}
      fallback={
        <Show when={!props.seen.encoding.sure && props.seen.form.encoding === props.seen.encoding.encoding}>
          <p class="note">{t('record.encodingUnsure')}</p>
        </Show>
      }
    >
      <p class="issue">{t('record.encodingBroken', { count: props.seen.encoding.broken.count, lines: lines() })}</p>
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

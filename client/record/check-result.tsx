import { For, type JSX, Show } from 'solid-js'
import type { RowFault } from '../../shared/import-row.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { formatNumber, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { figureText } from '../ui/figure.tsx'
import { Fact, Facts } from '../ui/lists.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { Checked, PreviewRow } from './check-file.ts'
import { Working } from './file-trouble.tsx'
import type { Importer } from './importer.ts'
import { unsaid } from './mapping-draft.ts'
import { ReportLink } from './running-import.tsx'
import type { FileSeen } from './scan-file.ts'
import { faultWords, periodWords } from './words.ts'

/** What the file would bring, row by row and in all; nothing is sent before the button is pressed. */
export function CheckResult(props: {
  seen: FileSeen
  importer: Importer
  indicators: readonly Indicator[]
  /** Why nothing can be brought in now. */
  refusal: RefusalCode | undefined
  onStart: () => Promise<void>
}): JSX.Element {
  const lacks = () => unsaid(props.importer.draft)
  return (
    <Show
      when={props.importer.checked()}
      fallback={
        <Show
          when={lacks().length === 0}
          fallback={
            <ul class="lines">
              <For each={lacks()}>{(what) => <li>{t(`record.unsaid.${what}`)}</li>}</For>
            </ul>
          }
        >
          <Working {...(props.importer.progress() ?? { done: 0, total: 1 })} onStop={props.importer.forget} />
        </Show>
      }
    >
      {(checked) => (
        <div class="stack">
          <TallyFacts checked={checked()} filename={props.importer.file()?.name ?? ''} />
          <Preview checked={checked()} indicators={props.indicators} seen={props.seen} />
          <Faults checked={checked()} seen={props.seen} />
          <Field
            label={t('record.why')}
            hint={t('record.whyHint')}
            optional
            maxlength={1000}
            value={props.importer.why()}
            onInput={props.importer.setWhy}
          />
          <Button
            primary
            refusal={checked().tally.records === 0 ? 'disclosure_empty' : props.refusal}
            reason={checked().tally.records === 0 ? t('record.nothingToTake') : undefined}
            onClick={props.onStart}
          >
            {t('record.importAct', { count: checked().tally.records })}
          </Button>
        </div>
      )}
    </Show>
  )
}

function TallyFacts(props: { checked: Checked; filename: string }): JSX.Element {
  const tally = () => props.checked.tally
  return (
    <div role="status">
      <Facts>
        <Fact name={t('record.tally.records')}>
          <b>{formatNumber(tally().records)}</b>
        </Fact>
        <Fact name={t('record.tally.otherTeam')}>{formatNumber(tally().otherTeam)}</Fact>
        <Fact name={t('record.tally.leftOut')}>{formatNumber(tally().leftOut)}</Fact>
        <Fact name={t('record.tally.faults')}>
          {formatNumber(tally().faults)}{' '}
          <Show when={tally().faults > 0}>
            <ReportLink report={props.checked.report} filename={props.filename} />
          </Show>
        </Fact>
      </Facts>
    </div>
  )
}

function Preview(props: { checked: Checked; indicators: readonly Indicator[]; seen: FileSeen }): JSX.Element {
  const columns = (): readonly Column<PreviewRow>[] => [
    { head: t('record.line'), cell: (row) => formatNumber(row.line), isHead: true, numeric: true },
    { head: t('record.inFile'), cell: (row) => <span class="meta">{row.cells.join(' | ').slice(0, 160)}</span> },
    { head: t('record.becomes'), cell: (row) => <Becomes row={row} indicators={props.indicators} /> },
  ]
  return (
    <Show when={props.checked.preview.length > 0}>
      <h3>{t('record.preview')}</h3>
      <Table caption={t('record.preview')} hideCaption stack columns={columns()} rows={props.checked.preview} />
    </Show>
  )
}

function Becomes(props: { row: PreviewRow; indicators: readonly Indicator[] }): JSX.Element {
  return (
    <>
      <For each={props.row.outcome.rows}>{(row) => <p>{recordText(row, props.indicators)}</p>}</For>
      <For each={props.row.outcome.faults}>{(fault) => <p class="issue">{faultWords(fault)}</p>}</For>
    </>
  )
}

function recordText(row: ImportedRow, indicators: readonly Indicator[]): string {
  const indicator = indicators.find((one) => one.id === row.indicatorId)
  const figure = row.value === undefined ? figureText(row) : `${figureText(row)} ${row.unit ?? indicator?.unit ?? ''}`
  const said = `${indicator?.title ?? ''}, ${periodWords(row.period)}: ${figure}`
  return row.note ? `${said} (${row.note})` : said
}

function Faults(props: { checked: Checked; seen: FileSeen }): JSX.Element {
  const columns = (): readonly Column<RowFault>[] => [
    { head: t('record.line'), cell: (fault) => formatNumber(fault.line), isHead: true, numeric: true },
    {
      head: t('record.column'),
      cell: (fault) => (fault.column === undefined ? '' : props.seen.header[fault.column]),
    },
    { head: t('record.cell'), cell: (fault) => fault.cell.slice(0, 80) },
    { head: t('record.whatIsWrong'), cell: (fault) => faultWords(fault) },
  ]
  return (
    <Show when={props.checked.faults.length > 0}>
      <h3>
        {t('record.faults', {
          shown: props.checked.faults.length,
          all: props.checked.tally.faults,
          more: props.checked.tally.faults > props.checked.faults.length ? 'yes' : 'no',
        })}
      </h3>
      <Table caption={t('record.tally.faults')} hideCaption stack columns={columns()} rows={props.checked.faults} />
      <Show when={props.checked.faults.some((fault) => fault.code === 'repeated')}>
        <p class="note">{t('record.repeatedHint')}</p>
      </Show>
    </Show>
  )
}

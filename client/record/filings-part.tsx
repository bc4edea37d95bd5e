import { For, type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { formatInstant, formatList, formatNumber, t } from '../text.ts'
import { figureText } from '../ui/figure.tsx'
import { Part } from '../ui/lists.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { DisclosureView } from './records.ts'
import { periodWords } from './words.ts'

type Filing = DisclosureView['filings'][number]
type Amendment = DisclosureView['amendments'][number]
type Changed = Amendment['records'][number]

/** Every filing of a disclosure with its sum, and what each changed of the one before: nothing is amended unseen. */
export function FilingsPart(props: { view: DisclosureView; indicators: readonly Indicator[] }): JSX.Element {
  const text = (number: number) => `/api/disclosures/${encodeURIComponent(props.view.id)}/sealed.txt?filing=${number}`
  const columns = (): readonly Column<Filing>[] => [
    { head: t('record.filing'), cell: (one) => t('record.filingNumber', { number: one.number }), isHead: true },
    { head: t('record.filedOn'), cell: (one) => formatInstant(one.filedAt) },
    { head: t('record.by'), cell: (one) => one.filedBy },
    { head: t('record.records'), cell: (one) => formatNumber(one.records), numeric: true },
    {
      head: t('ui.sum'),
      cell: (one) => (
        <a href={text(one.number)} rel="external" download="" class="hash">
          {one.contentHash.slice(0, 12)}…
        </a>
      ),
    },
  ]
  return (
    <Show when={props.view.filings.length > 1}>
      <Part title={t('record.filings')} id="filings">
        <div class="stack">
          <p>{t('record.filingsLede')}</p>
          <Table caption={t('record.filings')} hideCaption stack columns={columns()} rows={props.view.filings} />
          <For each={props.view.amendments}>
            {(one) => <AmendmentText amendment={one} indicators={props.indicators} />}
          </For>
        </div>
      </Part>
    </Show>
  )
}

function AmendmentText(props: { amendment: Amendment; indicators: readonly Indicator[] }): JSX.Element {
  const parts = () => [
    ...props.amendment.sections.map((section) => t(`record.section.${section}`)),
    ...(props.amendment.note ? [t('record.note')] : []),
    ...(props.amendment.method ? [t('record.method')] : []),
  ]
  const indicator = (one: Changed) => props.indicators.find(({ id }) => id === one.indicatorId)
  const columns = (): readonly Column<Changed>[] => [
    { head: t('record.indicator'), cell: (one) => indicator(one)?.title ?? '', isHead: true },
    { head: t('record.period'), cell: (one) => periodWords(one.period) },
    { head: t('record.before'), cell: (one) => saidText(one.before), numeric: true },
    { head: t('record.after'), cell: (one) => saidText(one.after), numeric: true },
  ]
  const saidText = (figure: Changed['before']) =>
    figure ? figureText(figure as Parameters<typeof figureText>[0]) : t('record.noRecord')
  return (
    <>
      <h3>{t('record.amendmentOf', { number: props.amendment.number })}</h3>
      <Show when={parts().length > 0}>
        <p>{t('record.amendedWords', { parts: formatList(parts()) })}</p>
      </Show>
      <Show when={props.amendment.records.length > 0}>
        <Table
          caption={t('record.amendedRecords', { number: props.amendment.number })}
          stack
          columns={columns()}
          rows={props.amendment.records}
        />
        <Show when={props.amendment.more}>
          <p class="meta">{t('record.amendedMore')}</p>
        </Show>
      </Show>
    </>
  )
}

import { type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { t } from '../text.ts'
import { type Column, Table } from '../ui/table.tsx'
import { unitWords } from './words.ts'

/** The dictionary: what each figure is, so that everyone counts the same. */
export function IndicatorTable(props: { indicators: readonly Indicator[] }): JSX.Element {
  const columns = (): readonly Column<Indicator>[] => [
    { head: t('record.indicator'), cell: (indicator) => <Name indicator={indicator} />, isHead: true },
    { head: t('record.code'), cell: (indicator) => indicator.code },
    { head: t('record.definition'), cell: (indicator) => <Definition indicator={indicator} /> },
    {
      head: t('record.unit'),
      cell: (indicator) => (
        <>
          {indicator.unit}
          <Show when={indicator.denominatorId}>
            {' '}
            <span class="meta">{unitWords(indicator, props.indicators)}</span>
          </Show>
        </>
      ),
    },
    { head: t('record.direction'), cell: (indicator) => t(`record.better.${indicator.direction}`) },
    { head: t('record.grain'), cell: (indicator) => t(`record.grain.${indicator.grain}`) },
  ]
  return (
    <Table
      caption={t('record.indicators')}
      hideCaption
      stack
      columns={columns()}
      rows={props.indicators}
      empty={<p class="meta">{t('record.noIndicators')}</p>}
    />
  )
}

const Name = (props: { indicator: Indicator }): JSX.Element => (
  <>
    {props.indicator.title}{' '}
    <Show when={props.indicator.illustrative}>
      <span class="illus">{t('record.illustrative')}</span>
    </Show>
  </>
)

const Definition = (props: { indicator: Indicator }): JSX.Element => (
  <>
    {props.indicator.definition}{' '}
    <Show when={props.indicator.source}>
      <span class="meta">{t('record.sourceIs', { source: props.indicator.source })}</span>
    </Show>
  </>
)

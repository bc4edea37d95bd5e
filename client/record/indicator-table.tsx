import { type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { t } from '../text.ts'
import { type Column, Table } from '../ui/table.tsx'
import { Breaks } from './break-form.tsx'
import { definitionOf, periodWords, titleOf, unitWords } from './words.ts'

/** The dictionary: what each figure is, so that everyone counts the same. */
export function IndicatorTable(props: {
  indicators: readonly Indicator[]
  agreementId: string
  teams: readonly { id: string; name: string }[]
  onChanged: () => Promise<void>
}): JSX.Element {
  const columns = (): readonly Column<Indicator>[] => [
    { head: t('record.indicator'), cell: (indicator) => <Name indicator={indicator} />, isHead: true },
    { head: t('record.code'), cell: (indicator) => indicator.code },
    {
      head: t('record.definition'),
      cell: (indicator) => (
        <>
          <Definition indicator={indicator} />
          <Breaks {...props} indicator={indicator} />
        </>
      ),
    },
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
    { head: t('comparison.valid'), cell: validWords },
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

function validWords({ validFrom, validTo }: Indicator): string {
  const [from, to] = [validFrom && periodWords(validFrom), validTo && periodWords(validTo)]
  if (from && to) return t('comparison.valid.between', { from, to })
  if (from) return t('comparison.valid.from', { from })
  return to ? t('comparison.valid.to', { to }) : t('comparison.valid.always')
}

const Name = (props: { indicator: Indicator }): JSX.Element => (
  <>
    {titleOf(props.indicator)}{' '}
    <Show when={props.indicator.illustrative}>
      <span class="illus">{t('record.illustrative')}</span>
    </Show>
  </>
)

const Definition = (props: { indicator: Indicator }): JSX.Element => (
  <>
    {definitionOf(props.indicator)}{' '}
    <Show when={props.indicator.source}>
      <span class="meta">{t('record.sourceIs', { source: props.indicator.source })}</span>
    </Show>
  </>
)

import { For, type JSX } from 'solid-js'
import type { Day } from '../../shared/dates.ts'
import { t } from '../text.ts'
import { progressOf, type Sitting, spanOf } from './years.ts'

interface Period {
  id: string
  periodFrom: Day
  periodUntil: Day
}

const percent = (value: number): string => `${value.toFixed(2)}%`
const marks = { closed: 'dot', open: 'own', ahead: 'was' } as const

/** Fora and programmes over the years, drawn; the table after it says the same in words. */
export function YearsFigure(props: {
  sittings: readonly Sitting[]
  programmes: readonly Period[]
  /** The programme in force, if any. */
  inForce: string | undefined
  day: Day
}): JSX.Element {
  const span = () =>
    spanOf([
      props.day,
      ...props.sittings.flatMap(({ from, until }) => [from, until]),
      ...props.programmes.flatMap(({ periodFrom, periodUntil }) => [periodFrom, periodUntil]),
    ])
  const at = (day: Day) => percent(span().at(day))
  const names = () => ({
    from: span().from,
    to: span().to,
    fora: props.sittings.length,
    programmes: props.programmes.length,
  })
  return (
    <figure class="years">
      <div class="years-plot" role="img" aria-label={t('agreement.fora.figure', plain(names()))}>
        <p class="years-l">
          <span>{t('agreement.fora.rowFora')}</span>
          <span>{t('agreement.fora.rowProgrammes')}</span>
        </p>
        <svg width="100%" height="86" aria-hidden="true">
          <For each={span().years}>
            {(year) => <Year year={year} x={at(`${year}-01-01`)} odd={isOdd(span(), year)} />}
          </For>
          <For each={props.programmes}>
            {(one) => (
              <rect
                class={one.id === props.inForce ? 'own' : 'bar'}
                x={at(one.periodFrom)}
                y="44"
                width={percent(span().at(one.periodUntil) - span().at(one.periodFrom))}
                height="8"
              />
            )}
          </For>
          <For each={props.sittings}>
            {(one) => {
              const progress = () => progressOf(one, props.day)
              return <circle class={marks[progress()]} cx={at(one.from)} cy="16" r={progress() === 'open' ? 5.5 : 4} />
            }}
          </For>
          <line class="today" x1={at(props.day)} x2={at(props.day)} y1="-6" y2="64" />
        </svg>
      </div>
      <figcaption class="note">{t('agreement.fora.legend')}</figcaption>
    </figure>
  )
}

/** Years are names here, not quantities: no thousands are grouped. */
const plain = (names: { from: number; to: number; fora: number; programmes: number }) => ({
  ...names,
  from: String(names.from),
  to: String(names.to),
})

/** Where there is little room every second year goes without its number. */
const isOdd = (span: { from: number; years: readonly number[] }, year: number): boolean =>
  span.years.length > 6 && (year - span.from) % 2 === 1

function Year(props: { year: number; x: string; odd: boolean }): JSX.Element {
  return (
    <>
      <line class="grid" x1={props.x} x2={props.x} y1="0" y2="64" />
      <text class="tick" classList={{ odd: props.odd }} x={props.x} dx="3" y="80">
        {props.year}
      </text>
    </>
  )
}

import { type JSX, Show } from 'solid-js'
import type { GapFigure } from '../../../shared/gap.ts'
import { t } from '../../text.ts'
import { Fact, Facts, Part } from '../../ui/lists.tsx'
import { Table } from '../../ui/table.tsx'
import { periodWords } from '../words.ts'
import { countedWords, figureWords, type GapView, intervalWords, unitWords, verdictWords } from './gaps.ts'

interface Line {
  name: string
  figure: GapFigure
  own: boolean
}

/** Both figures with how sure they are, drawn and as a table that says the same; and why they can be compared. */
export function FiguresPart(props: { gap: GapView }): JSX.Element {
  const figures = () => props.gap.figures
  const indicator = () => figures().indicator
  const lines = (): Line[] => [
    { name: props.gap.team.name, figure: figures().team, own: true },
    { name: props.gap.peer.name, figure: figures().peer, own: false },
  ]
  return (
    <Part title={t('gap.figures')}>
      <div class="stack">
        <p class="meta">{t('gap.figuresText')}</p>
        <p>
          <b>{indicator().title}</b> ({unitWords(indicator())}, {t(`record.better.${indicator().direction}`)}),{' '}
          {periodWords(props.gap.period)}
          <Show when={indicator().illustrative}>
            {' '}
            <span class="illus">{t('commitment.illustrative')}</span>
          </Show>
        </p>
        <Drawn gap={props.gap} lines={lines()} />
        <Table
          caption={t('gap.figures')}
          hideCaption
          stack
          rows={lines()}
          columns={[
            { head: t('gap.column.who'), isHead: true, cell: (line) => line.name },
            {
              head: t('gap.column.figure'),
              numeric: true,
              cell: (line) => figureWords(indicator(), line.figure.figure),
            },
            { head: t('gap.column.counted'), cell: (line) => countedWords(line.figure) },
            { head: t('gap.column.interval'), cell: (line) => intervalWords(indicator(), line.figure) },
          ]}
        />
        <p>{verdictWords(figures())}</p>
        <Facts>
          <Fact name={t('gap.definition')}>{indicator().definition}</Fact>
          <Show when={indicator().source}>{(source) => <Fact name={t('record.source')}>{source()}</Fact>}</Show>
          <Show when={figures().team.note}>
            {(note) => <Fact name={t('gap.noteOf', { team: props.gap.team.name })}>{note()}</Fact>}
          </Show>
          <Show when={figures().peer.note}>
            {(note) => <Fact name={t('gap.noteOf', { team: props.gap.peer.name })}>{note()}</Fact>}
          </Show>
        </Facts>
      </div>
    </Part>
  )
}

/** The two on one scale, in per cent of it, so that text never scales. */
function Drawn(props: { gap: GapView; lines: readonly Line[] }): JSX.Element {
  const indicator = () => props.gap.figures.indicator
  const ends = () => props.lines.flatMap(({ figure }) => [figure.low ?? figure.figure, figure.high ?? figure.figure])
  const low = () => Math.min(...ends())
  const width = () => Math.max(...ends()) - low() || 1
  const at = (value: number) => `${4 + (92 * (value - low())) / width()}%`
  const label = () => {
    const [team, peer] = props.lines as [Line, Line]
    return t('gap.chart', {
      team: team.name,
      figure: figureWords(indicator(), team.figure.figure),
      interval: intervalWords(indicator(), team.figure),
      peer: peer.name,
      better: figureWords(indicator(), peer.figure.figure),
      betterInterval: intervalWords(indicator(), peer.figure),
    })
  }
  const mark = (line: Line, y: number) => (
    <>
      <line class="row" x1="0" x2="100%" y1={y} y2={y} />
      <Show when={line.figure.low !== undefined && line.figure.high !== undefined}>
        <line class="reach" x1={at(line.figure.low ?? 0)} x2={at(line.figure.high ?? 0)} y1={y} y2={y} />
      </Show>
      <circle class={line.own ? 'own' : 'dot'} cx={at(line.figure.figure)} cy={y} r="4.5" />
    </>
  )
  return (
    <figure class="strip gap-strip">
      <div class="strip-plot" role="img" aria-label={label()}>
        <span class="l own">{props.gap.team.name}</span>
        <span class="l">{props.gap.peer.name}</span>
        <svg width="100%" height="56" aria-hidden="true">
          {mark(props.lines[0]!, 14)}
          {mark(props.lines[1]!, 42)}
        </svg>
        <span class="v own">{figureWords(indicator(), props.lines[0]!.figure.figure)}</span>
        <span class="v">{figureWords(indicator(), props.lines[1]!.figure.figure)}</span>
      </div>
    </figure>
  )
}

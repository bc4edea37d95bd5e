import './history.css'
import { useNavigate } from '@solidjs/router'
import { createMemo, type JSX, Show } from 'solid-js'
import type { HistoryPoint, PointHere } from '../../shared/history.ts'
import { t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { HistoryChangesView } from './history-changes.tsx'
import { PointChooser, PointsList, pointName } from './history-points.tsx'
import type { HistoryNames, HistorySource } from './history-source.ts'
import { HistorySums } from './history-sums.tsx'

interface HistoryProps {
  title: string
  source: HistorySource
  names: HistoryNames
  /** Back to the text. */
  back: string
  /** The points that the address holds, if it does. */
  asked: [HistoryPoint, HistoryPoint] | undefined
  href: (from: HistoryPoint, to: HistoryPoint) => string
}

/** The history of a text: who changed what between two points, and where it has been. */
export function HistoryPage(props: HistoryProps): JSX.Element {
  const points = createLoad(async () => ({ list: await props.source.points() }))
  return (
    <div class="hist-page">
      <PageHead
        title={props.title}
        lede={t('live.history.lede')}
        acts={<a href={props.back}>{t('live.history.back')}</a>}
      />
      <Loaded load={points}>{(here) => <History {...props} points={here().list} again={points.again} />}</Loaded>
    </div>
  )
}

/** Between what the address says; at first, since the last point before the text as it stands. */
function History(props: HistoryProps & { points: readonly PointHere[]; again: () => unknown }): JSX.Element {
  const navigate = useNavigate()
  const stretch = createMemo((): [HistoryPoint, HistoryPoint] => {
    if (props.asked) return inOrder(...props.asked)
    const now = props.points[0]!
    const before = props.points.find((point) => point.epoch === now.epoch && point.seq < now.seq) ?? now
    return [before, now]
  })
  const named = (point: HistoryPoint) => {
    const found = props.points.find((one) => one.epoch === point.epoch && one.seq === point.seq)
    return found ? pointName(found) : t('live.history.edit', { number: point.seq })
  }
  return (
    <>
      <PointChooser
        points={props.points}
        from={stretch()[0]}
        to={stretch()[1]}
        onChoose={(from, to) => navigate(props.href(...inOrder(from, to)), { replace: true })}
      />
      <Show when={stretch()} keyed>
        {([from, to]) => <Changes {...props} from={from} to={to} named={named} />}
      </Show>
      <PointsList points={props.points} source={props.source} href={props.href} onChanged={props.again} />
    </>
  )
}

function Changes(
  props: HistoryProps & { from: HistoryPoint; to: HistoryPoint; named: (point: HistoryPoint) => string },
): JSX.Element {
  const load = createLoad(() => props.source.changes(props.from, props.to))
  return (
    <Loaded load={load}>
      {(changes) => (
        <>
          <p role="status">{t('live.history.between', { from: props.named(props.from), to: props.named(props.to) })}</p>
          <Show when={changes().sums.length > 0}>
            <HistorySums changes={changes()} />
          </Show>
          <article class="hist-text" aria-label={t('live.history.text')}>
            <HistoryChangesView changes={changes()} names={props.names} />
          </article>
        </>
      )}
    </Loaded>
  )
}

/** The earlier first, whichever was chosen first. */
const inOrder = (a: HistoryPoint, b: HistoryPoint): [HistoryPoint, HistoryPoint] =>
  a.epoch < b.epoch || (a.epoch === b.epoch && a.seq <= b.seq) ? [a, b] : [b, a]

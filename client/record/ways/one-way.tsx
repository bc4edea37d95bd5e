import { For, type JSX } from 'solid-js'
import { t } from '../../text.ts'
import { type View, viewAddress, type Way, wayOf, ways } from '../comparison.ts'
import type { Seen } from '../comparison-seen.ts'
import { ChangeWay } from './change.tsx'
import { PairWay } from './pair.tsx'
import { RankedWay } from './ranked.tsx'
import { Side } from './side.tsx'
import { SourcesWay } from './sources.tsx'
import { SpreadWay } from './spread.tsx'
import { TrendWay } from './trend.tsx'

/** The ways to look at it: links, since each has its own address. */
export function Ways(props: { view: View }): JSX.Element {
  return (
    <nav class="tabs ways" aria-label={t('comparison.ways')}>
      <ul>
        <For each={ways}>
          {(way) => (
            <li>
              <a
                href={viewAddress(props.view, { way: way === 'side' ? undefined : way })}
                aria-current={way === wayOf(props.view) ? 'page' : undefined}
                noScroll
              >
                {t(`comparison.way.${way}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}

/** The comparison in the way that the address asks for. */
export function OneWay(props: { seen: Seen; view: View; slug: string; onView: (view: View) => void }): JSX.Element {
  const shown: Record<Way, () => JSX.Element> = {
    side: () => <Side seen={props.seen} />,
    ranked: () => <RankedWay {...props} />,
    change: () => <ChangeWay seen={props.seen} />,
    spread: () => <SpreadWay seen={props.seen} />,
    trend: () => <TrendWay {...props} />,
    sources: () => <SourcesWay {...props} />,
    pair: () => <PairWay {...props} />,
  }
  return <section>{shown[wayOf(props.view)]()}</section>
}

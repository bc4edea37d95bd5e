import { type JSX, Show } from 'solid-js'
import { formatList, rich, t } from '../text.ts'
import type { Seen } from './comparison-seen.ts'
import { variableWords } from './comparison-words.ts'

/** Teams past this are counted and not named. */
const mostNames = 8

/** What can be compared at all and with whom, in sentences that a screen reader hears again when they change. */
export function PeerSummary(props: { seen: Seen }): JSX.Element {
  const cells = () => props.seen.rows.flatMap((row) => row.cells)
  const comparable = () => cells().filter((cell) => cell.verdict.comparable).length
  const missed = () => props.seen.teams.filter(({ team }) => !team.disclosed).map(({ team }) => team.name)
  return (
    <p class="peer-result" role="status">
      {t('record.comparableOf', { comparable: comparable(), all: cells().length })}{' '}
      <Show when={missed().length > 0}>
        {missed().length > mostNames
          ? t('comparison.missedByMany', { count: missed().length })
          : t('record.missedBy', { teams: formatList(missed()) })}{' '}
      </Show>
      <Show when={props.seen.from}>
        <PeerWords seen={props.seen} />{' '}
      </Show>
      <Agreed seen={props.seen} />
    </p>
  )
}

function PeerWords(props: { seen: Seen }): JSX.Element {
  const others = () => props.seen.teams.filter(({ own, team }) => !own && team.disclosed)
  const peers = () => others().filter(({ likeness }) => likeness.similar)
  const aside = () => others().filter(({ likeness }) => !likeness.similar)
  const b = { b: (inner: JSX.Element) => <b>{inner}</b> }
  const why = (one: ReturnType<typeof aside>[number]) =>
    one.likeness.differs.length > 0
      ? t('comparison.differsIn', { variables: variableWords(one.likeness.differs) })
      : t('comparison.notKnownIn', { variables: variableWords(one.likeness.unknown) })
  return (
    <>
      <Show when={peers().length > 0} fallback={t('comparison.peersNone', { team: props.seen.from!.name })}>
        {peers().length > mostNames
          ? rich('comparison.peersMany', b, { count: peers().length })
          : rich('comparison.peersOf', b, { teams: formatList(peers().map(({ team }) => team.name)) })}
      </Show>{' '}
      <Show when={aside().length > 0}>
        {aside().length > mostNames
          ? rich('comparison.asideMany', b, { count: aside().length })
          : rich('comparison.asideOf', b, {
              teams: aside()
                .map((one) => `${one.team.name} (${why(one)})`)
                .join(', '),
            })}
      </Show>
    </>
  )
}

function Agreed(props: { seen: Seen }): JSX.Element {
  const agreed = () => props.seen.comparison.similarity?.variables ?? []
  return (
    <>
      <Show when={agreed().length > 0} fallback={t('comparison.agreedNone')}>
        {t('comparison.agreedBy', { variables: variableWords(agreed().map(({ variable }) => variable)) })}
      </Show>{' '}
      <Show when={props.seen.isOtherwise}>{t('comparison.viewOnly')}</Show>
    </>
  )
}

import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { comparePeriods } from '../../shared/period.ts'
import { variables } from '../../shared/similarity.ts'
import { formatList, rich, t } from '../text.ts'
import { uniqueId } from '../ui/solid.ts'
import { listOf, type View } from './comparison.ts'
import type { Seen } from './comparison-seen.ts'
import { variableWords } from './comparison-words.ts'
import { periodWords } from './words.ts'

interface FilterProps {
  seen: Seen
  view: View
  onView: (view: View) => void
}

/** Teams past this are counted and not named. */
const mostNames = 8
/** Teams past this can be searched for. */
const longList = 12

/** Which records are laid side by side. Every choice is in the address. */
export function ComparisonFilter(props: FilterProps): JSX.Element {
  const id = uniqueId()
  return (
    <form class="peers" aria-labelledby={`${id}-h`} onSubmit={(event) => event.preventDefault()}>
      <h2 id={`${id}-h`}>{t('record.likeWithLike')}</h2>
      <SeenFrom {...props} />
      <Alike {...props} />
      <Summary {...props} />
      <div class="peer-choices">
        <IndicatorChoice {...props} />
        <PeriodChoice {...props} />
        <TeamChoice {...props} />
      </div>
    </form>
  )
}

function SeenFrom(props: FilterProps): JSX.Element {
  const id = uniqueId()
  return (
    <p class="peer-of">
      <label for={id}>{t('record.seenFrom')}</label>{' '}
      <select id={id} onInput={(event) => props.onView({ from: event.currentTarget.value })}>
        <option value="none" selected={!props.seen.from}>
          {t('record.seenFromNone')}
        </option>
        <For each={props.seen.comparison.teams}>
          {(team) => (
            <option value={team.id} selected={team.id === props.seen.from?.id}>
              {team.name}
            </option>
          )}
        </For>
      </select>
    </p>
  )
}

/** What makes teams peers: as the forum agreed, or otherwise for this view alone. */
function Alike(props: FilterProps): JSX.Element {
  const counts = () => props.seen.alike.map(({ variable }) => variable)
  const toggle = (variable: (typeof variables)[number], on: boolean) => {
    const next = variables.filter((one) => (one === variable ? on : counts().includes(one)))
    props.onView({ alike: next.join(',') || 'none' })
  }
  return (
    <fieldset>
      <legend>{t('comparison.alikeIn')}</legend>
      <For each={variables}>
        {(variable) => (
          <label>
            <input
              type="checkbox"
              checked={counts().includes(variable)}
              onChange={(event) => toggle(variable, event.currentTarget.checked)}
            />{' '}
            {t(`comparison.variable.${variable}`)}
          </label>
        )}
      </For>
      <Show when={props.seen.isOtherwise}>
        <button type="button" class="link" onClick={() => props.onView({ alike: undefined })}>
          {t('comparison.asAgreed')}
        </button>
      </Show>
    </fieldset>
  )
}

/** What can be compared at all and with whom, in sentences that a screen reader hears again when they change. */
function Summary(props: FilterProps): JSX.Element {
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

function IndicatorChoice(props: FilterProps): JSX.Element {
  const titles = createMemo(() => new Map(props.seen.comparison.indicators.map(({ code, title }) => [code, title])))
  return (
    <Many
      name={t('record.indicators')}
      summary={t('record.chooseIndicators', { count: listOf(props.view.indicators).length })}
      values={[...titles().keys()]}
      label={(code) => titles().get(code) ?? code}
      chosen={listOf(props.view.indicators)}
      onChosen={(codes) => props.onView({ indicators: codes, of: undefined })}
    />
  )
}

function PeriodChoice(props: FilterProps): JSX.Element {
  const all = createMemo(() =>
    [...new Set(Object.values(props.seen.comparison.periods).flat())].sort((a, b) => comparePeriods(b, a)),
  )
  return (
    <Many
      name={t('comparison.periods')}
      summary={t('comparison.periodsShown', { count: listOf(props.view.periods).length })}
      values={all()}
      label={periodWords}
      chosen={listOf(props.view.periods)}
      onChosen={(periods) => props.onView({ periods, of: undefined })}
    />
  )
}

function TeamChoice(props: FilterProps): JSX.Element {
  const names = createMemo(() => new Map(props.seen.comparison.teams.map(({ id, name }) => [id, name])))
  return (
    <Many
      name={t('comparison.teams')}
      summary={t('comparison.teamsShown', { count: listOf(props.view.teams).length })}
      values={[...names().keys()]}
      label={(id) => names().get(id) ?? id}
      chosen={listOf(props.view.teams)}
      onChosen={(teams) => props.onView({ teams })}
    />
  )
}

/** Some of many, closed until it is needed; a long list can be searched. Nothing chosen: all, or the latest. */
function Many(props: {
  name: string
  summary: string
  values: readonly string[]
  label: (value: string) => string
  chosen: readonly string[]
  onChosen: (list: string | undefined) => void
}): JSX.Element {
  const id = uniqueId()
  const [find, setFind] = createSignal('')
  const found = (value: string) =>
    props.chosen.includes(value) || props.label(value).toLocaleLowerCase().includes(find().trim().toLocaleLowerCase())
  const toggle = (value: string, on: boolean) => {
    const next = props.values.filter((one) => (one === value ? on : props.chosen.includes(one)))
    props.onChosen(next.join(',') || undefined)
  }
  return (
    <Show when={props.values.length > 1}>
      <details class="disclose peer-many">
        <summary>{props.summary}</summary>
        <Show when={props.values.length > longList}>
          <p class="peer-find">
            <label class="vh" for={id}>
              {t('comparison.find', { name: props.name })}
            </label>
            <input
              id={id}
              type="search"
              placeholder={t('comparison.find', { name: props.name })}
              onInput={(event) => setFind(event.currentTarget.value)}
            />
          </p>
        </Show>
        <fieldset>
          <legend class="vh">{props.name}</legend>
          <For each={props.values.filter(found)}>
            {(value) => (
              <label>
                <input
                  type="checkbox"
                  checked={props.chosen.includes(value)}
                  onChange={(event) => toggle(value, event.currentTarget.checked)}
                />{' '}
                {props.label(value)}
              </label>
            )}
          </For>
        </fieldset>
        <Show when={props.chosen.length > 0}>
          <button type="button" class="link" onClick={() => props.onChosen(undefined)}>
            {t('comparison.clear')}
          </button>
        </Show>
      </details>
    </Show>
  )
}

import { createMemo, For, type JSX, Show } from 'solid-js'
import { comparePeriods } from '../../shared/period.ts'
import { variables } from '../../shared/similarity.ts'
import { t } from '../text.ts'
import { uniqueId } from '../ui/solid.ts'
import { listOf, type View } from './comparison.ts'
import type { Seen } from './comparison-seen.ts'
import { Many } from './many.tsx'
import { PeerSummary } from './peer-summary.tsx'
import { periodWords } from './words.ts'

interface FilterProps {
  seen: Seen
  view: View
  onView: (view: View) => void
}

/** Which records are laid side by side. Every choice is in the address. */
export function ComparisonFilter(props: FilterProps): JSX.Element {
  const id = uniqueId()
  return (
    <form class="peers" aria-labelledby={`${id}-h`} onSubmit={(event) => event.preventDefault()}>
      <h2 id={`${id}-h`}>{t('record.likeWithLike')}</h2>
      <SeenFrom {...props} />
      <Alike {...props} />
      <PeerSummary seen={props.seen} />
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

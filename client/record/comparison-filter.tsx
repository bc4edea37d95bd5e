import { For, type JSX, Show } from 'solid-js'
import { comparePeriods } from '../../shared/period.ts'
import { formatList, t } from '../text.ts'
import { uniqueId } from '../ui/solid.ts'
import { type Comparison, listOf, type View } from './comparison.ts'
import { periodWords } from './words.ts'

/** Which records are laid side by side. Every choice is in the address. */
export function ComparisonFilter(props: {
  comparison: Comparison
  view: View
  from: string | undefined
  onView: (view: View) => void
}): JSX.Element {
  const id = uniqueId()
  const chosen = () => listOf(props.view.indicators)
  const toggle = (code: string, on: boolean) => {
    const codes = on ? [...chosen(), code] : chosen().filter((one) => one !== code)
    props.onView({ indicators: codes.length > 0 ? codes.join(',') : undefined })
  }
  return (
    <form class="peers" aria-labelledby={`${id}-h`} onSubmit={(event) => event.preventDefault()}>
      <h2 id={`${id}-h`}>{t('record.likeWithLike')}</h2>
      <p class="peer-of">
        <label for={`${id}-from`}>{t('record.seenFrom')}</label>{' '}
        <select id={`${id}-from`} onInput={(event) => props.onView({ from: event.currentTarget.value || undefined })}>
          <option value="" selected={!props.from}>
            {t('record.seenFromNone')}
          </option>
          <For each={props.comparison.teams}>
            {(team) => (
              <option value={team.id} selected={team.id === props.from}>
                {team.name}
              </option>
            )}
          </For>
        </select>
      </p>
      <PeriodChoice {...props} id={`${id}-period`} />
      <Summary comparison={props.comparison} />
      <Show when={props.comparison.indicators.length > 1}>
        <details class="disclose peer-indicators" open={chosen().length > 0}>
          <summary>{t('record.chooseIndicators', { count: chosen().length })}</summary>
          <fieldset>
            <legend class="vh">{t('record.indicators')}</legend>
            <For each={props.comparison.indicators}>
              {(indicator) => (
                <label>
                  <input
                    type="checkbox"
                    checked={chosen().includes(indicator.code)}
                    onChange={(event) => toggle(indicator.code, event.currentTarget.checked)}
                  />{' '}
                  {indicator.title}
                </label>
              )}
            </For>
          </fieldset>
        </details>
      </Show>
    </form>
  )
}

function PeriodChoice(props: {
  comparison: Comparison
  view: View
  id: string
  onView: (view: View) => void
}): JSX.Element {
  const all = () => [...new Set(Object.values(props.comparison.periods).flat())].sort((a, b) => comparePeriods(b, a))
  return (
    <p class="peer-of">
      <label for={props.id}>{t('record.period')}</label>{' '}
      <select id={props.id} onInput={(event) => props.onView({ periods: event.currentTarget.value || undefined })}>
        <option value="" selected={!props.view.periods}>
          {t('record.latestOfEach')}
        </option>
        <For each={all()}>
          {(period) => (
            <option value={period} selected={period === props.view.periods}>
              {periodWords(period)}
            </option>
          )}
        </For>
      </select>
    </p>
  )
}

/** What can be compared at all, in a sentence that a screen reader hears again when it changes. */
function Summary(props: { comparison: Comparison }): JSX.Element {
  const cells = () => props.comparison.rows.flatMap((row) => row.cells)
  const comparable = () => cells().filter((cell) => cell.verdict.comparable).length
  const missed = () => props.comparison.teams.filter((team) => !team.disclosed).map((team) => team.name)
  return (
    <p class="peer-result" role="status">
      {t('record.comparableOf', { comparable: comparable(), all: cells().length })}{' '}
      <Show when={missed().length > 0}>{t('record.missedBy', { teams: formatList(missed()) })}</Show>
    </p>
  )
}

import { For, type JSX, Show } from 'solid-js'
import { type Stage, stages } from '../../shared/forum.ts'
import { datesFault, type ForumDates, plannedDates, type StageDays } from '../../shared/forum-dates.ts'
import { t, today } from '../text.ts'
import { DateField } from '../ui/date-field.tsx'

/** A day for each stage that the forum has not reached. What is wrong with them is said while they are chosen. */
export function DatesFields(props: {
  dates: ForumDates
  onChange: (dates: ForumDates) => void
  lasts: StageDays
  /** The stage that the forum is at; absent while it is being convened. */
  reached?: Stage | undefined
}): JSX.Element {
  const ahead = () => stages.slice(props.reached === undefined ? 0 : stages.indexOf(props.reached) + 1)
  const fault = () => datesFault(props.dates, today(), props.reached)
  const byCharter = () => {
    const first = ahead()[0] ?? 'closed'
    props.onChange(plannedFrom(first, props.dates, props.lasts))
  }
  return (
    <fieldset class="dates">
      <legend>{t('forum.datesOf')}</legend>
      <div class="dates-grid">
        <For each={ahead()}>
          {(stage) => (
            <DateField
              label={t(`forum.stage.${stage}`)}
              name={`dates.${stage}`}
              value={props.dates[stage]}
              min={today()}
              error={wrongAt(stage, fault())}
              onInput={(day) => day && props.onChange({ ...props.dates, [stage]: day })}
            />
          )}
        </For>
      </div>
      <Show when={ahead().length > 1}>
        <p>
          <button type="button" class="link" onClick={byCharter}>
            {t('forum.datesByCharter')}
          </button>
        </p>
      </Show>
    </fieldset>
  )
}

const wrongAt = (stage: Stage, fault: ReturnType<typeof datesFault>): string | undefined =>
  fault?.stage === stage ? t(`refusal.${fault.code}`) : undefined

/** The stages after the first one, each as long after the one before as the charter says. */
function plannedFrom(first: Stage, dates: ForumDates, lasts: StageDays): ForumDates {
  const before = stages.slice(0, stages.indexOf(first))
  const none = Object.fromEntries(before.map((stage) => [stage, 0]))
  const planned = plannedDates(dates[first], { ...lasts, ...none })
  return { ...planned, ...Object.fromEntries(before.map((stage) => [stage, dates[stage]])) }
}

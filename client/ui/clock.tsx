import { type JSX, Show } from 'solid-js'
import { type Day, late } from '../../shared/dates.ts'
import { daysLeft, formatDay, t, today } from '../text.ts'

/** A due date with the days left, or the days late. What is done has no clock. */
export function Clock(props: {
  due: Day | undefined
  done?: boolean | undefined
  style?: 'long' | 'medium' | 'short' | undefined
  class?: string | undefined
}): JSX.Element {
  return (
    <span class={props.class}>
      <Show when={props.due} fallback={t('ui.noDueDate')}>
        {(due) => (
          <>
            <time datetime={due()}>{formatDay(due(), props.style ?? 'medium')}</time>{' '}
            <Show when={!props.done}>
              <span classList={{ late: late(due(), today()), meta: !late(due(), today()) }}>{daysLeft(due())}</span>
            </Show>
          </>
        )}
      </Show>
    </span>
  )
}

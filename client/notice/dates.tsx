import { For, type JSX, Show } from 'solid-js'
import { dayOf } from '../../shared/dates.ts'
import { api, call } from '../api.ts'
import { formatDay, t, tKind } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { uniqueId } from '../ui/solid.ts'
import { factsOf } from './facts.ts'

/** The next dates of the person's agreements, whoever has to do something by then. */
export function Dates(): JSX.Element {
  const id = uniqueId()
  const load = createLoad(() => call(api.api.dates.$get()), 'subject')
  return (
    <Show when={load.value()?.length}>
      <section aria-labelledby={id}>
        <h2 id={id}>{t('notice.dates')}</h2>
        <ol class="lines dated">
          <For each={load.value()}>
            {(date) => (
              <li>
                <time class="when" datetime={dayOf(date.dueAt)}>
                  {formatDay(dayOf(date.dueAt), 'short')}
                </time>{' '}
                <a href={date.path}>{tKind('notice.date', date.kind, factsOf(date.detail))}</a>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}

import { For, type JSX } from 'solid-js'
import { dayOf } from '../../shared/dates.ts'
import { type Stage, type StageDate, stages } from '../../shared/forum.ts'
import { daysLeft, formatDay, t, today } from '../text.ts'
import type { Forum } from './fora.ts'

/** Where a forum is on its way: each stage with its dates, the present one marked by more than colour. */
export function StagesRail(props: { forum: Forum }): JSX.Element {
  return (
    <ol class="stages" aria-label={t('forum.stages')}>
      <For each={props.forum.stages}>
        {(date) => (
          <li
            data-stage={placeOf(props.forum.stage, date.stage)}
            aria-current={date.stage === props.forum.stage ? 'step' : undefined}
          >
            <b>{t(`forum.stage.${date.stage}`)}</b> <span>{when(props.forum, date)}</span>
          </li>
        )}
      </For>
    </ol>
  )
}

const placeOf = (now: Stage, stage: Stage): 'done' | 'now' | 'next' => {
  const ahead = stages.indexOf(stage) - stages.indexOf(now)
  return ahead === 0 && stage !== 'closed' ? 'now' : ahead > 0 ? 'next' : 'done'
}

function when(forum: Forum, date: StageDate): string {
  const place = placeOf(forum.stage, date.stage)
  if (place === 'next') return formatDay(date.opensOn)
  if (place === 'done') return formatDay(date.openedAt ? dayOf(date.openedAt) : date.opensOn)
  const following = forum.stages[forum.stages.findIndex(({ stage }) => stage === date.stage) + 1]
  return following ? untilWords(following.opensOn) : ''
}

const untilWords = (day: string): string =>
  day < today()
    ? t('forum.untilPast', { day: formatDay(day), late: daysLeft(day) })
    : t('forum.until', { day: formatDay(day), left: daysLeft(day) })

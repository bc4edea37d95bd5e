import './notice.css'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { api, call } from '../api.ts'
import { poll } from '../forum/polling.ts'
import { daysLeft, formatDay, t, tKind, today } from '../text.ts'
import { Empty } from '../ui/empty.tsx'
import { Rail } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Dates } from './dates.tsx'
import { factsOf } from './facts.ts'
import { type Group, groupOf, groups } from './groups.ts'
import { LatestNews } from './latest-news.tsx'

const loadDuties = () => call(api.api.duties.$get())
type Duty = Awaited<ReturnType<typeof loadDuties>>[number]

/** The landing page: what waits on me, by deadline, with the reason why it is mine. */
export function Page(): JSX.Element {
  const load = createLoad(loadDuties)
  poll(load.again, 60_000)
  return (
    <>
      <PageHead title={t('notice.title')} lede={lede(load.value())} />
      <div class="split">
        <Loaded load={load}>{(duties) => <Duties duties={duties()} />}</Loaded>
        <Rail label={t('notice.around')}>
          <Dates />
          <LatestNews />
        </Rail>
      </div>
    </>
  )
}

function lede(duties: readonly Duty[] | undefined): string {
  const day = formatDay(today())
  if (!duties) return t('notice.today', { day })
  const late = duties.filter((duty) => groupOf(duty, today()) === 'late').length
  return t('notice.lede', { count: duties.length, late, day })
}

function Duties(props: { duties: readonly Duty[] }): JSX.Element {
  const of = (group: Group) => props.duties.filter((duty) => groupOf(duty, today()) === group)
  return (
    <div class="duty-groups">
      <Show when={props.duties.length > 0} fallback={<Empty what={t('notice.nothing')} who={t('notice.nothingWhy')} />}>
        <For each={groups}>
          {(group) => {
            const duties = createMemo(() => of(group))
            return (
              <Show when={duties().length > 0}>
                <section aria-labelledby={`g-${group}`}>
                  <h2 id={`g-${group}`}>{t(`notice.group.${group}`)}</h2>
                  <ol>
                    <For each={duties()}>{(duty) => <OneDuty duty={duty} late={group === 'late'} />}</For>
                  </ol>
                </section>
              </Show>
            )
          }}
        </For>
      </Show>
    </div>
  )
}

function OneDuty(props: { duty: Duty; late: boolean }): JSX.Element {
  const facts = createMemo(() => factsOf(props.duty.detail))
  return (
    <li class="duty" classList={{ 'is-late': props.late }}>
      <p class="clock">
        <Show when={props.duty.dueOn} fallback={<span>{t('ui.noDueDate')}</span>}>
          {(due) => (
            <>
              <time datetime={due()}>{formatDay(due(), 'short')}</time>{' '}
              <span classList={{ late: props.late }}>{daysLeft(due())}</span>
            </>
          )}
        </Show>
      </p>
      <div>
        <h3>
          <a href={props.duty.path}>{tKind('duty', props.duty.kind, facts())}</a>
        </h3>
        <p>{props.duty.agreementTitle}</p>
        <p class="why">{tKind('duty', `${props.duty.kind}.why`, facts())}</p>
      </div>
      <p class="act">
        <a class="button" classList={{ primary: props.late }} href={props.duty.path}>
          {tKind('duty', `${props.duty.kind}.act`, facts())}
        </a>
      </p>
    </li>
  )
}

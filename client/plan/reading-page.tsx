import { createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatDay, formatInstant, loadTexts, rich, t } from '../text.ts'
import { groups } from '../ui/agreed.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { compareHref, planHref, readingHref } from './addresses.ts'
import { Concurrence } from './concurrence.tsx'
import { LateNote, type LateWords } from './late-words.tsx'
import { Outline } from './outline.tsx'
import { askReading, type PlanHere, type PlanSummary, type ReadingHere, type ReadingInFull } from './overview.ts'
import { PlanFrame } from './plan-frame.tsx'
import { PlanTalk } from './plan-talk.tsx'
import { ReadingActs } from './reading-acts.tsx'
import { type Counted, createCounted } from './reading-sum.ts'
import { ReadingText } from './reading-text.tsx'
import { Readings } from './readings.tsx'
import { StatementForm } from './statement-form.tsx'

/** With it comes what reads live texts: only where something may have come too late for one. */
const PlanProposals = lazy(async () => {
  const [{ PlanProposals: part }] = await Promise.all([import('./plan-proposals.tsx'), loadTexts('live')])
  return { default: part }
})

/** One reading: its exact text, what was said on it, and what comes next while it is open. */
export function ReadingPage(props: {
  here: PlanHere
  plan: PlanSummary
  reading: ReadingHere
  late?: LateWords | undefined
  onChanged: () => Promise<void>
}): JSX.Element {
  const load = createLoad(() => askReading(props.reading.id))
  return <Loaded load={load}>{(full) => <Reading {...props} full={{ ...props.reading, body: full().body }} />}</Loaded>
}

function Reading(props: Parameters<typeof ReadingPage>[0] & { full: ReadingInFull }): JSX.Element {
  const agreement = useAgreement()
  const counted = createCounted(() => props.full)
  const address = () => [agreement().slug, props.here.forum.label] as const
  const measures = () => props.full.body.measures
  const [current, setCurrent] = createSignal<string>()
  return (
    <PlanFrame
      title={props.full.body.title}
      status={
        <p class="saved" data-state={props.full.state}>
          {statusOf(props.full)}
        </p>
      }
      tools={<Tools here={props.here} reading={props.full} />}
      jumps={[
        { anchor: 'preamble', label: t('plan.jump.text') },
        { anchor: 'outline-h', label: t('plan.outline') },
        { anchor: 'talk', label: t('plan.jump.talk') },
        { anchor: 'concurrence', label: t('plan.concurrence') },
      ]}
      nav={<Outline measures={measures()} missing={[]} current={current()} onCurrent={setCurrent} />}
      people={
        <>
          <Concurrence reading={props.reading} href={readingHref(...address(), props.reading.number)}>
            <Show when={props.full.state === 'open'}>
              <StatementForm here={props.here} reading={props.full} counted={counted()} onSpoken={props.onChanged} />
              <ReadingActs here={props.here} reading={props.full} counted={counted()} onChanged={props.onChanged} />
            </Show>
          </Concurrence>
          <Readings here={props.here} current={props.reading.number} />
          <PlanTalk plan={props.plan} measures={measures()} current={current()} onCurrent={setCurrent} />
        </>
      }
    >
      <Banner here={props.here} plan={props.plan} reading={props.full} counted={counted()} />
      <Suspense>
        <PlanProposals documentId={props.plan.documentId} turn={props.late} />
      </Suspense>
      <LateNote late={props.full.state === 'open' ? props.late : undefined} body={props.full.body} />
      <ReadingText body={props.full.body} here={props.here} locked={props.full.state === 'locked'} />
    </PlanFrame>
  )
}

const b = (inner: JSX.Element) => <b>{inner}</b>

function statusOf(reading: ReadingInFull): JSX.Element {
  const { number } = reading
  return rich(
    `plan.status.${reading.state}`,
    { b },
    { number, when: formatInstant(reading.decidedAt ?? reading.frozenAt) },
  )
}

/** Who froze the text and when, until when it is spoken on, and its sum. */
function Banner(props: { here: PlanHere; plan: PlanSummary; reading: ReadingInFull; counted: Counted }): JSX.Element {
  const agreement = useAgreement()
  const values = () => ({
    number: props.reading.number,
    by: props.reading.frozenBy,
    when: formatInstant(props.reading.frozenAt, 'full'),
    due: formatDay(props.reading.dueOn),
  })
  const back = (inner: JSX.Element) => <a href={planHref(agreement().slug, props.here.forum.label)}>{inner}</a>
  return (
    <div class="frozen" role="note">
      <p>{rich(`plan.banner.${props.reading.state}`, { b, a: back }, values())}</p>
      <Show when={props.reading.state === 'locked'}>
        <ProgrammeLink hash={props.reading.hash} />
      </Show>
      <p class="seal">
        {t('ui.sum')} <span class="hash">{groups(props.reading.hash)}</span>
      </p>
      <p class="meta" role="status">
        <Switch>
          <Match when={props.counted === 'same'}>{t('plan.sum.same')}</Match>
          <Match when={props.counted === 'counting'}>{t('plan.sum.counting')}</Match>
          <Match when={props.counted === 'other'}>
            <b class="missing">{t('plan.sum.other')}</b>
          </Match>
        </Switch>
      </p>
    </div>
  )
}

/** The way to what changed since the reading before, and from a void one to the text that is written now. */
function Tools(props: { here: PlanHere; reading: ReadingInFull }): JSX.Element {
  const agreement = useAgreement()
  const before = () => props.here.readings.find((one) => one.number < props.reading.number)
  return (
    <Show when={before()}>
      {(one) => (
        <a
          class="button"
          href={compareHref(agreement().slug, props.here.forum.label, one().number, props.reading.number)}
        >
          {t('plan.compareWith', { number: one().number })}
        </a>
      )}
    </Show>
  )
}

/** The programme that a locked reading became: it has the same sum. */
function ProgrammeLink(props: { hash: string }): JSX.Element {
  const agreement = useAgreement()
  const load = createLoad(() =>
    call(api.api.agreements[':agreementId'].programmes.$get({ param: { agreementId: agreement().id } })),
  )
  const programme = () => load.value()?.find((one) => one.hash === props.hash)
  return (
    <Show when={programme()}>
      {(one) => (
        <p>
          <a href={paths.programme(agreement().slug, one().id)}>{t('plan.toProgramme')}</a>
        </p>
      )}
    </Show>
  )
}

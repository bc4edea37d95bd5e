import { useLocation, useParams } from '@solidjs/router'
import { createEffect, For, type JSX, on } from 'solid-js'
import { commitmentState } from '../../shared/commitment.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import { paths } from '../paths.ts'
import { formatDay, t, today } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import './commitment.css'
import { CommitmentList } from './commitment-list.tsx'
import { AgreedPart, StandingFinding } from './commitment-view.tsx'
import { Preamble } from './preamble.tsx'
import { createPrinting } from './printing.ts'
import { ProgrammeList } from './programme-list.tsx'
import { askProgramme, type Commitment, type Programme } from './programmes.ts'
import { Timeline } from './timeline.tsx'

/** A programme: its commitments over time and as a list, one of them open, and the programmes before and after it. */
export function Page(): JSX.Element {
  const params = useParams<{ id: string }>()
  const load = createLoad(() => askProgramme(params.id))
  return <Loaded load={load}>{(programme) => <Whole programme={programme()} day={today()} />}</Loaded>
}

function Whole(props: { programme: Programme; day: Day }): JSX.Element {
  const open = createOpen(() => props.programme, props.day)
  const printing = createPrinting()
  const shown = () => props.programme.commitments.filter((one) => printing() || one.number === open()?.number)
  return (
    <>
      <PageHead
        title={props.programme.title}
        lede={
          <>
            {inForceText(props.programme, props.day)}{' '}
            {t('commitment.lockedOn', { when: formatDay(dayOf(props.programme.lockedAt)) })}{' '}
            {t('commitment.whole', { count: props.programme.commitments.length })}
          </>
        }
        acts={<Acts programme={props.programme} />}
      />
      <section aria-labelledby="time-h">
        <h2 class="vh" id="time-h">
          {t('commitment.timeline')}
        </h2>
        <Timeline programme={props.programme} day={props.day} open={open()?.number} />
      </section>
      <section class="part" aria-labelledby="list-h">
        <h2 class="vh" id="list-h">
          {t('commitment.commitments')}
        </h2>
        <CommitmentList commitments={props.programme.commitments} day={props.day} open={open()?.number} />
      </section>
      <For each={shown()}>
        {(commitment) => <OpenCommitment commitment={commitment} programme={props.programme} day={props.day} />}
      </For>
      <Preamble programme={props.programme} />
      <ProgrammeList
        agreementId={props.programme.agreementId}
        slug={props.programme.agreementSlug}
        day={props.day}
        current={props.programme.id}
      />
    </>
  )
}

/** The commitment that the address names, else the first that is overdue, else the first. */
function createOpen(programme: () => Programme, day: Day): () => Commitment | undefined {
  const location = useLocation()
  const named = () => Number(/^#commitment-(\d+)$/.exec(location.hash)?.[1] ?? 0)
  const find = (number: number) => programme().commitments.find((one) => one.number === number)
  createEffect(
    on(named, (number) => {
      if (number > 0) document.getElementById(`commitment-${number}`)?.scrollIntoView()
    }),
  )
  return () =>
    find(named()) ??
    programme().commitments.find((one) => commitmentState(one, day) === 'overdue') ??
    programme().commitments[0]
}

function Acts(props: { programme: Programme }): JSX.Element {
  const table = () => `/api/programmes/${props.programme.id}/commitments`
  return (
    <>
      <a
        href={`${paths.publicAgreement(props.programme.agreementSlug)}/programmes/${props.programme.id}`}
        rel="external"
      >
        {t('commitment.publicPage')}
      </a>{' '}
      <a href={`${table()}.csv`} download="" rel="external">
        {t('commitment.csv')}
      </a>{' '}
      <a href={`${table()}.json`} download="" rel="external">
        {t('commitment.json')}
      </a>{' '}
      <button type="button" class="link" onClick={() => print()}>
        {t('commitment.print')}
      </button>
    </>
  )
}

function OpenCommitment(props: { commitment: Commitment; programme: Programme; day: Day }): JSX.Element {
  const id = () => `commitment-${props.commitment.number}`
  return (
    <article class="commitment" id={id()} aria-labelledby={`${id()}-h`}>
      <h2 id={`${id()}-h`}>
        {props.commitment.number}. {props.commitment.measure.title}
      </h2>
      <AgreedPart commitment={props.commitment} programme={props.programme} under={2} />
      <StandingFinding
        commitment={props.commitment}
        day={props.day}
        otherwise={<p class="note">{t('commitment.noFindingHere')}</p>}
      />
      <p class="note">
        <a href={paths.commitment(props.programme.agreementSlug, props.commitment.id)}>{t('commitment.openWhole')}</a>
      </p>
    </article>
  )
}

/** In force, to come, over, or never in force, with the days. */
export function inForceText(programme: Pick<Programme, 'inForceFrom' | 'inForceUntil'>, day: Day): string {
  const { inForceFrom, inForceUntil } = programme
  if (inForceUntil === undefined) return t('commitment.never')
  const days = { from: formatDay(inForceFrom), until: formatDay(inForceUntil) }
  if (day < inForceFrom) return t('commitment.ahead', days)
  return t(day > inForceUntil ? 'commitment.ended' : 'commitment.inForce', days)
}

import { useParams } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import type { Day } from '../../shared/dates.ts'
import { paths } from '../paths.ts'
import { refreshSession } from '../session.ts'
import { rich, t, today } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Empty } from '../ui/empty.tsx'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import './commitment.css'
import { AgendaTrace } from './agenda-trace.tsx'
import { DueDay, StateOfCommitment, standing } from './answers.tsx'
import { AgreedPart, earlierFindings, StandingFinding } from './commitment-view.tsx'
import { FindingForm } from './finding-form.tsx'
import { FindingTable } from './finding-table.tsx'
import { OpenedForm } from './opened-form.tsx'
import { askCommitment, type CommitmentInFull, type Finding } from './programmes.ts'
import { findingRefusal, replyRefusal, reportRefusal } from './refusals.ts'
import { ReplyForm } from './reply-form.tsx'
import { ReportForm } from './report-form.tsx'
import { ReportList } from './report-list.tsx'

/** One commitment: what was agreed, what the monitor finds and the party replies, what the party reports. */
export function Page(): JSX.Element {
  const params = useParams<{ id: string }>()
  const load = createLoad(() => askCommitment(params.id))
  const again = async () => {
    await load.again()
    await refreshSession()
  }
  return <Loaded load={load}>{(value) => <Whole {...value()} day={today()} again={again} />}</Loaded>
}

interface WholeProps extends CommitmentInFull {
  day: Day
  again: () => Promise<void>
}

function Whole(props: WholeProps): JSX.Element {
  const slug = () => props.programme.agreementSlug
  return (
    <article>
      <PageHead
        title={`${props.commitment.number}. ${props.commitment.measure.title}`}
        lede={<Lede {...props} />}
        acts={
          <>
            <a href={`${paths.publicAgreement(slug())}/commitments/${props.commitment.id}`} rel="external">
              {t('commitment.publicPage')}
            </a>{' '}
            <button type="button" class="link" onClick={() => print()}>
              {t('commitment.print')}
            </button>
          </>
        }
      />
      <h2 class="vh">{t('commitment.agreed')}</h2>
      <AgreedPart commitment={props.commitment} programme={props.programme} under={2} />
      <Findings {...props} />
      <Part title={t('commitment.reports')}>
        <p class="note">{t('commitment.reportsNote')}</p>
        <Show
          when={props.commitment.reports.length > 0}
          fallback={<Empty what={t('commitment.noReport')} who={t('commitment.reportWho')} />}
        >
          <ReportList commitment={props.commitment} />
        </Show>
        <OpenedForm label={t('commitment.form.fileReport')} refusal={reportRefusal(props.commitment, props.day)}>
          {(close) => <ReportForm commitment={props.commitment} onSent={sent(close, props.again)} />}
        </OpenedForm>
      </Part>
    </article>
  )
}

function Lede(props: WholeProps): JSX.Element {
  const href = () =>
    `${paths.programme(props.programme.agreementSlug, props.programme.id)}#commitment-${props.commitment.number}`
  const named = () => ({
    number: props.commitment.number,
    title: props.programme.title,
    party: props.commitment.partyName,
    office: props.commitment.office,
  })
  return (
    <>
      {rich('commitment.ofProgramme', { a: (inner) => <a href={href()}>{inner}</a> }, named())}
      <br />
      <StateOfCommitment commitment={props.commitment} day={props.day} /> · {t('commitment.due')}{' '}
      <DueDay commitment={props.commitment} day={props.day} style="long" />
    </>
  )
}

function Findings(props: WholeProps): JSX.Element {
  const earlier = () => earlierFindings(props.commitment, props.day)
  const next = (finding: Finding) =>
    props.commitment.findings.find((other) => other.supersedes === finding.id)?.number ?? 0
  return (
    <Part title={t('commitment.findings')}>
      <StandingFinding
        commitment={props.commitment}
        day={props.day}
        otherwise={<Empty what={t('commitment.noFindingHere')} who={t('commitment.findingWho')} />}
      />
      <Show when={standing(props.commitment, props.day)}>{(finding) => <Answer finding={finding()} {...props} />}</Show>
      <OpenedForm label={t('commitment.form.publishFinding')} refusal={findingRefusal(props.commitment, props.day)}>
        {(close) => <FindingForm commitment={props.commitment} onSent={sent(close, props.again)} />}
      </OpenedForm>
      <AgendaTrace commitment={props.commitment} slug={props.programme.agreementSlug} />
      <Show when={earlier().length > 0}>
        <Disclose summary={t('commitment.earlierFindings', { count: earlier().length })}>
          <For each={earlier()}>
            {(finding) => (
              <section class="earlier">
                <p class="note">{t('commitment.supersededBy', { number: next(finding) })}</p>
                <FindingTable finding={finding} commitment={props.commitment} day={props.day} />
                <Answer finding={finding} {...props} />
              </section>
            )}
          </For>
        </Disclose>
      </Show>
    </Part>
  )
}

/** The button that replies to a finding; gone when the one reply is there, since it stands beside the finding. */
function Answer(props: WholeProps & { finding: Finding }): JSX.Element {
  return (
    <Show when={!props.finding.reply}>
      <OpenedForm
        label={t('commitment.form.giveReply', { number: props.finding.number })}
        refusal={replyRefusal(props.commitment)}
      >
        {(close) => <ReplyForm finding={props.finding} onSent={sent(close, props.again)} />}
      </OpenedForm>
    </Show>
  )
}

const sent = (close: () => void, again: () => Promise<void>) => async () => {
  close()
  await again()
}

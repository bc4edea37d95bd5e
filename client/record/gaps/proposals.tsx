import { createSignal, type JSX, Show } from 'solid-js'
import { settingAside } from '../../../shared/gap-forms.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { actor, refreshSession } from '../../session.ts'
import { formatDay, t } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Part } from '../../ui/lists.tsx'
import { Table } from '../../ui/table.tsx'
import { tell } from '../../ui/toast.tsx'
import { periodWords } from '../words.ts'
import {
  countedWords,
  type ForumGaps,
  figureWords,
  intervalWords,
  type Proposal,
  unitWords,
  verdictWords,
} from './gaps.ts'

interface Forum {
  id: string
  agreementId: string
  stage: string
}

/** What the figures propose, widest first: each for the forum to confirm, or to set aside with a reason. */
export function Proposals(props: { forum: Forum; found: ForumGaps; again: () => Promise<unknown> }): JSX.Element {
  const [aside, setAside] = createSignal<Proposal>()
  return (
    <Part title={t('gap.proposed')}>
      <p>{t('gap.proposedText')}</p>
      <Table
        caption={t('gap.proposed')}
        hideCaption
        stack
        class="proposals"
        rows={props.found.proposals}
        empty={<p class="meta">{t('gap.proposedNone')}</p>}
        columns={[
          { head: t('gap.column.team'), isHead: true, cell: (row) => <Named proposal={row} /> },
          { head: t('gap.column.figure'), cell: (row) => <Figure proposal={row} of="team" /> },
          { head: t('gap.column.better'), cell: (row) => <Figure proposal={row} of="peer" /> },
          {
            head: t('gap.column.forum'),
            cell: (row) => <Decide forum={props.forum} proposal={row} onAside={setAside} again={props.again} />,
          },
        ]}
      />
      <Show when={props.found.more > 0}>
        <p class="meta">{t('gap.proposedMore', { count: props.found.more })}</p>
      </Show>
      <SetAside forum={props.forum} proposal={aside()} onClose={() => setAside()} again={props.again} />
    </Part>
  )
}

const pairOf = ({ teamId, peerId, indicatorId, period }: Proposal) => ({ teamId, peerId, indicatorId, period })
const namesOf = (proposal: Proposal) => ({ team: proposal.team, indicator: proposal.figures.indicator.title })

const Named = (props: { proposal: Proposal }): JSX.Element => (
  <>
    {props.proposal.team}, {props.proposal.figures.indicator.title}{' '}
    <span class="meta">
      {unitWords(props.proposal.figures.indicator)}, {periodWords(props.proposal.period)}.{' '}
      {verdictWords(props.proposal.figures)}
    </span>
  </>
)

function Figure(props: { proposal: Proposal; of: 'team' | 'peer' }): JSX.Element {
  const figure = () => props.proposal.figures[props.of]
  const indicator = () => props.proposal.figures.indicator
  return (
    <>
      <b>{figureWords(indicator(), figure().figure)}</b>{' '}
      <span class="meta">
        <Show when={props.of === 'peer'}>{props.proposal.peer}, </Show>
        {countedWords(figure())}; {intervalWords(indicator(), figure())}
      </span>
    </>
  )
}

function Decide(props: {
  forum: Forum
  proposal: Proposal
  onAside: (proposal: Proposal) => void
  again: () => Promise<unknown>
}): JSX.Element {
  const subject = () => ({ agreementId: props.forum.agreementId, state: props.forum.stage })
  const confirm = async () => {
    const param = { forumId: props.forum.id }
    const { number, dueOn } = await call(api.api.forums[':forumId'].gaps.$post({ param, json: pairOf(props.proposal) }))
    tell(t('gap.confirmed', { number, day: dueOn ? formatDay(dueOn) : '' }))
    await Promise.all([props.again(), refreshSession()])
  }
  return (
    <div class="row">
      <Button
        aria-label={t('gap.confirmOf', namesOf(props.proposal))}
        refusal={refusal(actor(), 'gap.confirm', subject())}
        onClick={confirm}
      >
        {t('gap.confirm')}
      </Button>
      <Button
        aria-label={t('gap.setAsideOf', namesOf(props.proposal))}
        refusal={refusal(actor(), 'gap.set_aside', subject())}
        onClick={() => props.onAside(props.proposal)}
      >
        {t('gap.setAside')}
      </Button>
    </div>
  )
}

function SetAside(props: {
  forum: Forum
  proposal: Proposal | undefined
  onClose: () => void
  again: () => Promise<unknown>
}): JSX.Element {
  const [reason, setReason] = createSignal('')
  const given = () => ({ ...(props.proposal && pairOf(props.proposal)), reason: reason() })
  const send = async () => {
    const param = { forumId: props.forum.id }
    const json = settingAside.parse(given())
    const { number } = await call(api.api.forums[':forumId']['gaps-set-aside'].$post({ param, json }))
    setReason('')
    props.onClose()
    tell(t('gap.setAsideDone', { number }))
    await props.again()
  }
  return (
    <Dialog
      open={props.proposal !== undefined}
      title={props.proposal ? t('gap.setAsideOf', namesOf(props.proposal)) : ''}
      onClose={() => props.onClose()}
    >
      <p>{t('gap.setAsideMeans')}</p>
      <Form submit={t('gap.setAside')} check={{ schema: settingAside, value: given }} onSubmit={send}>
        <TextArea
          label={t('gap.reason')}
          name="reason"
          required
          maxlength={2000}
          value={reason()}
          onInput={setReason}
        />
      </Form>
    </Dialog>
  )
}

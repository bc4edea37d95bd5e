import { For, type JSX, Show } from 'solid-js'
import { dayOf } from '../../../shared/dates.ts'
import { type Question, questionOf } from '../../../shared/gap.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { actor, refreshSession } from '../../session.ts'
import { Delegation } from '../../shell/delegation.tsx'
import { formatDay, t } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Part } from '../../ui/lists.tsx'
import { State } from '../../ui/state.tsx'
import { tell } from '../../ui/toast.tsx'
import { type GapView, saidWords } from './gaps.ts'
import { Said } from './said.tsx'
import { SpeakForm } from './speak-form.tsx'

type Open = NonNullable<GapView['open']>

/** The question that is open with every voice on it, and what was decided before, each with its dissent. */
export function DecisionPart(props: { gap: GapView; again: () => Promise<unknown> }): JSX.Element {
  return (
    <Part title={t('gap.decision')} id="decision">
      <div class="stack">
        <Show when={props.gap.decisions.length === 0 && !props.gap.open}>
          <p class="meta">{t('gap.decisionNone')}</p>
        </Show>
        <For each={props.gap.decisions}>{(decision) => <Decided decision={decision} />}</For>
        <Show when={props.gap.open}>
          {(open) => <OpenQuestion gap={props.gap} open={open()} again={props.again} />}
        </Show>
      </div>
    </Part>
  )
}

function OpenQuestion(props: { gap: GapView; open: Open; again: () => Promise<unknown> }): JSX.Element {
  const question = () => questionOf(props.gap.state) ?? 'explanation'
  const decide = async () => {
    await call(api.api.gaps[':id'].decision.$put({ param: { id: props.gap.id } }))
    tell(t('gap.decideDone'))
    await Promise.all([props.again(), refreshSession()])
  }
  const refused = () => {
    const { agreementId, state } = props.gap
    const who = refusal(actor(), 'gap.decide', { agreementId, state })
    return who ?? (props.open.outcome ? undefined : 'gap_undecided')
  }
  return (
    <>
      <h3>{t(`gap.question.${question()}`)}</h3>
      <Show when={props.open.voices.length > 0} fallback={<p>{t('gap.nobody')}</p>}>
        <p class="meta">{t(`gap.threshold.${props.gap.rules.acceptance}`, { voices: props.open.voices.length })}</p>
        <ul class="said-list">
          <For each={props.open.voices}>
            {(voice) => (
              <Spoken
                voice={voice}
                question={question()}
                said={props.open.said.find((one) => one.voice === voice.id)}
              />
            )}
          </For>
        </ul>
        <SpeakForm gap={props.gap} open={props.open} question={question()} again={props.again} />
        <p>
          <Show when={props.open.outcome} fallback={t('gap.undecided')}>
            {(answer) => t('gap.decided', { answer: saidWords(question(), answer()) })}
          </Show>
        </p>
        <Button refusal={refused()} onClick={decide}>
          {t('gap.decide')}
        </Button>
      </Show>
    </>
  )
}

function Spoken(props: {
  voice: Open['voices'][number]
  question: Question
  said: Open['said'][number] | undefined
}): JSX.Element {
  return (
    <li>
      <Show when={props.voice.delegationId} fallback={<b>{props.voice.name}</b>}>
        <Delegation id={props.voice.delegationId} />
      </Show>{' '}
      <Show when={props.said} fallback={<State mark="empty">{t('gap.unspoken')}</State>}>
        {(said) => <Said question={props.question} answer={said().answer} reason={said().reason} />}
      </Show>
    </li>
  )
}

function Decided(props: { decision: GapView['decisions'][number] }): JSX.Element {
  const withIt = () => props.decision.said.filter(({ answer }) => answer === props.decision.answer)
  const against = () => props.decision.said.filter(({ answer }) => answer !== props.decision.answer)
  const number = (voice: string) => props.decision.said.findIndex((one) => one.voice === voice) + 1
  const list = (said: GapView['decisions'][number]['said']) => (
    <ul class="said-list">
      <For each={said}>
        {(one) => (
          <li>
            <Show when={one.delegationId} fallback={<b>{t('gap.member', { number: number(one.voice) })}</b>}>
              <Delegation id={one.delegationId} />
            </Show>{' '}
            <Said question={props.decision.question} answer={one.answer} reason={one.reason} />
          </li>
        )}
      </For>
    </ul>
  )
  return (
    <article class="stack">
      <h3>{t(`gap.about.${props.decision.question}`)}</h3>
      <p>
        {t('gap.decidedOn', {
          day: formatDay(dayOf(props.decision.at)),
          answer: saidWords(props.decision.question, props.decision.answer),
          count: withIt().length,
          voices: props.decision.entitled,
        })}
      </p>
      {list(withIt())}
      <Show when={against().length > 0}>
        <h4>{t('gap.dissent')}</h4>
        {list(against())}
      </Show>
    </article>
  )
}

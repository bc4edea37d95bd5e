import { createSignal, For, type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Who } from '../ui/who.tsx'
import { Compose, type Remark } from './discussion.tsx'

/** What somebody said, and what was answered. A settled thread is folded, and opens again when somebody answers. */
export function Thread(props: {
  first: Remark
  answers: readonly Remark[]
  say: (body: string, parentId?: string) => Promise<unknown>
  again: () => Promise<unknown>
}): JSX.Element {
  return (
    <Show when={props.first.resolvedAt} fallback={<Open {...props} />}>
      {(at) => (
        <li>
          <Disclose summary={settledWords(props.first, at())}>
            <ol class="talk">
              <Open {...props} />
            </ol>
          </Disclose>
        </li>
      )}
    </Show>
  )
}

const settledWords = ({ body, resolvedBy }: Remark, at: string): string =>
  t('forum.settledBy', {
    words: body.length > 60 ? `${body.slice(0, 60).trimEnd()}…` : body,
    name: resolvedBy ?? '',
    when: formatInstant(at),
  })

function Open(props: Parameters<typeof Thread>[0]): JSX.Element {
  const [answering, setAnswering] = createSignal(false)
  const answer = async (body: string) => {
    await props.say(body, props.first.id)
    setAnswering(false)
  }
  return (
    <>
      <Said remark={props.first} />
      <For each={props.answers}>{(remark) => <Said remark={remark} answer />}</For>
      <li class="thread-acts">
        <Show
          when={!answering()}
          fallback={
            <Compose
              agreementId={props.first.agreementId}
              label={t('forum.answer')}
              say={answer}
              beside={<Button onClick={() => setAnswering(false)}>{t('ui.cancel')}</Button>}
            />
          }
        >
          <Acts {...props} onAnswer={() => setAnswering(true)} />
        </Show>
      </li>
    </>
  )
}

function Acts(props: { first: Remark; again: () => Promise<unknown>; onAnswer: () => void }): JSX.Element {
  const subject = () => ({ agreementId: props.first.agreementId })
  const settle = async () => {
    const route = api.api.remarks[':id'].resolution
    const param = { id: props.first.id }
    await (props.first.resolvedAt ? call(route.$delete({ param })) : call(route.$put({ param })))
    await props.again()
  }
  return (
    <Show when={!refusal(actor(), 'remark.make', subject())}>
      <p class="row">
        <button type="button" class="link" onClick={props.onAnswer}>
          {t('forum.answer')}
          <span class="vh">: {props.first.by.name}</span>
        </button>
        <button type="button" class="link" onClick={settle}>
          {t(props.first.resolvedAt ? 'forum.reopen' : 'forum.settle')}
          <span class="vh">: {props.first.by.name}</span>
        </button>
      </p>
    </Show>
  )
}

/** One message, under the mark of the delegation or seat that it was spoken from. */
function Said(props: { remark: Remark; answer?: boolean | undefined }): JSX.Element {
  return (
    <li class="say" classList={{ answer: props.answer === true }}>
      <Speaker remark={props.remark} />
      <div>
        <p class="by-line">
          <span>
            <b>{props.remark.by.name}</b> <Seat remark={props.remark} />
          </span>{' '}
          <time datetime={props.remark.at}>{formatInstant(props.remark.at)}</time>
        </p>
        <Show when={props.remark.anchor}>
          <blockquote>{props.remark.anchor}</blockquote>
        </Show>
        <For each={props.remark.body.split(/\n{2,}/)}>{(paragraph) => <p>{paragraph}</p>}</For>
      </div>
    </li>
  )
}

function useSpeaker(remark: () => Remark) {
  const agreement = useAgreement()
  const seat = () => t(`shell.seat.${remark().by.seat}`)
  return () => {
    const who = delegationWho(agreement(), remark().by.delegationId)
    return who ?? { mark: seat().slice(0, 1), side: remark().by.seat, party: 'none' as const, name: seat() }
  }
}

function Speaker(props: { remark: Remark }): JSX.Element {
  const who = useSpeaker(() => props.remark)
  return <Who mark={who().mark} side={who().side} party={who().party} />
}

function Seat(props: { remark: Remark }): JSX.Element {
  const who = useSpeaker(() => props.remark)
  return <span>{who().name}</span>
}

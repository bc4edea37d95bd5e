import './forum.css'
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { pageOfAgreement, type SubjectKind, spoken } from '../../shared/remark.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { loadTexts, t } from '../text.ts'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { createLoad } from '../ui/load.ts'
import { uniqueId } from '../ui/solid.ts'
import { announce } from '../ui/toast.tsx'
import { poll } from './polling.ts'
import { Thread } from './thread.tsx'

export const loadRemarks = (agreementId: string, kind: SubjectKind, subject: string) =>
  call(api.api.agreements[':agreementId'].remarks.$get({ param: { agreementId }, query: { kind, subject } }))
export type Remark = Awaited<ReturnType<typeof loadRemarks>>[number]

/**
 * What is said of a subject, beside it: threads, answers, and a place to add. Any room may show it; the page must be of
 * an agreement. `title` names it where the heading “Discussion” says too little; `anchor` are the words being spoken of.
 */
export function Discussion(props: {
  agreementId: string
  subjectKind: SubjectKind
  subject: string
  title?: string | undefined
  /** Its place in the address, where the page has links to it. */
  id?: string | undefined
  anchor?: string | undefined
  /** Called once the anchor has been spoken of. */
  onAnchored?: (() => void) | undefined
}): JSX.Element {
  void loadTexts('forum')
  const id = uniqueId()
  const load = createLoad(() => loadRemarks(props.agreementId, props.subjectKind, props.subject))
  const remarks = () => load.value() ?? []
  poll(load.again, 15_000)
  announceNew(remarks, () => props.subject)
  const say = async (body: string, parentId?: string) => {
    const { subjectKind, subject, anchor } = props
    const path = location.pathname + location.hash
    const told = pageOfAgreement.test(path) ? { path } : {}
    const json = { subjectKind, subject, body, ...told, ...(parentId ? { parentId } : anchor ? { anchor } : {}) }
    await call(api.api.agreements[':agreementId'].remarks.$post({ param: { agreementId: props.agreementId }, json }))
    if (!parentId) props.onAnchored?.()
    await load.again()
  }
  return (
    <aside class="beside" id={props.id} aria-labelledby={id}>
      <div class="agenda-head">
        <h2 id={id}>{props.title ?? t('forum.discussion')}</h2>
        <p class="meta">{t('forum.remarks', { count: remarks().length })}</p>
      </div>
      <ol class="talk">
        <For each={remarks().filter(({ parentId }) => !parentId)}>
          {(first) => (
            <Thread
              first={first}
              answers={remarks().filter(({ parentId }) => parentId === first.id)}
              say={say}
              again={load.again}
            />
          )}
        </For>
      </ol>
      <Compose agreementId={props.agreementId} anchor={props.anchor} say={say} label={t('forum.add')} />
    </aside>
  )
}

/** Says to a screen reader how many messages others have added meanwhile. */
function announceNew(remarks: () => readonly Remark[], subject: () => string): void {
  createEffect(
    on([remarks, subject], ([now, of], before) => {
      if (!before || before[1] !== of || before[0].length === 0) return
      const known = new Set(before[0].map(({ id }) => id))
      const fresh = now.filter(({ id, by }) => !known.has(id) && by.personId !== actor()?.personId)
      if (fresh.length > 0) announce(t('forum.newRemarks', { count: fresh.length }))
    }),
  )
}

/** Where one writes what one has to say; it is kept when it could not be sent. */
export function Compose(props: {
  agreementId: string
  label: string
  say: (body: string) => Promise<unknown>
  anchor?: string | undefined
  beside?: JSX.Element | undefined
}): JSX.Element {
  const [body, setBody] = createSignal('')
  const send = async () => {
    await props.say(body())
    setBody('')
  }
  return (
    <Form
      class="compose"
      submit={t('forum.post')}
      onSubmit={send}
      check={{ schema: spoken, value: () => ({ body: body() }) }}
      refusal={refusal(actor(), 'remark.make', { agreementId: props.agreementId })}
      beside={props.beside ?? <span class="meta">{t('forum.readBy')}</span>}
    >
      <Show when={props.anchor}>
        <blockquote>{props.anchor}</blockquote>
      </Show>
      <TextArea label={props.label} name="body" maxlength={4000} value={body()} onInput={setBody} />
    </Form>
  )
}

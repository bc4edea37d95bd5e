import { createSignal, type JSX, Show } from 'solid-js'
import { proposal } from '../../shared/agenda.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'
import type { Forum } from './fora.ts'

/** Puts something new on the agenda: a button first, so that the agenda stays an agenda. */
export function ProposeForm(props: { forum: Forum; onProposed: (id: string) => Promise<unknown> }): JSX.Element {
  const [open, setOpen] = createSignal(false)
  const [title, setTitle] = createSignal('')
  const [body, setBody] = createSignal('')
  const given = () => ({ title: title(), body: body() })
  const refused = () =>
    refusal(actor(), 'item.propose', { agreementId: props.forum.agreementId, state: props.forum.stage })
  const send = async () => {
    const item = await call(api.api.forums[':id'].items.$post({ param: { id: props.forum.id }, json: given() }))
    setOpen(false)
    setTitle('')
    setBody('')
    tell(t('forum.itemProposed', { number: item.position }))
    await props.onProposed(item.id)
  }
  return (
    <div class="propose">
      <Show
        when={open()}
        fallback={
          <Button refusal={refused()} onClick={() => setOpen(true)}>
            {t('forum.propose')}
          </Button>
        }
      >
        <Form
          label={t('forum.propose')}
          submit={t('forum.propose')}
          onSubmit={send}
          check={{ schema: proposal, value: given }}
          refusal={refused()}
          beside={<Button onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>}
        >
          <Field label={t('forum.itemTitle')} name="title" maxlength={300} value={title()} onInput={setTitle} />
          <TextArea
            label={t('forum.itemBody')}
            name="body"
            optional
            maxlength={4000}
            value={body()}
            onInput={setBody}
          />
        </Form>
      </Show>
    </div>
  )
}

import { createSignal, type JSX, Show } from 'solid-js'
import { type ForumDates, forumDates } from '../../shared/forum-dates.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'
import { DatesFields } from './dates-fields.tsx'
import { type Forum, givenTitle } from './fora.ts'

/** The name and the coming dates of an open forum, for the secretariat to change: the word that opens the dialog. */
export function Convocation(props: { forum: Forum; again: () => Promise<unknown> }): JSX.Element {
  const [open, setOpen] = createSignal(false)
  const subject = () => ({ agreementId: props.forum.agreementId, state: props.forum.stage })
  const saved = async () => {
    setOpen(false)
    tell(t('forum.datesSaved'))
    await props.again()
  }
  return (
    <Show when={!refusal(actor(), 'forum.move', subject())}>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t('forum.changeDates')}
      </button>
      <Dialog open={open()} title={t('forum.changeDates')} onClose={() => setOpen(false)}>
        <ConvocationForm forum={props.forum} onSaved={saved} />
      </Dialog>
    </Show>
  )
}

function ConvocationForm(props: { forum: Forum; onSaved: () => Promise<unknown> }): JSX.Element {
  const agreement = useAgreement()
  const [title, setTitle] = createSignal(givenTitle(props.forum) ?? '')
  const [dates, setDates] = createSignal(datesOf(props.forum))
  const save = async () => {
    const param = { id: props.forum.id }
    if (JSON.stringify(dates()) !== JSON.stringify(datesOf(props.forum)))
      await call(api.api.forums[':id'].dates.$put({ param, json: dates() }))
    if (title().trim() && title() !== props.forum.title)
      await call(api.api.forums[':id'].title.$put({ param, json: { title: title() } }))
    await props.onSaved()
  }
  return (
    <Form submit={t('forum.save')} onSubmit={save} check={{ schema: forumDates, value: dates }} primary>
      <Field
        label={t('forum.givenTitle')}
        name="title"
        hint={t('forum.givenTitleHint')}
        optional
        maxlength={200}
        value={title()}
        onInput={setTitle}
      />
      <DatesFields
        dates={dates()}
        onChange={setDates}
        lasts={agreement().charter.stageDays}
        reached={props.forum.stage}
      />
    </Form>
  )
}

const datesOf = (forum: Forum): ForumDates =>
  Object.fromEntries(forum.stages.map(({ stage, opensOn }) => [stage, opensOn])) as ForumDates

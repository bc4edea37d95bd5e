import './forum.css'
import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { convocation, datesFault, plannedDates } from '../../shared/forum-dates.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { rich, t, today } from '../text.ts'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { createLoad } from '../ui/load.ts'
import { PageHead } from '../ui/page-head.tsx'
import { tell } from '../ui/toast.tsx'
import { DatesFields } from './dates-fields.tsx'
import { forumName, loadFora } from './fora.ts'

/** Calls the parties together. The dates are the charter's, from today on, until somebody says otherwise. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const navigate = useNavigate()
  const [title, setTitle] = createSignal('')
  const [dates, setDates] = createSignal(plannedDates(today(), agreement().charter.stageDays))
  const fora = createLoad(() => loadFora(agreement().id))
  const open = () => fora.value()?.find(({ stage }) => stage !== 'closed')
  const given = () => ({ ...(title().trim() && { title: title() }), dates: dates() })
  const refused = () =>
    refusal(actor(), 'forum.convene', { agreementId: agreement().id }) ??
    (open() ? 'forum_open_already' : datesFault(dates(), today())?.code)
  const convene = async () => {
    const param = { agreementId: agreement().id }
    const forum = await call(api.api.agreements[':agreementId'].forums.$post({ param, json: given() }))
    tell(t('forum.convened', { forum: forumName(forum.label) }))
    navigate(paths.forum(agreement().slug, forum.label))
  }
  return (
    <>
      <PageHead title={t('forum.convene')} lede={t('forum.conveneLede')} />
      <Show when={open()}>
        {(forum) => (
          <p class="open-already">
            {rich(
              'forum.openAlready',
              { a: (inner) => <a href={paths.forum(agreement().slug, forum().label)}>{inner}</a> },
              { forum: forumName(forum().label) },
            )}
          </p>
        )}
      </Show>
      <Form
        submit={t('forum.convene')}
        onSubmit={convene}
        check={{ schema: convocation, value: given }}
        refusal={refused()}
        primary
      >
        <Field
          label={t('forum.givenTitle')}
          name="title"
          hint={t('forum.givenTitleHint')}
          optional
          maxlength={200}
          value={title()}
          onInput={setTitle}
        />
        <DatesFields dates={dates()} onChange={setDates} lasts={agreement().charter.stageDays} />
      </Form>
    </>
  )
}

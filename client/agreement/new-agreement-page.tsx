import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX } from 'solid-js'
import { newAgreement } from '../../shared/agreement-forms.ts'
import { type TemplateId, templateIds } from '../../shared/charter.ts'
import { templates } from '../../shared/charters/templates.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { actor, refreshSession } from '../session.ts'
import { t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { tell } from '../ui/toast.tsx'
import { PartiesFields } from './parties-fields.tsx'
import { PlainCharter } from './plain-charter.tsx'
import { slugFrom } from './slug-from.ts'

/** Choose a charter, read it, name the parties: the agreement is made, and who made it is its secretariat. */
export function Page(): JSX.Element {
  const [template, setTemplate] = createSignal<TemplateId>('ldc')
  return (
    <>
      <PageHead title={t('agreement.new.title')} lede={t('agreement.new.lede')} />
      <div class="stack-l">
        <Choices
          label={t('agreement.new.template')}
          name="template"
          options={templateIds.map((value) => ({
            value,
            label: t(`charter.template.${value}`),
            hint: t(`charter.template.${value}.about`),
          }))}
          value={template()}
          onInput={(value) => setTemplate(templateIds.find((id) => id === value) ?? 'ldc')}
        />
        <Part title={t('agreement.new.read')}>
          <PlainCharter charter={templates[template()]} />
        </Part>
        <Part title={t('agreement.new.what')}>
          <Making template={template()} />
        </Part>
      </div>
    </>
  )
}

function Making(props: { template: TemplateId }): JSX.Element {
  const navigate = useNavigate()
  const [title, setTitle] = createSignal('')
  const [chosenSlug, setChosenSlug] = createSignal<string>()
  const [summary, setSummary] = createSignal('')
  const [signedOn, setSignedOn] = createSignal('')
  const [parties, setParties] = createSignal([
    { name: '', code: '' },
    { name: '', code: '' },
  ])
  const slug = () => chosenSlug() ?? slugFrom(title())
  const given = () => ({
    template: props.template,
    slug: slug(),
    title: title(),
    summary: summary(),
    ...(signedOn() ? { signedOn: signedOn() } : {}),
    parties: parties(),
  })
  const make = async () => {
    const made = await call(api.api.agreements.$post({ json: given() }))
    await refreshSession()
    tell(t('agreement.new.made'))
    navigate(paths.secretariat(made.slug))
  }
  return (
    <Form
      label={t('agreement.new.what')}
      check={{ schema: newAgreement, value: given }}
      onSubmit={make}
      submit={t('agreement.new.act')}
      refusal={refusal(actor(), 'agreement.create')}
      primary
    >
      <Field label={t('agreement.name')} name="title" required maxlength={200} value={title()} onInput={setTitle} />
      <Field
        label={t('agreement.new.slug')}
        hint={t('agreement.new.slugHint', { address: paths.agreement(slug() || 'garments') })}
        name="slug"
        required
        maxlength={60}
        value={slug()}
        onInput={setChosenSlug}
      />
      <TextArea
        label={t('agreement.summary')}
        hint={t('agreement.summaryHint')}
        name="summary"
        optional
        maxlength={2000}
        value={summary()}
        onInput={setSummary}
      />
      <DateField
        label={t('agreement.new.signedOn')}
        name="signedOn"
        optional
        value={signedOn()}
        onInput={setSignedOn}
      />
      <PartiesFields parties={parties()} onChange={setParties} />
    </Form>
  )
}

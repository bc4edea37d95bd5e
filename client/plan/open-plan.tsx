import { createSignal, type JSX, Show } from 'solid-js'
import { addDays, addMonths } from '../../shared/dates.ts'
import { refusal } from '../../shared/permissions.ts'
import { newPlan } from '../../shared/plan.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { PlanHere } from './overview.ts'

/** In place of the plan while there is none: what will stand here, and the form by which the secretariat opens it. */
export function OpenPlan(props: { here: PlanHere; onOpened: () => Promise<void> }): JSX.Element {
  const forum = () => props.here.forum
  const begins = () => forum().stages.find(({ stage }) => stage === 'closed')?.opensOn ?? ''
  const [title, setTitle] = createSignal(t('plan.open.titleFor', { label: forum().label.replace('-', '/') }))
  const [periodFrom, setFrom] = createSignal(begins())
  const [periodUntil, setUntil] = createSignal(begins() && addDays(addMonths(begins(), 12), -1))
  const asked = () => ({ title: title(), periodFrom: periodFrom(), periodUntil: periodUntil() })
  const isBackwards = () => periodFrom() !== '' && periodUntil() !== '' && periodUntil() <= periodFrom()
  const refused = () => refusal(actor(), 'plan.open', { agreementId: forum().agreementId, state: forum().stage })
  const open = async () => {
    await call(api.api.forums[':id'].plan.$post({ param: { id: forum().id }, json: asked() }))
    await props.onOpened()
  }
  return (
    <div class="plan-none">
      <PageHead title={t('plan.title')} lede={t('plan.open.lede')} />
      <Show when={!refused()} fallback={<NotYet refusal={refused()} />}>
        <Form
          label={t('plan.open')}
          submit={t('plan.open.submit')}
          primary
          check={{ schema: newPlan, value: asked }}
          onSubmit={open}
        >
          <Field
            label={t('plan.field.title')}
            name="title"
            value={title()}
            onInput={setTitle}
            maxlength={500}
            required
          />
          <DateField
            label={t('plan.field.periodFrom')}
            name="periodFrom"
            value={periodFrom()}
            onInput={setFrom}
            required
          />
          <DateField
            label={t('plan.field.periodUntil')}
            name="periodUntil"
            value={periodUntil()}
            onInput={setUntil}
            min={periodFrom()}
            error={isBackwards() ? t('plan.satisfy.before_start') : undefined}
            required
          />
        </Form>
      </Show>
    </div>
  )
}

function NotYet(props: { refusal: RefusalCode | undefined }): JSX.Element {
  return (
    <Empty what={t('plan.open.notYet')}>
      <Button refusal={props.refusal}>{t('plan.open.submit')}</Button>
    </Empty>
  )
}

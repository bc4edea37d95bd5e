import { createSignal, type JSX, Show } from 'solid-js'
import { readFigure } from '../../shared/figure.ts'
import { readPeriod } from '../../shared/period.ts'
import { type Indicator, isPercent, missings, recordForm } from '../../shared/record.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { rich, t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Select } from '../ui/select.tsx'
import { tell } from '../ui/toast.tsx'

/** One record, typed: a figure, or why there is none. */
export function RecordForm(props: {
  disclosureId: string
  indicators: readonly Indicator[]
  slug: string
  onSaved: () => Promise<void>
}): JSX.Element {
  const [indicatorId, setIndicatorId] = createSignal('')
  const [period, setPeriod] = createSignal('')
  const [kind, setKind] = createSignal('figure')
  const [figure, setFigure] = createSignal('')
  const [note, setNote] = createSignal('')
  const [why, setWhy] = createSignal('')
  const indicator = () => props.indicators.find((one) => one.id === indicatorId())
  const read = () => readFigure(figure(), { decimal: '.', percent: isPercent(indicator()?.unit ?? '') })
  const value = () => {
    const found = read()
    return 'fault' in found ? undefined : found.value
  }
  const form = () => ({
    indicatorId: indicatorId(),
    period: readPeriod(period()) ?? period(),
    ...(kind() === 'figure' ? { value: value() } : { missing: kind() as (typeof missings)[number] }),
    note: note(),
    ...(why() && { why: why() }),
  })
  const save = async () => {
    await call(api.api.disclosures[':id'].records.$put({ param: { id: props.disclosureId }, json: form() }))
    tell(t('record.recordSaved'))
    setFigure('')
    setNote('')
    setWhy('')
    await props.onSaved()
  }
  return (
    <Show when={props.indicators.length > 0} fallback={<NoIndicators slug={props.slug} />}>
      <Form submit={t('record.recordSave')} onSubmit={save} check={{ schema: recordForm, value: form }}>
        <Select
          label={t('record.indicator')}
          name="indicatorId"
          options={props.indicators.map((one) => ({ value: one.id, label: one.title }))}
          value={indicatorId()}
          onInput={setIndicatorId}
          hint={indicator()?.definition}
          required
        />
        <Field
          label={t('record.period')}
          name="period"
          hint={t('record.periodHint')}
          value={period()}
          onInput={setPeriod}
          required
        />
        <Choices
          label={t('record.figureOrWhy')}
          name="kind"
          options={[
            { value: 'figure', label: t('record.isFigure') },
            ...missings.map((missing) => ({ value: missing, label: t(`record.means.${missing}`) })),
          ]}
          value={kind()}
          onInput={setKind}
        />
        <Show when={kind() === 'figure'}>
          <Field
            label={t('record.figure')}
            name="value"
            hint={indicator() ? t('record.figureHint', { unit: indicator()!.unit }) : undefined}
            inputmode="decimal"
            value={figure()}
            onInput={setFigure}
            required
          />
        </Show>
        <Field
          label={t('record.noteOf')}
          name="note"
          hint={t('record.noteOfHint')}
          optional
          maxlength={2000}
          value={note()}
          onInput={setNote}
        />
        <Field
          label={t('record.why')}
          name="why"
          hint={t('record.whyHint')}
          optional
          maxlength={1000}
          value={why()}
          onInput={setWhy}
        />
      </Form>
    </Show>
  )
}

/** Nothing can be disclosed before somebody has said what the figures are. */
export const NoIndicators = (props: { slug: string }): JSX.Element => (
  <p class="note">
    {rich('record.noIndicatorsYet', { a: (inner) => <a href={paths.records(props.slug)}>{inner}</a> })}
  </p>
)

import type { JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { readPeriod } from '../../shared/period.ts'
import { refusal } from '../../shared/permissions.ts'
import { directions, families, grains, type Indicator, indicatorForm, natures, ratePers } from '../../shared/record.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { formatNumber, t } from '../text.ts'
import { Checkbox, Choices } from '../ui/checkbox.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Select } from '../ui/select.tsx'
import { tell } from '../ui/toast.tsx'

const blank = () => ({
  code: '',
  title: '',
  definition: '',
  unit: '',
  denominatorId: '',
  ratePer: '100',
  direction: '' as string,
  grain: 'year' as string,
  nature: '' as string,
  family: '',
  validFrom: '',
  validTo: '',
  source: '',
  illustrative: false,
})

/** Defines a figure once and for all. */
export function IndicatorForm(props: {
  agreementId: string
  indicators: readonly Indicator[]
  onDefined: () => Promise<void>
}): JSX.Element {
  const [draft, setDraft] = createStore(blank())
  const form = () => {
    const { denominatorId, ratePer, family, validFrom, validTo, ...rest } = draft
    return {
      ...rest,
      ...(denominatorId && { denominatorId, ratePer: Number(ratePer) }),
      ...(family && { family }),
      ...(validFrom && { validFrom: readPeriod(validFrom) ?? validFrom }),
      ...(validTo && { validTo: readPeriod(validTo) ?? validTo }),
    }
  }
  const define = async () => {
    const json = indicatorForm.parse(form())
    await call(api.api.agreements[':agreementId'].indicators.$post({ param: { agreementId: props.agreementId }, json }))
    tell(t('record.defined', { title: draft.title }))
    setDraft(blank())
    await props.onDefined()
  }
  const options = () => props.indicators.map((one) => ({ value: one.id, label: one.title }))
  return (
    <Disclose summary={t('record.define')}>
      <p class="note">{t('record.defineLede')}</p>
      <Form
        submit={t('record.define')}
        onSubmit={define}
        check={{ schema: indicatorForm, value: form }}
        refusal={refusal(actor(), 'indicator.define', { agreementId: props.agreementId })}
      >
        <Field
          label={t('record.name')}
          name="title"
          value={draft.title}
          onInput={(title) => setDraft({ title })}
          maxlength={200}
          required
        />
        <Field
          label={t('record.code')}
          name="code"
          hint={t('record.codeHint')}
          value={draft.code}
          onInput={(code) => setDraft({ code })}
          maxlength={64}
          required
        />
        <TextArea
          label={t('record.definition')}
          name="definition"
          hint={t('record.definitionHint')}
          value={draft.definition}
          onInput={(definition) => setDraft({ definition })}
          maxlength={2000}
          required
        />
        <Field
          label={t('record.unit')}
          name="unit"
          hint={t('record.unitHint')}
          value={draft.unit}
          onInput={(unit) => setDraft({ unit })}
          maxlength={80}
          required
        />
        <Select
          label={t('record.denominator')}
          name="denominatorId"
          hint={t('record.denominatorHint')}
          options={options()}
          empty={t('record.denominatorNone')}
          value={draft.denominatorId}
          onInput={(denominatorId) => setDraft({ denominatorId })}
          optional
        />
        <Select
          label={t('record.ratePer')}
          name="ratePer"
          options={ratePers.map((per) => ({
            value: String(per),
            label: t('record.per', { per, number: formatNumber(per) }),
          }))}
          empty={false}
          value={draft.ratePer}
          onInput={(ratePer) => setDraft({ ratePer })}
          disabled={!draft.denominatorId}
        />
        <Choices
          label={t('record.direction')}
          name="direction"
          options={directions.map((direction) => ({ value: direction, label: t(`record.better.${direction}`) }))}
          value={draft.direction}
          onInput={(direction) => setDraft({ direction })}
        />
        <Choices
          label={t('comparison.nature')}
          name="nature"
          options={natures.map((nature) => ({ value: nature, label: t(`comparison.nature.${nature}`) }))}
          value={draft.nature}
          onInput={(nature) => setDraft({ nature })}
        />
        <Select
          label={t('comparison.family')}
          name="family"
          hint={t('comparison.familyHint')}
          options={families.map((family) => ({ value: family, label: t(`comparison.family.${family}`) }))}
          empty={t('comparison.familyNone')}
          value={draft.family}
          onInput={(family) => setDraft({ family })}
          optional
        />
        <Select
          label={t('record.grain')}
          name="grain"
          options={grains.map((grain) => ({ value: grain, label: t(`record.grain.${grain}`) }))}
          empty={false}
          value={draft.grain}
          onInput={(grain) => setDraft({ grain })}
        />
        <Field
          label={t('comparison.validFrom')}
          name="validFrom"
          hint={t('record.periodHint')}
          value={draft.validFrom}
          onInput={(validFrom) => setDraft({ validFrom })}
          optional
        />
        <Field
          label={t('comparison.validTo')}
          name="validTo"
          value={draft.validTo}
          onInput={(validTo) => setDraft({ validTo })}
          optional
        />
        <Field
          label={t('record.source')}
          name="source"
          hint={t('record.sourceHint')}
          optional
          value={draft.source}
          onInput={(source) => setDraft({ source })}
          maxlength={1000}
        />
        <Checkbox
          label={t('record.isIllustrative')}
          hint={t('record.isIllustrativeHint')}
          checked={draft.illustrative}
          onChange={(illustrative) => setDraft({ illustrative })}
        />
      </Form>
    </Disclose>
  )
}

import { For, type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import {
  boundParties,
  type CriterionBody,
  type CriterionForm,
  criterionForm,
  criterionKinds,
  drivers,
  sourceKinds,
} from '../../../shared/criterion.ts'
import type { Indicator } from '../../../shared/record.ts'
import type { RefusalCode } from '../../../shared/refusals.ts'
import { t } from '../../text.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { titleOf } from '../words.ts'
import { blankDraft, draftOf, formOf } from './criterion-draft.ts'
import { SourceFields } from './source-fields.tsx'
import { Weakened, weakeningOf } from './weakened.tsx'

/** Writes a criterion, or a revision of one that stands: what would weaken it is refused by the rules. */
export function CriterionEditor(props: {
  submit: string
  indicators: readonly Indicator[]
  refusal: RefusalCode | undefined
  standing?: CriterionBody | undefined
  onSend: (form: CriterionForm) => Promise<void>
}): JSX.Element {
  const [draft, setDraft] = createStore(props.standing ? draftOf(props.standing) : blankDraft())
  const usable = () => props.indicators.filter((one) => one.direction !== 'neither')
  const found = () => weakeningOf(props.standing, formOf(draft))
  const send = async () => {
    await props.onSend(formOf(draft))
    if (!props.standing) setDraft(blankDraft())
  }
  return (
    <Form
      submit={props.submit}
      onSubmit={send}
      refusal={props.refusal ?? found()?.code}
      check={{ schema: criterionForm, value: () => formOf(draft) }}
    >
      <Choices
        label={t('criterion.kind')}
        name="kind"
        options={criterionKinds.map((value) => ({
          value,
          label: t(`criterion.kind.${value}`),
          hint: t(`criterion.kindHint.${value}`),
        }))}
        value={draft.kind}
        onInput={(kind) => setDraft({ kind: kind as CriterionBody['kind'] })}
      />
      <Field
        label={t('criterion.name')}
        name="title"
        value={draft.title}
        onInput={(title) => setDraft({ title })}
        maxlength={200}
        required
      />
      <Field
        label={t('criterion.right')}
        name="right"
        hint={t('criterion.rightHint')}
        value={draft.right}
        onInput={(right) => setDraft({ right })}
        maxlength={500}
        required
      />
      <Show
        when={draft.kind === 'measure'}
        fallback={
          <TextArea
            label={t('criterion.clauses')}
            name="clauses"
            hint={t('criterion.clausesHint')}
            rows={4}
            value={draft.clauses}
            onInput={(clauses) => setDraft({ clauses })}
            required
          />
        }
      >
        <Select
          label={t('criterion.indicator')}
          name="indicatorId"
          hint={t('criterion.indicatorHint')}
          options={usable().map((one) => ({ value: one.id, label: titleOf(one) }))}
          value={draft.indicatorId}
          onInput={(indicatorId) => setDraft({ indicatorId })}
          required
        />
        <Field
          label={t('criterion.value')}
          name="value"
          inputmode="decimal"
          value={draft.value}
          onInput={(value) => setDraft({ value })}
          maxlength={20}
          required
        />
      </Show>
      <fieldset class="choices">
        <legend>{t('criterion.binds')}</legend>
        <For each={boundParties}>
          {(party) => (
            <Checkbox
              label={t(`criterion.bound.${party}`)}
              checked={draft.binds.includes(party)}
              onChange={(bound) =>
                setDraft('binds', (binds) =>
                  boundParties.filter((one) => (one === party ? bound : binds.includes(one))),
                )
              }
            />
          )}
        </For>
      </fieldset>
      <For each={sourceKinds}>
        {(kind) => (
          <SourceFields
            kind={kind}
            isMeasure={draft.kind === 'measure'}
            draft={draft.sources[kind]}
            onInput={(change) => setDraft('sources', kind, change)}
          />
        )}
      </For>
      <Select
        label={t('criterion.governs')}
        name="governs"
        hint={t('criterion.governsHint')}
        options={sourceKinds.map((value) => ({ value, label: t(`criterion.source.${value}`) }))}
        empty={t('criterion.figuresTell')}
        value={draft.governs}
        onInput={(governs) => setDraft({ governs })}
        optional
      />
      <TextArea
        label={t('criterion.argument')}
        name="argument"
        hint={t('criterion.argumentHint')}
        value={draft.argument}
        onInput={(argument) => setDraft({ argument })}
        maxlength={4000}
        optional
      />
      <Show when={props.standing}>
        <Select
          label={t('criterion.driver')}
          name="driver.kind"
          hint={t('criterion.driverHint')}
          options={drivers.map((value) => ({ value, label: t(`criterion.driver.${value}`) }))}
          value={draft.driverKind}
          onInput={(driverKind) => setDraft({ driverKind })}
        />
        <TextArea
          label={t('criterion.driverText')}
          name="driver.text"
          value={draft.driverText}
          onInput={(driverText) => setDraft({ driverText })}
          maxlength={2000}
        />
      </Show>
      <Show when={props.standing}>{(standing) => <Weakened standing={standing()} found={found()} />}</Show>
    </Form>
  )
}

import { createSignal, For, type JSX, Show } from 'solid-js'
import { readPeriod } from '../../shared/period.ts'
import { refusal } from '../../shared/permissions.ts'
import { type BreakKind, breakForm, breakKinds, type Indicator, validityForm } from '../../shared/record.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Select } from '../ui/select.tsx'
import { tell } from '../ui/toast.tsx'
import { periodWords } from './words.ts'

interface Team {
  id: string
  name: string
}

interface BreakProps {
  indicator: Indicator
  agreementId: string
  teams: readonly Team[]
  onChanged: () => Promise<void>
}

/** What changed under an indicator’s name, and what can still be said of it: a break, or its end. */
export function Breaks(props: BreakProps): JSX.Element {
  const team = (id: string | undefined) => props.teams.find((one) => one.id === id)?.name ?? 'all'
  return (
    <>
      <For each={props.indicator.breaks ?? []}>
        {(one) => (
          <p class="meta">
            {t('comparison.breakOf', {
              from: periodWords(one.from),
              until: one.until ? periodWords(one.until) : 'none',
              team: team(one.teamId),
              kind: t(`comparison.break.${one.kind}`),
              note: one.note,
            })}{' '}
            {t(`comparison.parts.${one.parts ? 'yes' : 'no'}`)}.
          </p>
        )}
      </For>
      <Show when={!refusal(actor(), 'indicator.change', { agreementId: props.agreementId })}>
        <Disclose summary={t('comparison.markBreak')}>
          <BreakForm {...props} />
          <EndForm {...props} />
        </Disclose>
      </Show>
    </>
  )
}

function BreakForm(props: BreakProps): JSX.Element {
  const [kind, setKind] = createSignal<BreakKind>('definition')
  const [teamId, setTeamId] = createSignal('')
  const [from, setFrom] = createSignal('')
  const [until, setUntil] = createSignal('')
  const [parts, setParts] = createSignal('yes')
  const [note, setNote] = createSignal('')
  const form = () => ({
    kind: kind(),
    from: readPeriod(from()) ?? from(),
    parts: parts() === 'yes',
    note: note(),
    ...(teamId() && { teamId: teamId() }),
    ...(until() && { until: readPeriod(until()) ?? until() }),
  })
  const mark = async () => {
    const json = breakForm.parse(form())
    await call(api.api.indicators[':id'].breaks.$post({ param: { id: props.indicator.id }, json }))
    tell(t('comparison.marked'))
    await props.onChanged()
  }
  return (
    <Form submit={t('comparison.markAct')} onSubmit={mark} check={{ schema: breakForm, value: form }}>
      <Select
        label={t('comparison.changed')}
        name="kind"
        options={breakKinds.map((one) => ({ value: one, label: t(`comparison.break.${one}`) }))}
        empty={false}
        value={kind()}
        onInput={(one) => setKind(one as BreakKind)}
      />
      <Select
        label={t('comparison.ofTeam')}
        name="teamId"
        options={props.teams.map(({ id, name }) => ({ value: id, label: name }))}
        empty={t('comparison.ofAll')}
        value={teamId()}
        onInput={setTeamId}
        optional
      />
      <Field
        label={t('comparison.validFrom')}
        name="from"
        hint={t('record.periodHint')}
        value={from()}
        onInput={setFrom}
        required
      />
      <Field
        label={t('comparison.until')}
        name="until"
        hint={t('comparison.untilHint')}
        value={until()}
        onInput={setUntil}
        optional
      />
      <Choices
        label={t('comparison.partsLabel')}
        name="parts"
        options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`comparison.parts.${one}`) }))}
        value={parts()}
        onInput={setParts}
      />
      <TextArea
        label={t('record.noteOf')}
        name="note"
        hint={t('comparison.noteHint')}
        value={note()}
        onInput={setNote}
        maxlength={1000}
        required
      />
    </Form>
  )
}

function EndForm(props: BreakProps): JSX.Element {
  const [validTo, setValidTo] = createSignal(props.indicator.validTo ?? '')
  const form = () => ({ validTo: readPeriod(validTo()) ?? validTo() })
  const end = async () => {
    const json = validityForm.parse(form())
    await call(api.api.indicators[':id'].validity.$put({ param: { id: props.indicator.id }, json }))
    tell(t('comparison.ended'))
    await props.onChanged()
  }
  return (
    <Form submit={t('comparison.endAct')} onSubmit={end} check={{ schema: validityForm, value: form }}>
      <Field
        label={t('comparison.validTo')}
        name="validTo"
        hint={t('record.periodHint')}
        value={validTo()}
        onInput={setValidTo}
        required
      />
    </Form>
  )
}

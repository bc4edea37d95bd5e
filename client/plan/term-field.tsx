import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type * as Y from 'yjs'
import type { Missing } from '../../shared/gate.ts'
import type { MetaField } from '../../shared/plan.ts'
import type { LiveText } from '../live/live-text.ts'
import { type PlainControl, PlainField } from '../live/plain-field.tsx'
import { useAgreement } from '../shell/agreement.ts'
import { hasText, t, tKind } from '../text.ts'
import { entryHelp } from './gate-words.ts'
import { type FieldPlace, fieldAnchor } from './measure-fields.ts'
import { meIn, nameOfPeer } from './people-here.ts'

/** One term of a measure, or of the plan itself, as several people fill it in. */
export function TermField(props: {
  live: LiveText
  map: Y.Map<unknown>
  measureId: string | undefined
  place: Omit<FieldPlace, 'field'> & { field: FieldPlace['field'] | MetaField }
  lacks: Missing | undefined
  maxlength?: number | undefined
}): JSX.Element {
  const agreement = useAgreement()
  const written = () => props.place.kind === 'words'
  const help = () => (props.lacks && !(props.lacks.code === 'empty' && written()) ? entryHelp(props.lacks) : undefined)
  const placeholder = () => {
    const key = `plan.satisfy.${props.place.field}`
    return props.lacks && written() && hasText(key) ? tKind('plan.satisfy', props.place.field) : undefined
  }
  return (
    <PlainField
      live={props.live}
      map={props.map}
      name={props.place.field}
      id={fieldAnchor(props.measureId, props.place.field)}
      label={t(`plan.field.${props.place.field}`)}
      width={props.place.width}
      missing={props.lacks && t(props.lacks.code === 'empty' ? 'plan.missing' : 'plan.notRight')}
      why={help()}
      placeholder={placeholder()}
      maxlength={props.maxlength}
      delegationId={meIn(agreement())?.delegationId}
      nameOf={(user) => nameOfPeer(agreement(), user)}
    >
      {props.place.kind === 'words' ? undefined : (control) => <Control control={control} kind={props.place.kind} />}
    </PlainField>
  )
}

function Control(props: { control: PlainControl; kind: FieldPlace['kind'] }): JSX.Element {
  const wired = () => ({
    id: props.control.id,
    'aria-describedby': props.control.describedBy,
    onFocus: props.control.onFocus,
    onBlur: props.control.onBlur,
  })
  return (
    <Switch>
      <Match when={props.kind === 'party'}>
        <PartySelect control={props.control} />
      </Match>
      <Match when={props.kind === 'day'}>
        <input
          {...wired()}
          type="date"
          value={props.control.value}
          readOnly={props.control.disabled}
          onInput={(event) => props.control.write(event.currentTarget.value)}
        />
      </Match>
      <Match when={props.kind === 'value'}>
        <input
          {...wired()}
          type="text"
          inputmode="decimal"
          value={props.control.value}
          maxlength={100}
          readOnly={props.control.disabled}
          onInput={(event) => props.control.write(event.currentTarget.value)}
        />
      </Match>
    </Switch>
  )
}

function PartySelect(props: { control: PlainControl }): JSX.Element {
  const agreement = useAgreement()
  const known = () => agreement().parties.some((party) => party.id === props.control.value)
  return (
    <select
      id={props.control.id}
      aria-describedby={props.control.describedBy}
      disabled={props.control.disabled}
      onInput={(event) => props.control.write(event.currentTarget.value)}
      onFocus={props.control.onFocus}
      onBlur={props.control.onBlur}
    >
      <Show when={!known()}>
        <option value={props.control.value} selected>
          {t('ui.choose')}
        </option>
      </Show>
      <For each={agreement().parties}>
        {(party) => (
          <option value={party.id} selected={party.id === props.control.value}>
            {party.name}
          </option>
        )}
      </For>
    </select>
  )
}

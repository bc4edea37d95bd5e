import { createSignal, type JSX, Match, Switch } from 'solid-js'
import { needsDelegation, needsTeam, seatKinds } from '../../shared/agreement.ts'
import type { Place } from '../../shared/agreement-forms.ts'
import { type AgreementHere, delegationWho, useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Select } from '../ui/select.tsx'

/** Which seat: its kind, and the delegation or team that a seat of the kind belongs to. */
export function createPlace() {
  const [kind, setKind] = createSignal<Place['kind'] | ''>('')
  const [delegationId, setDelegationId] = createSignal('')
  const [teamId, setTeamId] = createSignal('')
  const value = () => {
    const chosen = kind()
    return {
      kind: chosen as Place['kind'],
      ...(chosen && needsDelegation(chosen) && delegationId() ? { delegationId: delegationId() } : {}),
      ...(chosen && needsTeam(chosen) && teamId() ? { teamId: teamId() } : {}),
    }
  }
  const clear = () => {
    setKind('')
    setDelegationId('')
    setTeamId('')
  }
  return { kind, setKind, delegationId, setDelegationId, teamId, setTeamId, value, clear }
}

export function PlaceFields(props: { place: ReturnType<typeof createPlace> }): JSX.Element {
  const agreement = useAgreement()
  const needs = (rule: (kind: Place['kind']) => boolean) => {
    const kind = props.place.kind()
    return kind !== '' && rule(kind)
  }
  return (
    <>
      <Select
        label={t('agreement.secretariat.kind')}
        name="kind"
        required
        options={seatKinds.map((value) => ({ value, label: t(`shell.seat.${value}`) }))}
        value={props.place.kind()}
        onInput={(value) => props.place.setKind(seatKinds.find((kind) => kind === value) ?? '')}
      />
      <Switch>
        <Match when={needs(needsDelegation)}>
          <Select
            label={t('agreement.secretariat.delegation')}
            name="delegationId"
            required
            options={delegationOptions(agreement())}
            value={props.place.delegationId()}
            onInput={props.place.setDelegationId}
          />
        </Match>
        <Match when={needs(needsTeam)}>
          <Select
            label={t('agreement.secretariat.team')}
            name="teamId"
            required
            hint={agreement().teams.length === 0 ? t('agreement.secretariat.noTeam') : undefined}
            options={agreement().teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={props.place.teamId()}
            onInput={props.place.setTeamId}
          />
        </Match>
      </Switch>
    </>
  )
}

const delegationOptions = (agreement: AgreementHere) =>
  agreement.delegations.map(({ id, mark }) => ({
    value: id,
    label: `${mark} · ${delegationWho(agreement, id)?.name ?? ''}`,
  }))

import { createSignal, For, type JSX, Show } from 'solid-js'
import { teamKinds } from '../../shared/agreement.ts'
import { newTeam } from '../../shared/agreement-forms.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, asProblem, call } from '../api.ts'
import { actor } from '../session.ts'
import { useAgreement, useAgreementAgain } from '../shell/agreement.ts'
import { t, tKind } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Fact, Facts, Part } from '../ui/lists.tsx'
import { Select } from '../ui/select.tsx'
import { tell, tellProblem } from '../ui/toast.tsx'

export function TeamsPart(): JSX.Element {
  const agreement = useAgreement()
  return (
    <Part title={t('agreement.secretariat.teams')}>
      <div class="stack">
        <p class="note">{t('agreement.secretariat.teamsText')}</p>
        <Show when={agreement().teams.length > 0} fallback={<p class="meta">{t('agreement.secretariat.noTeams')}</p>}>
          <Facts rules>
            <For each={agreement().teams}>
              {(team) => (
                <Fact name={team.name}>
                  {tKind('agreement.secretariat.teamKind', team.kind)}
                  <TeamParty team={team} />
                </Fact>
              )}
            </For>
          </Facts>
        </Show>
        <MakeTeam />
      </div>
    </Part>
  )
}

type Team = ReturnType<ReturnType<typeof useAgreement>>['teams'][number]

/** Of which party a team is: nobody of that party decides on its gaps. */
function TeamParty(props: { team: Team }): JSX.Element {
  const agreement = useAgreement()
  const again = useAgreementAgain()
  const assign = async (partyId: string) => {
    const { id, name } = props.team
    try {
      await call(api.api.teams[':id'].party.$put({ param: { id }, json: partyId ? { partyId } : {} }))
      tell(t('agreement.secretariat.teamAssigned', { team: name, party: partyName(agreement(), partyId) }))
    } catch (thrown) {
      tellProblem(asProblem(thrown))
    }
    await again()
  }
  return (
    <Select
      label={t('agreement.secretariat.teamPartyOf', { team: props.team.name })}
      hideLabel
      empty={t('agreement.secretariat.teamNoParty')}
      options={agreement().parties.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.team.partyId}
      onInput={(value) => void assign(value)}
    />
  )
}

const partyName = ({ parties }: { parties: readonly { id: string; name: string }[] }, partyId: string): string =>
  parties.find(({ id }) => id === partyId)?.name ?? t('agreement.secretariat.teamNoParty')

function MakeTeam(): JSX.Element {
  const agreement = useAgreement()
  const again = useAgreementAgain()
  const [name, setName] = createSignal('')
  const [kind, setKind] = createSignal<(typeof teamKinds)[number]>('team')
  const [partyId, setPartyId] = createSignal('')
  const given = () => ({ name: name(), kind: kind(), ...(partyId() && { partyId: partyId() }) })
  const make = async () => {
    await call(api.api.agreements[':id'].teams.$post({ param: { id: agreement().id }, json: given() }))
    setName('')
    setPartyId('')
    tell(t('agreement.secretariat.teamMade'))
    await again()
  }
  return (
    <Form
      label={t('agreement.secretariat.makeTeam')}
      check={{ schema: newTeam, value: given }}
      onSubmit={make}
      submit={t('agreement.secretariat.makeTeam')}
      refusal={refusal(actor(), 'team.make', { agreementId: agreement().id })}
    >
      <Field
        label={t('agreement.secretariat.teamName')}
        name="name"
        required
        maxlength={200}
        value={name()}
        onInput={setName}
      />
      <Choices
        label={t('agreement.secretariat.teamKind')}
        name="kind"
        options={teamKinds.map((value) => ({ value, label: t(`agreement.secretariat.teamKind.${value}`) }))}
        value={kind()}
        onInput={(value) => setKind(teamKinds.find((one) => one === value) ?? 'team')}
      />
      <Select
        label={t('agreement.secretariat.teamParty')}
        name="partyId"
        hint={t('agreement.secretariat.teamPartyHint')}
        empty={t('agreement.secretariat.teamNoParty')}
        options={agreement().parties.map((party) => ({ value: party.id, label: party.name }))}
        value={partyId()}
        onInput={setPartyId}
      />
    </Form>
  )
}

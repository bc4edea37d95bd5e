import { For, type JSX, Show } from 'solid-js'
import type { Side } from '../../shared/agreement.ts'
import { stanceMarks } from '../../shared/marks.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { Delegation } from '../shell/delegation.tsx'
import { rich, t } from '../text.ts'
import { SixGrid } from '../ui/six-grid.tsx'
import { uniqueId } from '../ui/solid.ts'
import { State } from '../ui/state.tsx'
import type { ProgrammeHead } from './programmes.ts'

/** What each delegation said on the reading that was locked. Dissent and its reasons stay attached for good. */
export function Concurrences(props: { programme: ProgrammeHead }): JSX.Element {
  const id = uniqueId()
  const agreement = useAgreement()
  const delegationAt = (side: Side, partyId: string) =>
    props.programme.delegations.find((one) => one.side === side && one.partyId === partyId)
  const withoutParty = () => props.programme.delegations.filter((one) => one.partyId === undefined)
  const reasons = () => props.programme.concurrences.filter((one) => one.reason !== '')
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('commitment.concurrences', { number: props.programme.readingNumber })}</h3>
      <SixGrid
        caption={t('commitment.concurrencesCaption')}
        parties={props.programme.parties}
        cell={(side, party) => (
          <Show when={delegationAt(side, party.id)}>
            {(delegation) => <Said programme={props.programme} delegationId={delegation().id} />}
          </Show>
        )}
      />
      <For each={withoutParty()}>
        {(delegation) => (
          <p class="note">
            <Delegation id={delegation.id} />: <Said programme={props.programme} delegationId={delegation.id} bare />
          </p>
        )}
      </For>
      <For each={reasons()}>
        {(one) => (
          <p class="note">
            {rich(
              'commitment.saidBecause',
              { b: (inner) => <b>{inner}</b> },
              { who: delegationWho(agreement(), one.delegationId)?.name, reason: one.reason },
            )}{' '}
            <span class="meta">{t('commitment.attached')}</span>
          </p>
        )}
      </For>
    </section>
  )
}

function Said(props: { programme: ProgrammeHead; delegationId: string; bare?: boolean | undefined }): JSX.Element {
  const said = () => props.programme.concurrences.find((one) => one.delegationId === props.delegationId)
  return (
    <>
      <Show when={!props.bare}>
        <Delegation id={props.delegationId} quiet />{' '}
      </Show>
      <Show when={said()} fallback={<State mark="none">{t('commitment.saidNothing')}</State>}>
        {(one) => <State mark={stanceMarks[one().stance]}>{t(`commitment.stance.${one().stance}`)}</State>}
      </Show>
    </>
  )
}

import { type JSX, Show } from 'solid-js'
import type { Seat } from '../../shared/agreement.ts'
import { t } from '../text.ts'
import { Who } from '../ui/who.tsx'
import { type AgreementHere, delegationWho, useAgreement } from './agreement.ts'

/** A delegation of the page's agreement: its mark, and its name beside it or (`quiet`) for screen readers alone. */
export function Delegation(props: { id: string | undefined; quiet?: boolean | undefined }): JSX.Element {
  const agreement = useAgreement()
  return (
    <Show when={delegationWho(agreement(), props.id)}>
      {(who) => <Who mark={who().mark} side={who().side} party={who().party} name={who().name} quiet={props.quiet} />}
    </Show>
  )
}

/** A seat with its mark: “Delegate, Workers of Cambodia”; “Monitor”. */
export function SeatName(props: {
  seat: Pick<Seat, 'kind' | 'delegationId'>
  agreement: AgreementHere
  quiet?: boolean | undefined
}): JSX.Element {
  const kind = () => t(`shell.seat.${props.seat.kind}`)
  const who = () => delegationWho(props.agreement, props.seat.delegationId)
  return (
    <Show
      when={who()}
      fallback={<Who mark={kind().slice(0, 1)} side={props.seat.kind} party="none" name={kind()} quiet={props.quiet} />}
    >
      {(its) => (
        <Who
          mark={its().mark}
          side={its().side}
          party={its().party}
          name={t('shell.seatOf', { seat: kind(), delegation: its().name })}
          quiet={props.quiet}
        />
      )}
    </Show>
  )
}

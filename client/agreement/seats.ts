import type { Seat } from '../../shared/agreement.ts'
import { api, call } from '../api.ts'
import { type AgreementHere, delegationWho } from '../shell/agreement.ts'
import { t } from '../text.ts'

export const loadSeats = (id: string) => call(api.api.agreements[':id'].seats.$get({ param: { id } }))
/** A seat with who sits on it. */
export type FilledSeat = Awaited<ReturnType<typeof loadSeats>>[number]

/** A seat in words: `Delegate, Workers of Cambodia`, `Team lead, Team North`, `Monitor`. */
export function seatWords(agreement: AgreementHere, seat: Pick<Seat, 'kind' | 'delegationId' | 'teamId'>): string {
  const kind = t(`shell.seat.${seat.kind}`)
  const team = agreement.teams.find(({ id }) => id === seat.teamId)?.name
  const of = delegationWho(agreement, seat.delegationId)?.name ?? team
  return of ? t('shell.seatOf', { seat: kind, delegation: of }) : kind
}

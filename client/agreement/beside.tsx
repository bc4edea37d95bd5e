import { For, type JSX, Show } from 'solid-js'
import { type SeatKind, seatKinds } from '../../shared/agreement.ts'
import { dayOf } from '../../shared/dates.ts'
import { type Forum, forumName } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { Delegation } from '../shell/delegation.tsx'
import { formatDay, formatList, t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Fact, Facts, Lines, Part } from '../ui/lists.tsx'
import { SixGrid } from '../ui/six-grid.tsx'
import type { ProgrammeLine } from './fora-part.tsx'
import { type FilledSeat, seatWords } from './seats.ts'

/** What goes on at present, each with its page. */
export function Now(props: { fora: readonly Forum[] | undefined; inForce: ProgrammeLine | undefined }): JSX.Element {
  const agreement = useAgreement()
  const open = () => props.fora?.find(({ stage }) => stage !== 'closed')
  return (
    <Part title={t('agreement.now')}>
      <Facts>
        <Fact name={t('agreement.now.forum')}>
          <Show when={open()} fallback={t('agreement.now.noForum')}>
            {(forum) => (
              <>
                <a href={paths.forum(agreement().slug, forum().label)}>{forumName(forum().label)}</a>
                {', '}
                {t('agreement.now.stage', {
                  stage: t(`forum.stage.${forum().stage}`),
                  day: formatDay(dayOf(forum().stageSince), 'short'),
                })}
              </>
            )}
          </Show>
        </Fact>
        <Fact name={t('agreement.now.programme')}>
          <Show when={props.inForce} fallback={t('agreement.now.noProgramme')}>
            {(programme) => <a href={paths.programme(agreement().slug, programme().id)}>{programme().title}</a>}
          </Show>
        </Fact>
        <Fact name={t('agreement.now.public')}>
          <a href={paths.publicAgreement(agreement().slug)} rel="external">
            {t('agreement.now.publicLink')}
          </a>
        </Fact>
        <Fact name={t('agreement.now.ledger')}>
          <a href={paths.ledger(agreement().slug)}>{t('agreement.now.ledgerLink')}</a>
        </Fact>
      </Facts>
    </Part>
  )
}

/** Side by party: how many sit in each delegation. */
export function Parties(props: { seats: readonly FilledSeat[] }): JSX.Element {
  const agreement = useAgreement()
  const count = (delegationId: string) => props.seats.filter((seat) => seat.delegationId === delegationId).length
  const filled = (delegationId: string) => t('agreement.parties.filled', { count: count(delegationId) })
  const vacant = () => agreement().delegations.filter(({ id }) => count(id) === 0).length
  const jurists = () => agreement().delegations.find(({ side }) => side === 'jurists')
  return (
    <Part title={t('agreement.parties')}>
      <SixGrid
        caption={t('agreement.parties.caption')}
        parties={agreement().parties}
        cell={(side, party) => (
          <Show when={agreement().delegations.find((one) => one.side === side && one.partyId === party.id)}>
            {(delegation) => (
              <>
                <Delegation id={delegation().id} quiet /> {filled(delegation().id)}
              </>
            )}
          </Show>
        )}
      />
      <Show when={jurists()}>
        {(delegation) => <p>{t('agreement.parties.jurists', { filled: filled(delegation().id) })}</p>}
      </Show>
      <p class="note">{t('agreement.parties.vacant', { count: vacant() })}</p>
    </Part>
  )
}

const alone = seatKinds.filter((kind) => !['delegate', 'team_lead', 'team_member'].includes(kind))
/** Seats that an agreement is not whole without: said to be vacant where they are. */
const needed: readonly SeatKind[] = ['monitor', 'secretariat']

/** Everyone who sits for no delegation, and the teams. */
export function OtherSeats(props: { seats: readonly FilledSeat[] }): JSX.Element {
  const agreement = useAgreement()
  const names = (kind: SeatKind) => props.seats.filter((seat) => seat.kind === kind).map((seat) => seat.personName)
  const shown = () => alone.filter((kind) => needed.includes(kind) || names(kind).length > 0)
  const teams = () => formatList(agreement().teams.map((team) => team.name)) || t('agreement.seats.noTeams')
  return (
    <Part title={t('agreement.seats')}>
      <Facts>
        <For each={shown()}>
          {(kind) => (
            <Fact name={t(`shell.seat.${kind}`)}>{formatList(names(kind)) || t('agreement.seats.vacant')}</Fact>
          )}
        </For>
        <Fact name={t('agreement.seats.teams')}>{teams()}</Fact>
      </Facts>
      <Disclose summary={t('agreement.seats.roster')}>
        <Lines rows={props.seats}>
          {(seat) => (
            <>
              <b>{seat.personName}</b>, {seatWords(agreement(), seat)}
            </>
          )}
        </Lines>
      </Disclose>
    </Part>
  )
}

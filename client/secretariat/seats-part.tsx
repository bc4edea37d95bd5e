import { createSignal, type JSX } from 'solid-js'
import { newSeat } from '../../shared/agreement-forms.ts'
import { dayOf } from '../../shared/dates.ts'
import { refusal } from '../../shared/permissions.ts'
import { type FilledSeat, seatWords } from '../agreement/seats.ts'
import { api, call } from '../api.ts'
import { actor, refreshSession } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { SeatName } from '../shell/delegation.tsx'
import { formatDay, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { Select } from '../ui/select.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { tell } from '../ui/toast.tsx'
import { createPlace, PlaceFields } from './place-fields.tsx'

/** Everyone who sits, in the order in which seats were given; each seat can be ended. */
export function SeatsPart(props: { seats: readonly FilledSeat[]; onChanged: () => Promise<unknown> }): JSX.Element {
  const agreement = useAgreement()
  const [ending, setEnding] = createSignal<FilledSeat>()
  const refused = () => refusal(actor(), 'seat.end', { agreementId: agreement().id })
  const columns = (): Column<FilledSeat>[] => [
    { head: t('agreement.secretariat.person'), isHead: true, cell: (seat) => seat.personName },
    { head: t('agreement.secretariat.seat'), cell: (seat) => <Seat seat={seat} /> },
    { head: t('agreement.secretariat.since'), cell: (seat) => formatDay(dayOf(seat.givenAt), 'medium') },
    {
      head: t('agreement.secretariat.act'),
      cell: (seat) => (
        <Button
          refusal={refused()}
          aria-label={t('agreement.secretariat.endNamed', {
            name: seat.personName,
            seat: seatWords(agreement(), seat),
          })}
          onClick={() => setEnding(seat)}
        >
          {t('agreement.secretariat.end')}
        </Button>
      ),
    },
  ]
  return (
    <Part title={t('agreement.secretariat.seats')}>
      <Table
        caption={t('agreement.secretariat.seatsCaption')}
        hideCaption
        stack
        columns={columns()}
        rows={props.seats}
      />
      <GiveSeat seats={props.seats} onChanged={props.onChanged} />
      <EndSeat seat={ending()} onClose={() => setEnding(undefined)} onChanged={props.onChanged} />
    </Part>
  )
}

function Seat(props: { seat: FilledSeat }): JSX.Element {
  const agreement = useAgreement()
  const team = () => agreement().teams.find(({ id }) => id === props.seat.teamId)?.name
  return (
    <>
      <SeatName seat={props.seat} agreement={agreement()} />
      {team() && <span class="meta">, {team()}</span>}
    </>
  )
}

/** Asks once more: what ends here is somebody's part in the agreement. */
function EndSeat(props: {
  seat: FilledSeat | undefined
  onClose: () => void
  onChanged: () => Promise<unknown>
}): JSX.Element {
  const agreement = useAgreement()
  const end = async (seat: FilledSeat) => {
    await call(api.api.seats[':id'].$delete({ param: { id: seat.id } }))
    props.onClose()
    tell(t('agreement.secretariat.ended'))
    await Promise.all([props.onChanged(), refreshSession()])
  }
  return (
    <Dialog open={props.seat !== undefined} title={t('agreement.secretariat.endTitle')} onClose={props.onClose}>
      <p>
        {t('agreement.secretariat.endText', {
          name: props.seat?.personName,
          seat: props.seat ? seatWords(agreement(), props.seat) : '',
        })}
      </p>
      <div class="row">
        <Button onClick={() => props.seat && end(props.seat)}>{t('agreement.secretariat.endYes')}</Button>
        <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
      </div>
    </Dialog>
  )
}

/** For who has an account and a seat here already; everyone else is invited. */
function GiveSeat(props: { seats: readonly FilledSeat[]; onChanged: () => Promise<unknown> }): JSX.Element {
  const agreement = useAgreement()
  const [personId, setPersonId] = createSignal('')
  const place = createPlace()
  const given = () => ({ personId: personId(), ...place.value() })
  const people = () => [...new Map(props.seats.map((seat) => [seat.personId, seat.personName]))]
  const give = async () => {
    await call(api.api.agreements[':id'].seats.$post({ param: { id: agreement().id }, json: given() }))
    place.clear()
    setPersonId('')
    tell(t('agreement.secretariat.given'))
    await Promise.all([props.onChanged(), refreshSession()])
  }
  return (
    <Disclose summary={t('agreement.secretariat.give')}>
      <Form
        label={t('agreement.secretariat.give')}
        check={{ schema: newSeat, value: given }}
        onSubmit={give}
        submit={t('agreement.secretariat.giveAct')}
        refusal={refusal(actor(), 'seat.give', { agreementId: agreement().id })}
      >
        <Select
          label={t('agreement.secretariat.person')}
          name="personId"
          required
          options={people().map(([value, label]) => ({ value, label }))}
          value={personId()}
          onInput={setPersonId}
        />
        <PlaceFields place={place} />
      </Form>
    </Disclose>
  )
}

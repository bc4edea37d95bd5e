import { createSignal, type JSX, Show } from 'solid-js'
import { newInvitation } from '../../shared/agreement-forms.ts'
import { refusal } from '../../shared/permissions.ts'
import { seatWords } from '../agreement/seats.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { tell } from '../ui/toast.tsx'
import { type HandOut, LinkBox } from './link-box.tsx'
import { createPlace, PlaceFields } from './place-fields.tsx'

const route = api.api.agreements[':id'].invitations
const one = api.api.invitations[':id']
const loadInvitations = (id: string) => call(route.$get({ param: { id } }))
type Waiting = Awaited<ReturnType<typeof loadInvitations>>[number]

/** Links to hand out, and those that nobody has taken yet. */
export function InvitationsPart(): JSX.Element {
  const agreement = useAgreement()
  const refused = () => refusal(actor(), 'invitation.make', { agreementId: agreement().id })
  const load = createLoad(async () => (refused() ? [] : loadInvitations(agreement().id)))
  const [link, setLink] = createSignal<HandOut>()
  const again = async (waiting: Waiting) => {
    const { path } = await call(one.link.$put({ param: { id: waiting.id } }))
    setLink({ name: waiting.name, email: waiting.email, path })
    await load.again()
  }
  const revoke = async (waiting: Waiting) => {
    await call(one.$delete({ param: { id: waiting.id } }))
    tell(t('agreement.secretariat.revoked'))
    await load.again()
  }
  return (
    <Part title={t('agreement.secretariat.invitations')}>
      <div class="stack">
        <p class="note">{t('agreement.secretariat.inviteText')}</p>
        <Invite
          onInvited={async (made) => {
            setLink(made)
            await load.again()
          }}
        />
        <Show when={link()} keyed>
          {(made) => <LinkBox link={made} />}
        </Show>
        <h3>{t('agreement.secretariat.waiting')}</h3>
        <Show
          when={refused()}
          fallback={
            <Loaded load={load}>{(list) => <WaitingList list={list()} onAgain={again} onRevoke={revoke} />}</Loaded>
          }
        >
          {(code) => <p class="refusal">{t(`refusal.${code()}`)}</p>}
        </Show>
      </div>
    </Part>
  )
}

function Invite(props: { onInvited: (made: HandOut) => Promise<unknown> }): JSX.Element {
  const agreement = useAgreement()
  const [email, setEmail] = createSignal('')
  const [name, setName] = createSignal('')
  const place = createPlace()
  const given = () => ({ email: email(), name: name(), ...place.value() })
  const invite = async () => {
    const made = await call(route.$post({ param: { id: agreement().id }, json: given() }))
    const { email: address, name: person } = made.invitation
    setEmail('')
    setName('')
    place.clear()
    await props.onInvited({ name: person, email: address, path: made.path })
  }
  return (
    <Form
      label={t('agreement.secretariat.invite')}
      check={{ schema: newInvitation, value: given }}
      onSubmit={invite}
      submit={t('agreement.secretariat.inviteAct')}
      refusal={refusal(actor(), 'invitation.make', { agreementId: agreement().id })}
      primary
    >
      <Field label={t('agreement.secretariat.name')} name="name" required value={name()} onInput={setName} />
      <Field
        label={t('agreement.secretariat.email')}
        name="email"
        type="email"
        autocomplete="off"
        required
        value={email()}
        onInput={setEmail}
      />
      <PlaceFields place={place} />
    </Form>
  )
}

function WaitingList(props: {
  list: readonly Waiting[]
  onAgain: (waiting: Waiting) => Promise<unknown>
  onRevoke: (waiting: Waiting) => Promise<unknown>
}): JSX.Element {
  const agreement = useAgreement()
  const columns = (): Column<Waiting>[] => [
    { head: t('agreement.secretariat.name'), isHead: true, cell: (waiting) => waiting.name },
    { head: t('agreement.secretariat.email'), cell: (waiting) => waiting.email },
    { head: t('agreement.secretariat.seat'), cell: (waiting) => seatWords(agreement(), waiting.place) },
    { head: t('agreement.secretariat.until'), cell: (waiting) => <Until waiting={waiting} /> },
    {
      head: t('agreement.secretariat.choices'),
      cell: (waiting) => (
        <span class="row">
          <Button
            aria-label={t('agreement.secretariat.againNamed', { name: waiting.name })}
            onClick={() => props.onAgain(waiting)}
          >
            {t('agreement.secretariat.again')}
          </Button>
          <Button
            aria-label={t('agreement.secretariat.revokeNamed', { name: waiting.name })}
            onClick={() => props.onRevoke(waiting)}
          >
            {t('agreement.secretariat.revoke')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={t('agreement.secretariat.waiting')}
      hideCaption
      stack
      columns={columns()}
      rows={props.list}
      empty={<p class="meta">{t('agreement.secretariat.noneWaiting')}</p>}
    />
  )
}

function Until(props: { waiting: Waiting }): JSX.Element {
  const expired = () => props.waiting.expiresAt <= new Date().toISOString()
  return (
    <Show when={!expired()} fallback={<span class="late">{t('agreement.secretariat.expired')}</span>}>
      {formatInstant(props.waiting.expiresAt)}
    </Show>
  )
}

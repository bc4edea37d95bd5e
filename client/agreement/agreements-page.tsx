import { For, type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { formatDay, t } from '../text.ts'
import { Empty } from '../ui/empty.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Refusable } from '../ui/refusable.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { FirstScreen } from './first-screen.tsx'

type Summary = Awaited<ReturnType<typeof loadAgreements>>[number]
const loadAgreements = () => call(api.api.agreements.$get())

/** The agreements in which I have a seat; for who may start one and has none, how that goes. */
export function Page(): JSX.Element {
  const load = createLoad(loadAgreements)
  return (
    <Loaded load={load}>
      {(agreements) => (
        <Show when={agreements().length > 0 || !actor()?.administrator} fallback={<FirstScreen />}>
          <PageHead title={t('agreement.list.title')} lede={t('agreement.list.lede')} />
          <div class="stack">
            <List agreements={agreements()} />
            <StartLink />
          </div>
        </Show>
      )}
    </Loaded>
  )
}

function List(props: { agreements: readonly Summary[] }): JSX.Element {
  const columns = (): Column<Summary>[] => [
    { head: t('agreement.list.agreement'), isHead: true, cell: (one) => <Title agreement={one} /> },
    {
      head: t('agreement.list.signed'),
      cell: (one) => (one.signedOn ? formatDay(one.signedOn) : t('agreement.list.notSigned')),
    },
    { head: t('agreement.list.seat'), cell: (one) => <Seats agreementId={one.id} /> },
  ]
  return (
    <Table
      caption={t('agreement.list.caption')}
      hideCaption
      stack
      columns={columns()}
      rows={props.agreements}
      empty={<Empty what={t('agreement.list.none')} who={t('agreement.list.noneWho')} />}
    />
  )
}

function Title(props: { agreement: Summary }): JSX.Element {
  return (
    <>
      <a href={paths.agreement(props.agreement.slug)}>{props.agreement.title}</a>
      <Show when={props.agreement.demonstration}>
        {' '}
        <span class="illus">{t('agreement.list.demonstration')}</span>
      </Show>
    </>
  )
}

function Seats(props: { agreementId: string }): JSX.Element {
  const mine = () => actor()?.seats.filter((seat) => seat.agreementId === props.agreementId) ?? []
  return (
    <For each={mine()}>
      {(seat, index) => (
        <>
          {index() > 0 && ', '}
          {t(`shell.seat.${seat.kind}`)}
        </>
      )}
    </For>
  )
}

/** A link that says why it leads nowhere for who may not. */
export function StartLink(props: { primary?: boolean | undefined }): JSX.Element {
  const refused = () => refusal(actor(), 'agreement.create')
  return (
    <div class="row">
      <Refusable refusal={refused()}>
        {(attributes) => (
          <a
            {...attributes}
            class="button"
            classList={{ primary: props.primary === true, big: props.primary === true }}
            {...(refused() ? { role: 'link', tabindex: 0 } : { href: paths.newAgreement() })}
          >
            {t('agreement.first.act')}
          </a>
        )}
      </Refusable>
    </div>
  )
}

import { type JSX, Show } from 'solid-js'
import { factsOf } from '../notice/facts.ts'
import { useAgreement } from '../shell/agreement.ts'
import { SeatName } from '../shell/delegation.tsx'
import { formatInstant, formatNumber, t, tKind } from '../text.ts'
import { groups } from '../ui/agreed.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Empty } from '../ui/empty.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { Act } from './chain.ts'

/** Acts in words: which, when, whose, and the sum by which the next one names it. */
export function ActTable(props: { acts: readonly Act[] }): JSX.Element {
  const columns = (): Column<Act>[] => [
    {
      head: t('ledger.number'),
      numeric: true,
      cell: (act) => <span id={`act-${act.seq}`}>{formatNumber(act.seq)}</span>,
    },
    { head: t('ledger.when'), cell: (act) => <time datetime={act.at}>{formatInstant(act.at)}</time> },
    { head: t('ledger.what'), isHead: true, cell: (act) => tKind('act', act.kind, factsOf(act.body)) },
    { head: t('ledger.who'), cell: (act) => <Author act={act} /> },
    { head: t('ledger.sum'), cell: (act) => <Sum act={act} /> },
  ]
  return (
    <Table
      caption={t('ledger.caption')}
      hideCaption
      stack
      class="acts-table"
      columns={columns()}
      rows={props.acts}
      empty={<Empty what={t('ledger.empty')} />}
    />
  )
}

/** Who took the step, in which seat; the clock where nobody did. */
function Author(props: { act: Act }): JSX.Element {
  const agreement = useAgreement()
  return (
    <Show when={props.act.person} fallback={t('ledger.byTheClock')}>
      {(person) => (
        <span class="author">
          <Show when={person().seat}>
            {(kind) => (
              <SeatName seat={{ kind: kind(), delegationId: person().delegationId }} agreement={agreement()} quiet />
            )}
          </Show>{' '}
          {person().name}
        </span>
      )}
    </Show>
  )
}

/** The first figures of the sum; the whole one, and that of the act before, for who asks. */
function Sum(props: { act: Act }): JSX.Element {
  return (
    <Disclose summary={<span class="hash">{props.act.hash.slice(0, 8)}</span>}>
      <p class="seal">
        {t('ledger.ownSum')} <span class="hash">{groups(props.act.hash)}</span>
      </p>
      <p class="seal">
        {t('ledger.previousSum')} <span class="hash">{groups(props.act.prevHash)}</span>
      </p>
    </Disclose>
  )
}

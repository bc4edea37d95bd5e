import { For, type JSX, Show } from 'solid-js'
import { stanceMarks } from '../../shared/marks.ts'
import { verdictOn } from '../../shared/plan.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatDay, formatInstant, rich, t } from '../text.ts'
import { State } from '../ui/state.tsx'
import { Who } from '../ui/who.tsx'
import type { ReadingHere } from './overview.ts'
import { shortHash } from './short-hash.ts'

/** What each delegation says on a reading, those that must speak first; nothing that was said is ever left out. */
export function Concurrence(props: {
  reading: ReadingHere
  /** Where the reading's text is shown. */
  href: string
  children?: JSX.Element | undefined
}): JSX.Element {
  return (
    <section id="concurrence" aria-labelledby="conc-h">
      <div class="agenda-head">
        <h2 id="conc-h">{t('plan.concurrence')}</h2>{' '}
        <p class="meta">
          <a href={props.href}>{t('plan.reading', { number: props.reading.number })}</a>{' '}
          <span class="hash">{shortHash(props.reading.hash)}</span>
        </p>
      </div>
      <p class="note">{standing(props.reading)}</p>
      <Stances reading={props.reading} />
      {props.children}
    </section>
  )
}

/** Where the reading stands, in a sentence. */
function standing(reading: ReadingHere): JSX.Element {
  const b = (inner: JSX.Element) => <b>{inner}</b>
  const when = formatInstant(reading.decidedAt ?? reading.frozenAt)
  if (reading.state === 'locked') return rich('plan.standing.locked', { b }, { when })
  if (reading.state === 'void')
    return rich('plan.standing.void', { b }, { when, by: reading.decidedBy ?? '', reason: reading.decidedReason ?? '' })
  const { missing, preventing } = verdictOn(reading.rules, reading.concurrences)
  const due = formatDay(reading.dueOn)
  if (preventing.length > 0) return rich('plan.standing.prevented', { b }, { count: preventing.length })
  if (missing.length > 0) return rich('plan.standing.open', { b }, { count: missing.length, due })
  return rich('plan.standing.spoken', { b })
}

function Stances(props: { reading: ReadingHere }): JSX.Element {
  const agreement = useAgreement()
  const required = (id: string) => props.reading.rules.required.includes(id)
  const rows = () => agreement().delegations.toSorted((a, b) => Number(required(b.id)) - Number(required(a.id)))
  return (
    <ul class="stances">
      <For each={rows()}>
        {(delegation) => (
          <Stance reading={props.reading} delegationId={delegation.id} required={required(delegation.id)} />
        )}
      </For>
    </ul>
  )
}

function Stance(props: { reading: ReadingHere; delegationId: string; required: boolean }): JSX.Element {
  const agreement = useAgreement()
  const said = () => props.reading.concurrences.find((one) => one.delegationId === props.delegationId)
  return (
    <li>
      <Show when={delegationWho(agreement(), props.delegationId)}>
        {(who) => (
          <>
            <Who mark={who().mark} side={who().side} party={who().party} /> <b>{who().name}</b>{' '}
          </>
        )}
      </Show>
      <Show
        when={said()}
        fallback={<State mark="empty">{t(props.required ? 'plan.stance.none' : 'plan.stance.notAsked')}</State>}
      >
        {(one) => (
          <>
            <State mark={stanceMarks[one().stance]}>{t(`plan.stance.${one().stance}`)}</State>
            <Show when={one().reason}>
              <p>{one().reason}</p>
            </Show>
            <p class="meta">{t('plan.stance.by', { by: one().by, when: formatInstant(one().at) })}</p>
          </>
        )}
      </Show>
    </li>
  )
}

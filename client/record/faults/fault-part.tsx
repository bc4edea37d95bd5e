import { type JSX, Show } from 'solid-js'
import { EvidenceList } from '../../commitment/evidence-list.tsx'
import { paths } from '../../paths.ts'
import { formatDay, formatInstant, t } from '../../text.ts'
import { Part } from '../../ui/lists.tsx'
import { State } from '../../ui/state.tsx'
import { DecisionForm, ReplyForm } from './answering.tsx'
import { type Fault, faultMarks, faultWords } from './faults.ts'

/** One finding, with what shows it, what the team says to it, and what was decided. */
export function FaultPart(props: { fault: Fault; slug: string; again: () => Promise<void> }): JSX.Element {
  return (
    <Part title={faultWords(props.fault)} id={`fault-${props.fault.id}`}>
      <div class="stack">
        <p class="row">
          <State mark={faultMarks[props.fault.state]}>{t(`fault.state.${props.fault.state}`)}</State>{' '}
          <span class="meta">
            {props.fault.allegedBy
              ? t('fault.allegedBy', { name: props.fault.allegedBy.name, when: formatInstant(props.fault.at) })
              : t('fault.byClock', { when: formatInstant(props.fault.at) })}
          </span>
        </p>
        <Show when={props.fault.statement}>
          <p class="told">{props.fault.statement}</p>
          <EvidenceList items={props.fault.evidence} />
        </Show>
        <Reply {...props} />
        <Decision {...props} />
        <Show when={props.fault.disclosureId && props.fault.kind !== 'late'}>
          <p>
            <a href={paths.openDisclosure(props.slug, props.fault.disclosureId!)}>{t('fault.toDisclosure')}</a>
          </p>
        </Show>
      </div>
    </Part>
  )
}

function Reply(props: { fault: Fault; again: () => Promise<void> }): JSX.Element {
  return (
    <Show
      when={props.fault.reply}
      fallback={
        <Show
          when={props.fault.state === 'recorded' || props.fault.state === 'alleged'}
          fallback={<p class="meta">{t('fault.noReply')}</p>}
        >
          <p class="meta">
            {props.fault.state === 'alleged'
              ? t('fault.heardUntil', { day: formatDay(props.fault.heardUntil) })
              : t('fault.mayReply')}
          </p>
          <ReplyForm fault={props.fault} again={props.again} />
        </Show>
      }
    >
      {(reply) => (
        <>
          <h3>
            {t('fault.replyOf', { team: props.fault.team.name })}{' '}
            <span class="meta">{formatInstant(props.fault.repliedAt!)}</span>
          </h3>
          <p class="told">{reply()}</p>
        </>
      )}
    </Show>
  )
}

function Decision(props: { fault: Fault; again: () => Promise<void> }): JSX.Element {
  return (
    <>
      <Show when={props.fault.state === 'alleged'}>
        <DecisionForm fault={props.fault} again={props.again} />
      </Show>
      <Show when={props.fault.reasons}>
        {(reasons) => (
          <>
            <h3>
              {t('fault.decision', { name: props.fault.decidedBy ?? '' })}{' '}
              <span class="meta">{formatInstant(props.fault.decidedAt!)}</span>
            </h3>
            <p class="told">{reasons()}</p>
          </>
        )}
      </Show>
    </>
  )
}

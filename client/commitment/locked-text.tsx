import { type JSX, Show } from 'solid-js'
import { hashedMeasure } from '../../shared/plan.ts'
import { formatDay, t } from '../text.ts'
import { Agreed } from '../ui/agreed.tsx'
import { RichTextView } from '../ui/rich-text-view.tsx'
import type { Commitment, ProgrammeHead } from './programmes.ts'
import { Verify } from './verify.tsx'
import { decimalText, valueInUnit } from './words.ts'

/** The words that were agreed, all of them, with the sum that seals them. */
export function LockedText(props: { commitment: Commitment; programme: ProgrammeHead; under: number }): JSX.Element {
  return (
    <div>
      <Agreed
        hash={props.commitment.hash}
        lockedAt={props.programme.lockedAt}
        proofs={<Receipt actId={props.programme.lockActId} />}
      >
        <RichTextView text={props.commitment.measure.text} under={props.under} />
        <Terms commitment={props.commitment} />
      </Agreed>
      <Verify
        programme={props.programme}
        text={() => hashedMeasure(props.commitment.measure)}
        hash={props.commitment.hash}
      />
    </div>
  )
}

/** The act of the lock, to keep: it can be shown later to whoever holds the ledger. */
export function Receipt(props: { actId: string | undefined }): JSX.Element {
  return (
    <Show when={props.actId}>
      {(id) => (
        <a href={`/api/acts/${id()}/receipt`} download="" rel="external">
          {t('commitment.receipt')}
        </a>
      )}
    </Show>
  )
}

function Terms(props: { commitment: Commitment }): JSX.Element {
  const measure = () => props.commitment.measure
  const baseline = () => decimalText(measure().baseline)
  const days = () => ({ from: formatDay(props.commitment.startOn), until: formatDay(props.commitment.dueOn) })
  return (
    <dl class="terms">
      <Term name={t('commitment.responsible')}>
        {props.commitment.partyName}, {props.commitment.office}
      </Term>
      <Term name={t('commitment.startAndDue')}>{t('commitment.fromTo', days())}</Term>
      <Term name={t('commitment.baselineAndTarget')}>
        {t('commitment.baselineToTarget', {
          baseline: baseline(),
          target: valueInUnit(measure().target, measure().unit),
        })}
        <Show when={measure().baselineNote}>
          {' '}
          <span class="meta">({measure().baselineNote})</span>
        </Show>
      </Term>
      <Term name={t('commitment.proof')}>{measure().proof}</Term>
      <Term name={t('commitment.resources')}>{measure().resources || t('commitment.nothingSaid')}</Term>
      <Term name={t('commitment.efforts')}>{measure().efforts || t('commitment.nothingSaid')}</Term>
      <Term name={t('commitment.excuses')}>{measure().excuses || t('commitment.nothingSaid')}</Term>
    </dl>
  )
}

const Term = (props: { name: string; children: JSX.Element }): JSX.Element => (
  <div>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
)

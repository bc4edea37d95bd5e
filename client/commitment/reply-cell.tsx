import { type JSX, Show } from 'solid-js'
import { type Day, dayOf, daysBetween } from '../../shared/dates.ts'
import type { Axis } from '../../shared/finding.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatDay, t } from '../text.ts'
import type { Commitment, Finding } from './programmes.ts'
import { Written } from './written.tsx'

/** What the party says to one answer of a finding; that it has said nothing stands in the same place. */
export function ReplyCell(props: { axis: Axis; finding: Finding; commitment: Commitment; day: Day }): JSX.Element {
  const agreement = useAgreement()
  const who = () => props.finding.reply?.delegationId ?? props.commitment.answeredBy
  const lateBy = () => (props.finding.reply ? daysBetween(props.finding.replyDueOn, dayOf(props.finding.reply.at)) : 0)
  return (
    <>
      <p class="only-narrow meta">{t('commitment.replyBy', { who: delegationWho(agreement(), who())?.name })}</p>
      <Show when={props.finding.reply} fallback={<NoReply finding={props.finding} day={props.day} />}>
        {(reply) => (
          <>
            <p>
              <b>{t(`commitment.replyStance.${reply()[props.axis].stance}`)}</b>
            </p>
            <Written text={reply()[props.axis].text} />
            <Show when={lateBy() > 0}>
              <p class="note">
                <span class="late">{t('commitment.replyLate', { days: lateBy() })}</span>
              </p>
            </Show>
          </>
        )}
      </Show>
    </>
  )
}

/** That nobody has answered is said in the reply's own place. */
function NoReply(props: { finding: Finding; day: Day }): JSX.Element {
  const over = () => props.day > props.finding.replyDueOn
  const day = () => formatDay(props.finding.replyDueOn)
  return (
    <p class="meta">
      <Show when={over()} fallback={t('commitment.replyAwaited', { day: day() })}>
        <span class="late">{t('commitment.replyMissing', { day: day() })}</span>
      </Show>
    </p>
  )
}

import { type JSX, Show } from 'solid-js'
import { type Day, dayOf } from '../../shared/dates.ts'
import { type Axis, bearsOn } from '../../shared/finding.ts'
import { useAgreement } from '../shell/agreement.ts'
import { Delegation, SeatName } from '../shell/delegation.tsx'
import { formatDay, t } from '../text.ts'
import { ImplementationState, OutcomeState } from './answers.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { FigurePath } from './figure-path.tsx'
import type { Commitment, Finding } from './programmes.ts'
import { ReplyCell } from './reply-cell.tsx'
import { valueInUnit } from './words.ts'
import { Written } from './written.tsx'

/** A role that the element has already, said again: a phone shows the table as blocks, and blocks lose their roles. */
const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') => ({ role })

/** A finding and the reply to it, question by question and side by side: neither is shown anywhere without the other. */
export function FindingTable(props: {
  finding: Finding
  commitment: Commitment
  day: Day
  /** The figures over time, beside the answer that they bear out. */
  path?: boolean | undefined
}): JSX.Element {
  const agreement = useAgreement()
  const findingIsNoGround = () => agreement().charter.withdrawal.trigger !== 'criterion_unmet'
  return (
    <table class="axes" {...as('table')} id={`finding-${props.finding.number}`}>
      <caption>
        {t('commitment.findingAndReply', { number: props.finding.number })}{' '}
        <Show when={findingIsNoGround()}>{t('commitment.noConsequence')} </Show>
        <Show when={props.finding.illustrative}>
          <span class="illus">{t('commitment.illustrative')}</span>
        </Show>
      </caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          <th {...as('columnheader')} scope="col">
            {t('commitment.question')}
          </th>
          <th {...as('columnheader')} scope="col">
            <SeatName seat={{ kind: 'monitor' }} agreement={agreement()} quiet />{' '}
            {t('commitment.findingOn', { day: formatDay(dayOf(props.finding.publishedAt)) })}
          </th>
          <th {...as('columnheader')} scope="col">
            <Delegation id={props.finding.reply?.delegationId ?? props.commitment.answeredBy} quiet />{' '}
            <Show when={props.finding.reply} fallback={t('commitment.reply')}>
              {(reply) => <>{t('commitment.replyOn', { day: formatDay(dayOf(reply().at)) })}</>}
            </Show>
          </th>
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        <AnswerRow axis="implementation" {...props} />
        <AnswerRow axis="outcome" {...props} />
        <tr {...as('row')}>
          <th {...as('rowheader')} scope="row">
            {t('commitment.method')}
          </th>
          <td {...as('cell')}>
            <Written text={props.finding.method} />
          </td>
          <td {...as('cell')} />
        </tr>
      </tbody>
    </table>
  )
}

function AnswerRow(props: {
  axis: Axis
  finding: Finding
  commitment: Commitment
  day: Day
  path?: boolean | undefined
}): JSX.Element {
  const evidence = () => props.finding.evidence.filter((item) => bearsOn(item, props.axis))
  return (
    <tr {...as('row')}>
      <th {...as('rowheader')} scope="row">
        {t(`commitment.axis.${props.axis}`)} <span>{t(`commitment.ask.${props.axis}`)}</span>
      </th>
      <td {...as('cell')}>
        <p>
          <Show when={props.axis === 'outcome'} fallback={<ImplementationState finding={props.finding} />}>
            <OutcomeState finding={props.finding} />
          </Show>
        </p>
        <Written text={props.finding[props.axis].text} />
        <Show when={props.axis === 'outcome' && props.path}>
          <FigurePath commitment={props.commitment} day={props.day} />
        </Show>
        <dl class="proof">
          <Show when={props.axis === 'outcome' && props.finding.figure}>
            {(figure) => (
              <div>
                <dt>{t('commitment.figure')}</dt>
                <dd>
                  {t('commitment.figureAsOf', {
                    value: valueInUnit(figure().value, props.commitment.measure.unit),
                    day: formatDay(figure().asOf),
                  })}
                </dd>
              </div>
            )}
          </Show>
          <Show when={evidence().length > 0}>
            <div>
              <dt>{t('commitment.evidence')}</dt>
              <dd>
                <EvidenceList items={evidence()} />
              </dd>
            </div>
          </Show>
        </dl>
      </td>
      <td {...as('cell')}>
        <ReplyCell axis={props.axis} finding={props.finding} commitment={props.commitment} day={props.day} />
      </td>
    </tr>
  )
}

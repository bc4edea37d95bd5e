import { For, type JSX, Show } from 'solid-js'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatDay, formatInstant, t } from '../text.ts'
import { EvidenceList } from './evidence-list.tsx'
import type { Commitment, Report } from './programmes.ts'
import { valueInUnit } from './words.ts'
import { Written } from './written.tsx'

/** What the responsible party says of itself, newest first. */
export function ReportList(props: { commitment: Commitment }): JSX.Element {
  return (
    <ul class="reports">
      <For each={props.commitment.reports.toReversed()}>
        {(report) => <ReportItem report={report} unit={props.commitment.measure.unit} />}
      </For>
    </ul>
  )
}

function ReportItem(props: { report: Report; unit: string }): JSX.Element {
  const agreement = useAgreement()
  const who = () => delegationWho(agreement(), props.report.delegationId)?.name
  return (
    <li>
      <p class="meta">
        {t('commitment.reportBy', { who: who(), when: formatInstant(props.report.at) })}{' '}
        <Show when={props.report.illustrative}>
          <span class="illus">{t('commitment.illustrative')}</span>
        </Show>
      </p>
      <p>
        <b>{t(`commitment.claim.${props.report.claim}`)}.</b>
      </p>
      <Written text={props.report.text} />
      <dl class="proof">
        <Show when={props.report.figure}>
          {(figure) => (
            <div>
              <dt>{t('commitment.figure')}</dt>
              <dd>
                {t('commitment.figureAsOf', {
                  value: valueInUnit(figure().value, props.unit),
                  day: formatDay(figure().asOf),
                })}
              </dd>
            </div>
          )}
        </Show>
        <Show when={props.report.evidence.length > 0}>
          <div>
            <dt>{t('commitment.evidence')}</dt>
            <dd>
              <EvidenceList items={props.report.evidence} />
            </dd>
          </div>
        </Show>
      </dl>
    </li>
  )
}

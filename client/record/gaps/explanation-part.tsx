import { For, type JSX, Show } from 'solid-js'
import { explanationForm } from '../../../shared/gap-forms.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { EvidenceList } from '../../commitment/evidence-list.tsx'
import { OpenedForm } from '../../commitment/opened-form.tsx'
import { actor, refreshSession } from '../../session.ts'
import { formatInstant, t } from '../../text.ts'
import { Part } from '../../ui/lists.tsx'
import { tell } from '../../ui/toast.tsx'
import { EvidencedForm } from './evidenced-form.tsx'
import type { GapView } from './gaps.ts'

/** What the team says of its gap; it may add to it until somebody has spoken on it. */
export function ExplanationPart(props: { gap: GapView; again: () => Promise<unknown> }): JSX.Element {
  const refused = () => {
    const { agreementId, state, team, open } = props.gap
    const spoken = state === 'explained' && (open?.said.length ?? 0) > 0
    return (
      refusal(actor(), 'gap.explain', { agreementId, state, teamId: team.id }) ?? (spoken ? 'gap_spoken' : undefined)
    )
  }
  const othersReason = () =>
    ['only_team_lead', 'only_own_team'].includes(refused() ?? '')
      ? t('gap.onlyTeam', { team: props.gap.team.name })
      : undefined
  const send = async (json: typeof explanationForm._zod.output, close: () => void) => {
    await call(api.api.gaps[':id'].explanations.$post({ param: { id: props.gap.id }, json }))
    close()
    tell(t('gap.explainSent'))
    await Promise.all([props.again(), refreshSession()])
  }
  const label = () => t(props.gap.explanations.length > 0 ? 'gap.explainMore' : 'gap.explain')
  return (
    <Part title={t('gap.explanation')} id="explanation">
      <div class="stack">
        <Show when={props.gap.explanations.length > 0} fallback={<p class="meta">{t('gap.explanationNone')}</p>}>
          <For each={props.gap.explanations}>{(one) => <Explained explanation={one} />}</For>
        </Show>
        <OpenedForm label={label()} refusal={refused()} reason={othersReason()}>
          {(close) => (
            <EvidencedForm
              label={label()}
              words={t('gap.explainBody')}
              hint={t('gap.explainHint')}
              submit={t('gap.explainSend')}
              schema={explanationForm}
              value={(told) => told}
              evidence
              onSend={(sent) => send(sent, close)}
            />
          )}
        </OpenedForm>
      </div>
    </Part>
  )
}

const Explained = (props: { explanation: GapView['explanations'][number] }): JSX.Element => (
  <article>
    <h3>
      {t('gap.explanationNumber', { number: props.explanation.number })}{' '}
      <span class="meta">
        {formatInstant(props.explanation.at)}
        <Show when={props.explanation.late}>, {t('gap.explanationLate')}</Show>
      </span>
    </h3>
    <p class="told">{props.explanation.body}</p>
    <EvidenceList items={props.explanation.evidence} />
  </article>
)

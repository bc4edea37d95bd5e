import { createSignal, For, type JSX, Show } from 'solid-js'
import { type ProgressForm, progressForm } from '../../../shared/gap-forms.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { EvidenceList } from '../../commitment/evidence-list.tsx'
import { OpenedForm } from '../../commitment/opened-form.tsx'
import { actor, refreshSession } from '../../session.ts'
import { formatInstant, t } from '../../text.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Part } from '../../ui/lists.tsx'
import { tell } from '../../ui/toast.tsx'
import { periodWords } from '../words.ts'
import { MeasureAct, PlaceAct } from './adoption-acts.tsx'
import { EvidencedForm } from './evidenced-form.tsx'
import { figureWords, type GapView, type Place } from './gaps.ts'

interface Props {
  gap: GapView
  places: readonly Place[]
  again: () => Promise<unknown>
}

/** The better method that is to be adopted: how it goes, the measure that carries it out, and how it ends. */
export function AdoptionPart(props: Props): JSX.Element {
  const due = () => ['adopting', 'reported', 'closed'].includes(props.gap.state)
  return (
    <Part title={t('gap.adoption')} id="adoption">
      <div class="stack">
        <Show when={due()} fallback={<p class="meta">{t('gap.adoptionNone')}</p>}>
          <Method gap={props.gap} />
          <Closing gap={props.gap} />
          <h3>{t('gap.progress')}</h3>
          <Show when={props.gap.progress.length > 0} fallback={<p class="meta">{t('gap.progressNone')}</p>}>
            <For each={props.gap.progress}>{(one) => <Progress progress={one} />}</For>
          </Show>
          <Show when={props.gap.state !== 'closed'}>
            <Report {...props} />
          </Show>
          <PlaceAct {...props} />
          <Show when={props.gap.state !== 'closed'}>
            <MeasureAct {...props} />
          </Show>
        </Show>
      </div>
    </Part>
  )
}

const Method = (props: { gap: GapView }): JSX.Element => (
  <Show when={props.gap.method} fallback={<p>{t('gap.methodNone')}</p>}>
    {(method) => (
      <>
        <p>
          <b>{t('gap.methodOf', { version: method().version, peer: props.gap.peer.name, title: method().title })}</b>
        </p>
        <p class="told">{method().body}</p>
      </>
    )}
  </Show>
)

const Closing = (props: { gap: GapView }): JSX.Element => (
  <Show when={props.gap.closing}>
    {(closing) => (
      <p>
        <b>
          {closing().by === 'forum'
            ? t('gap.closed.forum')
            : t('gap.closed.figure', {
                period: periodWords(closing().period ?? ''),
                figure: figureWords(props.gap.figures.indicator, closing().figure?.figure ?? 0),
              })}
        </b>
      </p>
    )}
  </Show>
)

const Progress = (props: { progress: GapView['progress'][number] }): JSX.Element => (
  <article>
    <p class="meta">
      {formatInstant(props.progress.at)}
      <Show when={props.progress.done}>, {t('gap.reportedDone')}</Show>
    </p>
    <p class="told">{props.progress.body}</p>
    <EvidenceList items={props.progress.evidence} />
  </article>
)

function Report(props: Props): JSX.Element {
  const [done, setDone] = createSignal(false)
  const refused = () => {
    const { agreementId, state, team } = props.gap
    return refusal(actor(), 'adoption.report', { agreementId, state, teamId: team.id })
  }
  const send = async (json: ProgressForm, close: () => void) => {
    await call(api.api.gaps[':id'].progress.$post({ param: { id: props.gap.id }, json }))
    close()
    tell(t('gap.reportSent'))
    await Promise.all([props.again(), refreshSession()])
  }
  return (
    <OpenedForm label={t('gap.report')} refusal={refused()}>
      {(close) => (
        <EvidencedForm
          label={t('gap.report')}
          words={t('gap.reportBody')}
          submit={t('gap.reportSend')}
          schema={progressForm}
          value={(told): ProgressForm => ({ ...told, done: done() })}
          evidence={false}
          onSend={(sent) => send(sent, close)}
        >
          <Checkbox label={t('gap.reportDone')} hint={t('gap.reportDoneHint')} checked={done()} onChange={setDone} />
        </EvidencedForm>
      )}
    </OpenedForm>
  )
}

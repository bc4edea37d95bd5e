import { For, type JSX, Show } from 'solid-js'
import { refusal } from '../../../shared/permissions.ts'
import type { Indicator } from '../../../shared/record.ts'
import { api, call } from '../../api.ts'
import { forumName, type loadFora } from '../../forum/fora.ts'
import { actor } from '../../session.ts'
import { formatInstant, t } from '../../text.ts'
import { Disclose } from '../../ui/disclose.tsx'
import { Part } from '../../ui/lists.tsx'
import { State } from '../../ui/state.tsx'
import { tell } from '../../ui/toast.tsx'
import { type Criterion, type Revision, revisionMarks } from './criteria.ts'
import { CriterionText } from './criterion-body.tsx'
import { CriterionEditor } from './criterion-editor.tsx'

type Fora = Awaited<ReturnType<typeof loadFora>>

/** By which forum a revision was decided, and when. */
export const standingWords = (revision: Revision, fora: Fora): string => {
  const forum = fora.find((one) => one.id === revision.forumId)
  return t('criterion.promulgatedBy', {
    forum: forum ? forumName(forum.label) : '',
    when: revision.decidedAt ? formatInstant(revision.decidedAt) : '',
  })
}

/** A revision of what stands; while one waits for the forum there is no second. */
export function Revise(props: {
  criterion: Criterion
  indicators: readonly Indicator[]
  again: () => Promise<void>
}): JSX.Element {
  const refused = () =>
    refusal(actor(), 'criterion.propose', { agreementId: props.criterion.agreementId }) ??
    (props.criterion.proposed ? 'criterion_proposed_already' : undefined)
  return (
    <Show when={props.criterion.standing} keyed>
      {(standing) => (
        <Part title={t('criterion.revise')} id="revise">
          <Disclose summary={t('criterion.revise')}>
            <p class="note">{t('criterion.reviseLede')}</p>
            <CriterionEditor
              submit={t('criterion.revise')}
              indicators={props.indicators}
              refusal={refused()}
              standing={standing.body}
              onSend={async (json) => {
                await call(api.api.criteria[':id'].revisions.$post({ param: { id: props.criterion.id }, json }))
                tell(t('criterion.proposed'))
                await props.again()
              }}
            />
          </Disclose>
        </Part>
      )}
    </Show>
  )
}

/** Every wording that was before, also those that were declined: nothing of it is lost. */
export function Earlier(props: { criterion: Criterion; indicators: readonly Indicator[]; fora: Fora }): JSX.Element {
  const earlier = () =>
    props.criterion.revisions.filter(
      ({ id }) => id !== props.criterion.standing?.id && id !== props.criterion.proposed?.id,
    )
  return (
    <Show when={earlier().length > 0}>
      <Part title={t('criterion.earlier')} id="earlier">
        <For each={earlier()}>
          {(revision) => (
            <Disclose
              summary={
                <>
                  {t('criterion.version', { version: revision.version })}{' '}
                  <State mark={revisionMarks[revision.state]}>
                    {t(revision.state === 'promulgated' ? 'criterion.replaced' : 'criterion.state.declined')}
                  </State>
                </>
              }
            >
              <p class="meta">{standingWords(revision, props.fora)}</p>
              <CriterionText body={revision.body} indicators={props.indicators} />
            </Disclose>
          )}
        </For>
      </Part>
    </Show>
  )
}

import '../trials.css'
import { useParams } from '@solidjs/router'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { disclosuresOpenedAt } from '../../../shared/forum.ts'
import { refusal } from '../../../shared/permissions.ts'
import type { Indicator } from '../../../shared/record.ts'
import { api, call } from '../../api.ts'
import { forumName, loadFora } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { formatInstant, t } from '../../text.ts'
import { Disclose } from '../../ui/disclose.tsx'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { State } from '../../ui/state.tsx'
import { tell } from '../../ui/toast.tsx'
import { loadIndicators } from '../records.ts'
import { type Criterion, loadCriterion, loadReadings, type Revision, revisionMarks } from './criteria.ts'
import { CriterionText } from './criterion-body.tsx'
import { CriterionEditor } from './criterion-editor.tsx'
import { ProposalPart } from './proposal-part.tsx'
import { ReadingsTable } from './readings-table.tsx'

type Fora = Awaited<ReturnType<typeof loadFora>>

/** One criterion: what it asks, how the records read against it, and how it came to be what it is. */
export function Page(): JSX.Element {
  const params = useParams<{ id: string }>()
  const agreement = useAgreement()
  const load = createLoad(async () => {
    const [criterion, indicators, fora] = await Promise.all([
      loadCriterion(params.id),
      loadIndicators(agreement().id),
      loadFora(agreement().id),
    ])
    return { id: criterion.id, criterion, indicators, fora, read: await latestReading(fora, criterion) }
  })
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(found) => (
            <div class="trials">
              <Standing criterion={found().criterion} indicators={found().indicators} fora={found().fora} />
              <Show when={found().read}>
                {(read) => (
                  <Part title={t('criterion.readings')} id="readings">
                    <ReadingsTable
                      line={read().line}
                      caption={t('criterion.readingsOf', { forum: forumName(read().forum.label) })}
                      indicator={found().indicators.find((one) => one.id === read().line.indicatorId)}
                    />
                    <p class="note">{t('criterion.readingsNote')}</p>
                  </Part>
                )}
              </Show>
              <Show when={found().criterion.proposed}>
                {(proposed) => (
                  <ProposalPart
                    criterion={found().criterion}
                    proposed={proposed()}
                    indicators={found().indicators}
                    again={load.again}
                  />
                )}
              </Show>
              <Revise criterion={found().criterion} indicators={found().indicators} again={load.again} />
              <Earlier criterion={found().criterion} indicators={found().indicators} fora={found().fora} />
            </div>
          )}
        </Loaded>
      }
    >
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

/** How the records of the last forum that has any read against the criterion. */
async function latestReading(fora: Fora, { id, standing }: Criterion) {
  if (standing?.body.kind !== 'measure') return undefined
  const compared = fora
    .filter((forum) => disclosuresOpenedAt(forum.stages))
    .toSorted((a, b) => (disclosuresOpenedAt(a.stages)! < disclosuresOpenedAt(b.stages)! ? 1 : -1))
  for (const forum of compared) {
    const line = (await loadReadings(forum.id)).find((one) => one.criterionId === id)
    if (line && line.teams.length > 0) return { line, forum }
  }
  return undefined
}

function Standing(props: { criterion: Criterion; indicators: readonly Indicator[]; fora: Fora }): JSX.Element {
  const agreement = useAgreement()
  const title = () => (props.criterion.standing ?? props.criterion.revisions[0])!.body.title
  return (
    <>
      <PageHead
        title={t('criterion.numbered', { number: props.criterion.number, title: title() })}
        lede={
          props.criterion.standing ? standingWords(props.criterion.standing, props.fora) : t('criterion.bindsNobody')
        }
        acts={<a href={paths.criteria(agreement().slug)}>{t('criterion.all')}</a>}
      />
      <Show when={props.criterion.standing}>
        {(standing) => (
          <Part title={t('criterion.inForce', { version: standing().version })} id="standing">
            <CriterionText body={standing().body} indicators={props.indicators} />
          </Part>
        )}
      </Show>
    </>
  )
}

const standingWords = (revision: Revision, fora: Fora): string => {
  const forum = fora.find((one) => one.id === revision.forumId)
  return t('criterion.promulgatedBy', {
    forum: forum ? forumName(forum.label) : '',
    when: revision.decidedAt ? formatInstant(revision.decidedAt) : '',
  })
}

/** A revision of what stands; while one waits for the forum there is no second. */
function Revise(props: {
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
function Earlier(props: { criterion: Criterion; indicators: readonly Indicator[]; fora: Fora }): JSX.Element {
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

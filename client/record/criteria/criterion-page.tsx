import '../trials.css'
import { useParams } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { disclosuresOpenedAt } from '../../../shared/forum.ts'
import type { Indicator } from '../../../shared/record.ts'
import { forumName, loadFora } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text.ts'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { loadIndicators } from '../records.ts'
import { type Criterion, loadCriterion, loadReadings } from './criteria.ts'
import { CriterionText } from './criterion-body.tsx'
import { Earlier, Revise, standingWords } from './criterion-revisions.tsx'
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

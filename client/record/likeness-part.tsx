import { type JSX, Show } from 'solid-js'
import { type Variable, variables } from '../../shared/similarity.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { formatInstant, t } from '../text.ts'
import { Lines, Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { DataTable } from './charts/data-table.tsx'
import { CircumstanceForm } from './circumstance-form.tsx'
import type { Comparison, Team } from './comparison.ts'
import { situationWords, variableWords } from './comparison-words.ts'
import { ownTeam } from './records.ts'
import { SimilarityForm } from './similarity-form.tsx'

/** Teams past this are shown when somebody asks. */
const fewTeams = 15

interface Forum {
  id: string
  agreementId: string
  stage: 'notice' | 'disclosure' | 'comparison' | 'deliberation' | 'adoption' | 'closed'
}

const loadCircumstances = (agreementId: string) =>
  call(api.api.agreements[':agreementId'].circumstances.$get({ param: { agreementId } }))
const loadSimilarities = (forumId: string) => call(api.api.forums[':forumId'].similarity.$get({ param: { forumId } }))

type Circumstance = Awaited<ReturnType<typeof loadCircumstances>>[number]
type Similarity = Awaited<ReturnType<typeof loadSimilarities>>[number]

/** What the teams say of their situation, what of it counts, and the forms that say so. */
export function LikenessPart(props: {
  forum: Forum
  comparison: Comparison
  onChanged: () => Promise<void>
}): JSX.Element {
  const circumstances = createLoad(() => loadCircumstances(props.forum.agreementId), 'teamId')
  const agreed = createLoad(() => loadSimilarities(props.forum.id))
  const again = async () => void (await Promise.all([circumstances.again(), agreed.again(), props.onChanged()]))
  const own = () => ownTeam(actor(), props.forum.agreementId)
  return (
    <Part title={t('comparison.likeness')} id="likeness">
      <p>{t('comparison.likenessLede')}</p>
      <Loaded load={circumstances}>
        {(list) => (
          <DataTable summary={t('comparison.circumstances')} open={props.comparison.teams.length <= fewTeams}>
            <Situations teams={props.comparison.teams} circumstances={list()} agreed={props.comparison} />
          </DataTable>
        )}
      </Loaded>
      <Show when={own()}>
        {(teamId) => (
          <div class="not-printed">
            <CircumstanceForm agreementId={props.forum.agreementId} teamId={teamId()} onStated={again} />
          </div>
        )}
      </Show>
      <Loaded load={agreed}>
        {(list) => (
          <>
            <Agreements list={list()} />
            <div class="not-printed">
              <SimilarityForm forum={props.forum} latest={list()[0]} onAgreed={again} />
            </div>
          </>
        )}
      </Loaded>
    </Part>
  )
}

function Situations(props: {
  teams: readonly Team[]
  circumstances: readonly Circumstance[]
  agreed: Comparison
}): JSX.Element {
  const counts = (variable: Variable) => props.agreed.similarity?.variables.some((one) => one.variable === variable)
  const stated = () => variables.filter((variable) => props.circumstances.some((one) => one.variable === variable))
  const columns = (): readonly Column<Team>[] => [
    { head: t('record.team'), cell: (team) => team.name, isHead: true },
    ...stated().map((variable) => ({
      head: (
        <>
          {t(`comparison.variable.${variable}`)} <Show when={counts(variable)}>({t('comparison.counts')})</Show>
        </>
      ),
      label: t(`comparison.variable.${variable}`),
      cell: (team: Team) => <Stated team={team} variable={variable} circumstances={props.circumstances} />,
    })),
  ]
  return (
    <Show when={stated().length > 0}>
      <Table
        caption={t('comparison.circumstances')}
        hideCaption
        stack
        columns={columns()}
        rows={props.teams.filter((team) => props.circumstances.some((one) => one.teamId === team.id))}
      />
    </Show>
  )
}

function Stated(props: { team: Team; variable: Variable; circumstances: readonly Circumstance[] }): JSX.Element {
  const found = () => props.circumstances.find((one) => one.teamId === props.team.id && one.variable === props.variable)
  return (
    <Show when={found()} fallback={<span class="meta">{t('comparison.notStated')}</span>}>
      {(one) => (
        <>
          {situationWords({ [props.variable]: one().value }, props.variable)}{' '}
          <span class="meta stated">
            {t('comparison.statedBy', { source: one().source, name: one().by, when: formatInstant(one().at) })}
          </span>
        </>
      )}
    </Show>
  )
}

function Agreements(props: { list: readonly Similarity[] }): JSX.Element {
  const words = ({ at, by, variables: counted, reason }: Similarity) =>
    t('comparison.agreedThen', {
      when: formatInstant(at),
      name: by,
      variables:
        counted.length > 0 ? variableWords(counted.map(({ variable }) => variable)) : t('comparison.nothingCounts'),
      reason,
    })
  return (
    <Show when={props.list.length > 0}>
      <h3>{t('comparison.agreedBefore')}</h3>
      <Lines rows={props.list}>{words}</Lines>
    </Show>
  )
}

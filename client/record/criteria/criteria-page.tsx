import '../trials.css'
import { For, type JSX, Show } from 'solid-js'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { formatList, t } from '../../text.ts'
import { Disclose } from '../../ui/disclose.tsx'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { tell } from '../../ui/toast.tsx'
import { loadIndicators } from '../records.ts'
import { askedWords, type Criterion, loadCriteria, revisionMarks } from './criteria.ts'
import { CriterionEditor } from './criterion-editor.tsx'

/** By what records are read: the criteria in force, and those that wait for the forum. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const load = createLoad(async () => {
    const [criteria, indicators] = await Promise.all([loadCriteria(agreement().id), loadIndicators(agreement().id)])
    return { id: agreement().id, criteria, indicators }
  })
  const refused = () => refusal(actor(), 'criterion.propose', { agreementId: agreement().id })
  return (
    <div class="trials">
      <PageHead
        title={t('criterion.title')}
        lede={t('criterion.lede')}
        acts={<a href={paths.strategies(agreement().slug)}>{t('strategy.title')}</a>}
      />
      <Loaded load={load}>
        {(found) => (
          <>
            <Table
              caption={t('criterion.title')}
              hideCaption
              stack
              columns={columnsOf(agreement().slug)}
              rows={found().criteria as Criterion[]}
              empty={<p class="note">{t('criterion.none')}</p>}
            />
            <Part title={t('criterion.propose')} id="propose">
              <Disclose summary={t('criterion.propose')}>
                <p class="note">{t('criterion.proposeLede')}</p>
                <CriterionEditor
                  submit={t('criterion.propose')}
                  indicators={found().indicators}
                  refusal={refused()}
                  onSend={async (json) => {
                    const param = { agreementId: agreement().id }
                    await call(api.api.agreements[':agreementId'].criteria.$post({ param, json }))
                    tell(t('criterion.proposed'))
                    await load.again()
                  }}
                />
              </Disclose>
            </Part>
          </>
        )}
      </Loaded>
    </div>
  )
}

const columnsOf = (slug: string): readonly Column<Criterion>[] => [
  {
    head: t('criterion.criterion'),
    isHead: true,
    cell: (one) => (
      <a href={paths.criterion(slug, one.id)}>
        {one.number}. {shown(one).body.title}
      </a>
    ),
  },
  {
    head: t('criterion.asks'),
    cell: (one) => <For each={askedWords(shown(one).body)}>{(asked) => <p>{asked}</p>}</For>,
  },
  {
    head: t('criterion.binds'),
    cell: (one) => formatList(shown(one).body.binds.map((party) => t(`criterion.bound.${party}`))),
  },
  {
    head: t('criterion.state'),
    cell: (one) => (
      <>
        <Show when={one.standing}>
          {(standing) => <State mark="full">{t('criterion.inForce', { version: standing().version })}</State>}
        </Show>{' '}
        <Show when={one.proposed}>
          {(proposed) => <State mark="half">{t('criterion.waits', { version: proposed().version })}</State>}
        </Show>
        <Show when={!one.standing && !one.proposed}>
          <State mark={revisionMarks.declined}>{t('criterion.state.declined')}</State>
        </Show>
      </>
    ),
  },
]

const shown = (one: Criterion) => (one.standing ?? one.proposed ?? one.revisions[0])!

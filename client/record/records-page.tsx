import type { JSX } from 'solid-js'
import { forumName, loadFora } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { IndicatorForm } from './indicator-form.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { LibraryForm } from './library-form.tsx'
import { loadIndicators, ownTeam } from './records.ts'

type Forum = Awaited<ReturnType<typeof loadFora>>[number]

/** What this agreement measures, and where it is disclosed and compared. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const fora = createLoad(() => loadFora(agreement().id))
  const indicators = createLoad(() => loadIndicators(agreement().id))
  const here = () => agreement().slug
  const columns = (): readonly Column<Forum>[] => [
    { head: t('record.forum'), cell: (forum) => forumName(forum.label), isHead: true },
    { head: t('record.stage'), cell: (forum) => t(`forum.stage.${forum.stage}`) },
    {
      head: t('record.comparison'),
      cell: (forum) => (
        <a href={paths.comparison(here(), forum.label)}>
          {t('record.comparisonOf', { forum: forumName(forum.label) })}
        </a>
      ),
    },
    {
      head: t('record.findings'),
      cell: (forum) => <a href={paths.faults(here(), forum.label)}>{t('record.findingsOf')}</a>,
    },
    ...(ownTeam(actor(), agreement().id)
      ? [
          {
            head: t('record.disclosure'),
            cell: (forum: Forum) => <a href={paths.disclosure(here(), forum.label)}>{t('record.yourDisclosure')}</a>,
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHead
        title={t('record.title')}
        lede={t('record.lede')}
        acts={
          <>
            <a href={paths.methods(here())}>{t('method.title')}</a>{' '}
            <a href={paths.strategies(here())}>{t('strategy.title')}</a>{' '}
            <a href={paths.criteria(here())}>{t('criterion.title')}</a>{' '}
            <a href={`/api/agreements/${agreement().id}/indicators.csv`} rel="external" download="">
              {t('record.indicatorsAsCsv')}
            </a>
          </>
        }
      />
      <Part title={t('record.byForum')}>
        <Loaded load={fora}>
          {(list) => (
            <Table
              caption={t('record.byForum')}
              hideCaption
              stack
              class="fora-records"
              columns={columns()}
              rows={list()}
              empty={<p class="meta">{t('record.noFora')}</p>}
            />
          )}
        </Loaded>
      </Part>
      <Part title={t('record.indicators')} id="indicators">
        <Loaded load={indicators}>
          {(list) => (
            <>
              <IndicatorTable
                indicators={list()}
                agreementId={agreement().id}
                teams={agreement().teams}
                onChanged={indicators.again}
              />
              <LibraryForm agreementId={agreement().id} indicators={list()} onTaken={indicators.again} />
              <IndicatorForm agreementId={agreement().id} indicators={list()} onDefined={indicators.again} />
            </>
          )}
        </Loaded>
      </Part>
    </>
  )
}

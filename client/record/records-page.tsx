import { For, type JSX, Show } from 'solid-js'
import { forumName, loadFora } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Part } from '../ui/lists.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { createLoad } from '../ui/solid.ts'
import { IndicatorForm } from './indicator-form.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { loadIndicators, ownTeam } from './records.ts'

/** What this agreement measures, and where it is disclosed and compared. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const fora = createLoad(() => loadFora(agreement().id))
  const indicators = createLoad(() => loadIndicators(agreement().id))
  const here = () => agreement().slug
  return (
    <>
      <PageHead
        title={t('record.title')}
        lede={t('record.lede')}
        acts={
          <a href={`/api/agreements/${agreement().id}/indicators.csv`} rel="external" download="">
            {t('record.indicatorsAsCsv')}
          </a>
        }
      />
      <Part title={t('record.byForum')}>
        <Loaded load={fora}>
          {(list) => (
            <Show when={list().length > 0} fallback={<p class="meta">{t('record.noFora')}</p>}>
              <ul class="lines">
                <For each={list()}>
                  {(forum) => (
                    <li>
                      <a href={paths.comparison(here(), forum.label)}>
                        {t('record.comparisonOf', { forum: forumName(forum.label) })}
                      </a>{' '}
                      <Show when={ownTeam(actor(), agreement().id)}>
                        <span class="meta">
                          <a href={paths.disclosure(here(), forum.label)}>{t('record.yourDisclosure')}</a>
                        </span>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Loaded>
      </Part>
      <Part title={t('record.indicators')} id="indicators">
        <Loaded load={indicators}>
          {(list) => (
            <>
              <IndicatorTable indicators={list()} />
              <IndicatorForm agreementId={agreement().id} indicators={list()} onDefined={indicators.again} />
            </>
          )}
        </Loaded>
      </Part>
    </>
  )
}

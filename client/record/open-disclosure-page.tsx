import { useParams } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { forumName } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { NotFound } from '../shell/not-found.tsx'
import { formatInstant, t } from '../text.ts'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { AllegePart } from './faults/allege-part.tsx'
import { FilingsPart } from './filings-part.tsx'
import { MethodText } from './method-part.tsx'
import { ReceiptPart } from './receipt-part.tsx'
import { type DisclosureView, loadDisclosure, loadIndicators } from './records.ts'
import { RecordsTable } from './records-table.tsx'
import { SectionTexts } from './sections-part.tsx'

/** What a team disclosed, for everyone of the agreement, once it is open. */
export function Page(): JSX.Element {
  const params = useParams<{ id: string }>()
  const agreement = useAgreement()
  const load = createLoad(async () => {
    const view = await loadDisclosure(params.id)
    return { id: view.id, view, indicators: await loadIndicators(view.agreementId) }
  })
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(found) => (
            <>
              <Head view={found().view} slug={agreement().slug} />
              <Part title={t('record.method')}>
                <Show when={found().view.method} fallback={<p class="note">{t('record.noMethodFiled')}</p>}>
                  {(method) => (
                    <>
                      <h3>{t('record.methodTitle', { version: method().version, title: method().title })}</h3>
                      <MethodText body={method().body} />
                    </>
                  )}
                </Show>
              </Part>
              <Show when={found().view.asked.length > 0}>
                <Part title={t('record.sections')}>
                  <div class="stack">
                    <SectionTexts view={found().view} />
                  </div>
                </Part>
              </Show>
              <Part title={t('record.records')}>
                <Show when={found().view.note}>
                  <MethodText body={found().view.note} />
                </Show>
                <p>
                  <a href={`/api/disclosures/${found().view.id}/records.csv`} rel="external" download="">
                    {t('record.recordsAsCsv')}
                  </a>
                </p>
                <RecordsTable disclosureId={found().view.id} indicators={found().indicators} />
              </Part>
              <Show when={found().view.receipt}>
                {(receipt) => <ReceiptPart receipt={receipt()} view={found().view} slug={agreement().slug} />}
              </Show>
              <FilingsPart view={found().view} indicators={found().indicators} />
              <Part title={t('fault.title')} id="faults">
                <div class="stack">
                  <p>
                    <a href={paths.faults(agreement().slug, found().view.forumLabel)}>{t('fault.toAll')}</a>
                  </p>
                  <AllegePart view={found().view} />
                </div>
              </Part>
            </>
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

function Head(props: { view: DisclosureView; slug: string }): JSX.Element {
  return (
    <PageHead
      title={t('record.disclosureOf', { team: props.view.team, forum: forumName(props.view.forumLabel) })}
      lede={props.view.openedAt && t('record.openSince', { when: formatInstant(props.view.openedAt, 'full') })}
      acts={<a href={paths.comparison(props.slug, props.view.forumLabel)}>{t('record.toComparison')}</a>}
    />
  )
}

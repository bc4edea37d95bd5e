import { useParams } from '@solidjs/router'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { forumName, loadForum } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text.ts'
import { Empty } from '../../ui/empty.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FaultPart } from './fault-part.tsx'
import { loadFaults } from './faults.ts'

/** What was found on the disclosures of a forum: late, missing, incomplete, or said to be false. */
export function Page(): JSX.Element {
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(async () => {
    const forum = await loadForum(agreement().id, params.label)
    return { id: forum.id, forum, faults: await loadFaults(forum.id) }
  })
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(found) => (
            <>
              <PageHead
                title={t('fault.of', { forum: forumName(found().forum.label) })}
                lede={t('fault.lede')}
                acts={<a href={paths.comparison(agreement().slug, params.label)}>{t('record.toComparison')}</a>}
              />
              <Show
                when={found().faults.length > 0}
                fallback={<Empty what={t('fault.none')} who={t('fault.noneWhy')} />}
              >
                <For each={found().faults}>
                  {(fault) => <FaultPart fault={fault} slug={agreement().slug} again={load.again} />}
                </For>
              </Show>
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

import { useParams } from '@solidjs/router'
import { type JSX, Match, Switch } from 'solid-js'
import { forumName, loadForum } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { draftRefusal } from './disclosure.tsx'
import { ImportWizard } from './import-wizard.tsx'
import { NoIndicators } from './record-form.tsx'
import { loadDisclosure, loadDisclosures, loadIndicators, loadMappings, ownTeam } from './records.ts'

/** Brings a file of records into the own team's draft. */
export function Page(): JSX.Element {
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(() => loadImport(agreement().id, params.label))
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(found) => {
            const slug = () => found().forum.agreementSlug
            const refused = () => found().view && draftRefusal(found().view!, found().forum.stage)
            return (
              <>
                <PageHead
                  title={t('record.importTitle')}
                  lede={
                    found().view &&
                    t('record.importLede', { team: found().view!.team, forum: forumName(found().forum.label) })
                  }
                  acts={<a href={paths.disclosure(slug(), found().forum.label)}>{t('record.backToDisclosure')}</a>}
                />
                <Switch
                  fallback={
                    <ImportWizard
                      view={found().view!}
                      indicators={found().indicators}
                      remembered={found().remembered}
                      forum={found().forum}
                      again={load.again}
                    />
                  }
                >
                  <Match when={!found().view}>
                    <p class="note">{t('record.beginFirst')}</p>
                  </Match>
                  <Match when={refused()}>{(code) => <p class="note">{t(`refusal.${code()}`)}</p>}</Match>
                  <Match when={found().indicators.length === 0}>
                    <NoIndicators slug={slug()} />
                  </Match>
                </Switch>
              </>
            )
          }}
        </Loaded>
      }
    >
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

const nothingRemembered: Awaited<ReturnType<typeof loadMappings>> = { batches: [], aliases: [] }

async function loadImport(agreementId: string, label: string) {
  const forum = await loadForum(agreementId, label)
  const [disclosures, indicators] = await Promise.all([loadDisclosures(forum.id), loadIndicators(agreementId)])
  const mine = disclosures.find((one) => one.teamId === ownTeam(actor(), agreementId))?.id
  const [view, remembered] = mine
    ? await Promise.all([loadDisclosure(mine), loadMappings(mine)])
    : [undefined, nothingRemembered]
  return { id: forum.id, forum, view, indicators, remembered }
}

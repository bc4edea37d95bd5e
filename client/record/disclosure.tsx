import { type JSX, Show } from 'solid-js'
import { opensOn } from '../../shared/forum.ts'
import { type Action, refusal } from '../../shared/permissions.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { forumName, type loadForum } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { formatDay, formatInstant, t } from '../text.ts'
import { Clock } from '../ui/clock.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { State } from '../ui/state.tsx'
import { AmendingNote, AmendPart } from './amend-part.tsx'
import { BatchList } from './batch-list.tsx'
import { FilePart } from './file-part.tsx'
import { FilingsPart } from './filings-part.tsx'
import { MethodPart } from './method-part.tsx'
import { ReceiptPart } from './receipt-part.tsx'
import { type DisclosureView, loadDisclosure, loadIndicators } from './records.ts'
import { RecordsPart } from './records-part.tsx'
import { SectionsPart } from './sections-part.tsx'
import { stateMarks } from './words.ts'

type Forum = Awaited<ReturnType<typeof loadForum>>

/** Why the actor may not do this to the disclosure now: the stage of the forum speaks first, then the rest. */
export const draftRefusal = (
  disclosure: Pick<DisclosureView, 'agreementId' | 'teamId' | 'state'>,
  stage: string,
  action: Action & ('disclosure.edit' | 'disclosure.file') = 'disclosure.edit',
): RefusalCode | undefined => {
  const { agreementId, teamId, state } = disclosure
  return (
    refusal(actor(), 'disclosure.begin', { agreementId, teamId, state: stage }) ??
    refusal(actor(), action, { agreementId, teamId, state })
  )
}

/** The own team's disclosure: method, records, imports, and the filing that seals them. */
export function Disclosure(props: { id: string; forum: Forum }): JSX.Element {
  const load = createLoad(async () => {
    const view = await loadDisclosure(props.id)
    return { id: view.id, view, indicators: await loadIndicators(view.agreementId) }
  })
  return (
    <Loaded load={load}>
      {(found) => {
        const view = () => found().view
        const refused = () => draftRefusal(view(), props.forum.stage)
        return (
          <>
            <Head view={view()} forum={props.forum} />
            <Show when={view().receipt}>
              {(receipt) => (
                <ReceiptPart receipt={receipt()} view={view()} slug={props.forum.agreementSlug}>
                  <Show when={view().state === 'filed'}>
                    <AmendPart view={view()} stage={props.forum.stage} again={load.again} />
                  </Show>
                </ReceiptPart>
              )}
            </Show>
            <Show when={view().state === 'amending'}>
              <AmendingNote view={view()} stage={props.forum.stage} again={load.again} />
            </Show>
            <MethodPart view={view()} refusal={refused()} again={load.again} />
            <RecordsPart
              view={view()}
              forum={props.forum}
              indicators={found().indicators}
              refusal={refused()}
              again={load.again}
            />
            <SectionsPart view={view()} refusal={refused()} again={load.again} />
            <BatchList view={view()} refusal={refused()} again={load.again} />
            <Show when={!view().receipt || view().state === 'amending'}>
              <FilePart
                view={view()}
                refusal={draftRefusal(view(), props.forum.stage, 'disclosure.file')}
                again={load.again}
              />
            </Show>
            <FilingsPart view={view()} indicators={found().indicators} />
          </>
        )
      }}
    </Loaded>
  )
}

const ledes = { filed: 'filedLede', amending: 'amendingHead', draft: 'draftLede' } as const

function Head(props: { view: DisclosureView; forum: Forum }): JSX.Element {
  const day = () => opensOn(props.forum.stages, 'comparison')
  const lede = () => {
    const { state } = props.view
    if (state === 'open') return t('record.openSince', { when: formatInstant(props.view.openedAt!, 'full') })
    if (state === 'missed') return t('record.missedLede')
    return t(`record.${ledes[state]}`, {
      day: day() ? formatDay(day()!) : '',
    })
  }
  return (
    <>
      <PageHead
        title={t('record.disclosureOf', { team: props.view.team, forum: forumName(props.forum.label) })}
        lede={lede()}
        acts={
          <>
            <a href={paths.comparison(props.forum.agreementSlug, props.forum.label)}>{t('record.toComparison')}</a>{' '}
            <a href={paths.records(props.forum.agreementSlug)}>{t('record.indicators')}</a>
          </>
        }
      />
      <p class="row state-line">
        <State mark={stateMarks[props.view.state]}>{t(`record.state.${props.view.state}`)}</State>{' '}
        <Show when={props.view.state === 'draft'}>
          <Clock due={day()} />
        </Show>
      </p>
    </>
  )
}

import type { JSX } from 'solid-js'
import { type HistoryPoint, pointText } from '../../shared/history.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { HistoryPage } from '../live/history-page.tsx'
import type { HistoryNames, HistorySource } from '../live/history-source.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import type { Forum } from './fora.ts'

export const minutesHistoryHref = (forum: Forum, from?: HistoryPoint, to?: HistoryPoint): string =>
  `${paths.minutes(forum.agreementSlug, forum.label)}?history=${from && to ? `${pointText(from)}~${pointText(to)}` : ''}`

/** The history of a forum's minutes. */
export function MinutesHistory(props: { forum: Forum; asked: [HistoryPoint, HistoryPoint] | undefined }): JSX.Element {
  return (
    <HistoryPage
      title={t('live.history.title', { title: t('forum.minutesOf', { label: props.forum.label.replace('-', '/') }) })}
      source={sourceOf(props)}
      names={names}
      back={paths.minutes(props.forum.agreementSlug, props.forum.label)}
      asked={props.asked}
      href={(from, to) => minutesHistoryHref(props.forum, from, to)}
    />
  )
}

function sourceOf(props: { forum: Forum }): HistorySource {
  const param = { id: props.forum.id }
  const minutes = api.api.forums[':id'].minutes
  const subject = () => ({ agreementId: props.forum.agreementId, state: props.forum.stage })
  return {
    points: () => call(minutes.points.$get({ param })) as never,
    changes: (from, to) =>
      call(minutes.changes.$get({ param, query: { from: pointText(from), to: pointText(to) } } as never)) as never,
    name: (naming) => call(minutes.versions.$post({ param, json: naming })),
    restore: (point) => call(minutes.restorations.$post({ param, json: { point } })),
    nameRefusal: () => refusal(actor(), 'version.name', subject()),
    restoreRefusal: () => refusal(actor(), 'minutes.restore', subject()),
  }
}

/** Minutes are one text and nothing else. */
const names: HistoryNames = {
  root: () => t('forum.minutesText'),
  entry: () => '',
  state: () => undefined,
  value: () => undefined,
  said: () => '',
  isWords: () => false,
}

import type { JSX } from 'solid-js'
import { type HistoryPoint, pointText } from '../../../shared/history.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { HistoryPage } from '../../live/history-page.tsx'
import type { HistoryNames, HistorySource } from '../../live/history-source.ts'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { type MethodText, methodHistoryHref } from './methods.ts'

/** Where a team's method has been: what was filed, each day, and who changed what between any two points. */
export function MethodHistory(props: {
  text: MethodText
  team: string
  asked: [HistoryPoint, HistoryPoint] | undefined
}): JSX.Element {
  const agreement = useAgreement()
  const { teamId } = props.text
  return (
    <HistoryPage
      title={t('live.history.title', { title: t('method.of', { team: props.team }) })}
      source={sourceOf(props.text)}
      names={names}
      back={paths.method(agreement().slug, teamId)}
      asked={props.asked}
      href={(from, to) => methodHistoryHref(agreement().slug, teamId, from, to)}
    />
  )
}

function sourceOf(text: MethodText): HistorySource {
  const param = { teamId: text.teamId }
  const method = api.api.teams[':teamId']['method-text']
  const refused = () => refusal(actor(), 'method.write', text)
  return {
    points: () => call(method.points.$get({ param })) as never,
    changes: (from, to) =>
      call(method.changes.$get({ param, query: { from: pointText(from), to: pointText(to) } } as never)) as never,
    name: (naming) => call(method.versions.$post({ param, json: naming })),
    restore: (point) => call(method.restorations.$post({ param, json: { point } })),
    nameRefusal: refused,
    restoreRefusal: refused,
  }
}

/** A method is one text and nothing else. */
const names: HistoryNames = {
  root: () => t('method.text'),
  entry: () => '',
  state: () => undefined,
  value: () => undefined,
  said: () => '',
  isWords: () => false,
}

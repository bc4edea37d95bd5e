import { dayOf } from '../../shared/dates.ts'
import type { PublishedRow } from '../../shared/published.ts'
import type { PublishedGap } from '../record/gaps/published-gaps.ts'

/** The gaps of a forum as open data: what was explained last, and what was decided on it. */
export const gapRows = (gaps: readonly PublishedGap[]): PublishedRow<'gaps'>[] =>
  gaps.map((gap) => {
    const explained = gap.explanations.at(-1)
    const { indicator } = gap.figures
    return {
      number: gap.number,
      forum: gap.forumLabel,
      team: gap.team.name,
      better_team: gap.peer.name,
      indicator: indicator.code,
      period: gap.period,
      figure: gap.shown.team,
      better_figure: gap.shown.peer,
      state: gap.state,
      confirmed_on: dayOf(gap.openedAt),
      due_on: gap.dueOn,
      overdue_since: gap.overdueAt && dayOf(gap.overdueAt),
      explained_on: explained && dayOf(explained.at),
      explanation: explained?.body,
      set_aside_because: gap.reason,
      ...decided(gap),
      better_method: gap.method?.title,
      closed_by: gap.closing?.by,
      closed_on: gap.closing && dayOf(gap.closing.at),
      illustrative: indicator.illustrative,
    }
  })

/** The decision by which the better method is to be adopted, or need not be. */
function decided({ decisions }: PublishedGap) {
  const decision = decisions.find(({ question }) => question !== 'adoption')
  if (!decision) return {}
  const count = (of: string) => decision.said.filter(({ answer }) => answer === of).length
  return {
    decided_on: dayOf(decision.at),
    accepting: count('accept'),
    refusing: count('refuse'),
    voices: decision.entitled,
  }
}

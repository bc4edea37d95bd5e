import type { Actor } from '../../../shared/agreement.ts'
import type { Cell } from '../../../shared/comparison.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Evidence } from '../../../shared/evidence.ts'
import type { GapClosing } from '../../../shared/gap.ts'
import type { ProgressForm } from '../../../shared/gap-forms.ts'
import { newId } from '../../../shared/ids.ts'
import { behindBeyondNoise } from '../../../shared/noise.ts'
import { comparePeriods, grainOf } from '../../../shared/period.ts'
import type { Indicator } from '../../../shared/record.ts'
import { Refused } from '../../../shared/refusals.ts'
import { isComparable, verdictBetween } from '../../../shared/verdict.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { recordAct } from '../../ledger/acts.ts'
import { closeDuty, openDuty } from '../../notice/duties.ts'
import { comparisonOf } from '../comparisons.ts'
import { findGap, type Gap, gapFacts, gapPath, moveGap } from './gaps.ts'
import { figureOf } from './proposals.ts'
import { extendGapChain, tellOfGap } from './telling.ts'
import { askVoices } from './voices.ts'

/** How the adoption of the better method goes, in the team's own words. */
export interface Progress {
  body: string
  evidence: Evidence[]
  done: boolean
  at: Instant
}

/** The better team's method is now the team's to adopt, by the day that the charter gives. */
export async function askToAdopt(trx: Trx, gap: Gap, now: Instant): Promise<void> {
  const bearer = { seat: 'team_lead', teamId: gap.team.id } as const
  const about = { agreementId: gap.agreementId, subject: gap.id, path: gapPath(gap), detail: gapFacts(gap) }
  await openDuty(trx, { ...about, kind: 'adoption.report', bearer, dueOn: gap.dueOn }, now)
}

/** The team tells how the adoption goes; that it is done is for the forum to say, or for a later figure. */
export async function reportAdoption(
  trx: Trx,
  actor: Actor,
  id: string,
  form: ProgressForm,
  now: Instant,
): Promise<Gap> {
  const gap = await findGap(trx, actor, id)
  demand(actor, 'adoption.report', { agreementId: gap.agreementId, state: gap.state, teamId: gap.team.id })
  const { body, evidence, done } = form
  const row = { id: newId(Date.parse(now)), gap_id: id, body, evidence: JSON.stringify(evidence), done: done ? 1 : 0 }
  await trx
    .insertInto('gap_progress')
    .values({ ...row, person_id: actor.personId, at: now })
    .execute()
  if (!done) {
    const act = { agreementId: gap.agreementId, kind: 'adoption.continued', subject: id, body: gapFacts(gap) }
    await recordAct(trx, actor, act, now)
    return gap
  }
  const reported = await moveGap(trx, gap, 'report', now)
  await closeDuty(trx, 'adoption.report', id, now)
  await tellOfGap(trx, actor, reported, 'adoption.reported', {}, now)
  await extendGapChain(trx, reported, 'adoption', now)
  await askVoices(trx, reported, now)
  return reported
}

/**
 * Lays the team's figure of a later period, disclosed to this forum, beside the better team's of then. Where it is not
 * behind any more, beyond noise and comparably, the adoption has done what it was for.
 */
export async function measureAdoption(trx: Trx, actor: Actor, id: string, forumId: string, now: Instant): Promise<Gap> {
  const gap = await findGap(trx, actor, id)
  demand(actor, 'adoption.measure', { agreementId: gap.agreementId, state: gap.state })
  const { indicator, cell, label } = await laterCell(trx, actor, gap, forumId)
  const { value, of, figure } = gap.figures.peer
  const peer = { value, of, rate: of === undefined ? undefined : figure }
  if (behindBeyondNoise(indicator, cell, peer)) throw new Refused('adoption_behind')
  const closing: GapClosing = {
    by: 'figure',
    at: now,
    forum: label,
    period: cell.period,
    figure: figureOf(indicator, cell),
  }
  const closed = await moveGap(trx, gap, 'outgrow', now, { closing: JSON.stringify(closing) })
  for (const kind of ['adoption.report', 'gap.speak', 'gap.decide']) await closeDuty(trx, kind, id, now)
  const facts = { by: 'figure', period: cell.period, figure: String(closing.figure?.figure) }
  await tellOfGap(trx, actor, closed, 'adoption.closed', facts, now)
  await extendGapChain(trx, closed, 'adoption', now)
  return closed
}

/** The team's latest record of the indicator in a later period, of those that this forum opened. */
async function laterCell(
  db: Reader,
  actor: Actor,
  gap: Gap,
  forumId: string,
): Promise<{ indicator: Indicator; cell: Cell; label: string }> {
  const { code } = gap.figures.indicator
  const known = await comparisonOf(db, actor, forumId, { indicators: [code] })
  const periods = (known.periods[gap.indicatorId] ?? []).filter(
    (period) => grainOf(period) === grainOf(gap.period) && comparePeriods(period, gap.period) > 0,
  )
  const indicator = known.indicators.find((one) => one.id === gap.indicatorId)
  if (!indicator || periods.length === 0) throw new Refused('adoption_no_figure')
  const { rows, label } = await comparisonOf(db, actor, forumId, { indicators: [code], periods: periods.slice(0, 50) })
  const then = { teamId: gap.peer.id, period: gap.period, verdict: { comparable: true } as const }
  const cell = rows
    .toSorted((a, b) => comparePeriods(b.period, a.period))
    .flatMap((row) => row.cells.filter((one) => one.teamId === gap.team.id))
    .find((one) => isComparable(verdictBetween(indicator, one, then)))
  if (!cell) throw new Refused('adoption_no_figure')
  return { indicator, cell, label }
}

export async function progressOf(db: Reader, gapId: string): Promise<Progress[]> {
  const rows = await db.selectFrom('gap_progress').selectAll().where('gap_id', '=', gapId).orderBy('at').execute()
  return rows.map(({ body, evidence, done, at }) => ({ body, evidence: JSON.parse(evidence), done: done === 1, at }))
}

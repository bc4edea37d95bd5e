import { type Cell, comparedFigure } from '../../../shared/comparison.ts'
import { disclosuresOpenedAt } from '../../../shared/forum.ts'
import { type GapFigure, type GapFigures, openGapStates } from '../../../shared/gap.ts'
import type { GapPair } from '../../../shared/gap-forms.ts'
import { intervalOf } from '../../../shared/noise.ts'
import type { Indicator } from '../../../shared/record.ts'
import { Refused } from '../../../shared/refusals.ts'
import { verdictBetween } from '../../../shared/verdict.ts'
import type { Reader } from '../../db/database.ts'
import type { Forum } from '../../forum/forums.ts'
import { type Comparison, type ComparisonAsked, openComparison } from '../comparisons.ts'

/** A gap that the figures show and nobody has decided on yet. */
export interface Proposal extends GapPair {
  team: string
  peer: string
  figures: GapFigures
  /** The disclosure of the better team, by whose method it is better. */
  peerDisclosureId: string
}

/**
 * What the system proposes: each record that is behind a comparable peer by more than chance, beside the best such peer,
 * in the latest period of each indicator. Who has a gap open in an indicator is not asked for it twice. Asks no
 * permission: for who knows that the forum's disclosures are open, and none before.
 */
export async function proposalsIn(db: Reader, forum: Forum, asked: ComparisonAsked = {}): Promise<Proposal[]> {
  const openedAt = disclosuresOpenedAt(forum.stages)
  if (!openedAt) return []
  const comparison = await openComparison(db, forum, openedAt, asked)
  const taken = await takenPairs(db, forum.id)
  return comparison.rows
    .flatMap((row) => row.cells.map((cell) => proposalOf(comparison, row, cell)))
    .filter((proposal) => proposal !== undefined)
    .filter(({ teamId, indicatorId }) => !taken.has(`${teamId}\n${indicatorId}`))
}

/** The proposal that is meant, as the records show it at this moment; refused where they do not. */
export async function findProposal(db: Reader, forum: Forum, pair: GapPair): Promise<Proposal> {
  if ((await takenPairs(db, forum.id)).has(`${pair.teamId}\n${pair.indicatorId}`)) throw new Refused('gap_known')
  const indicator = await db
    .selectFrom('indicator')
    .select('code')
    .where('id', '=', pair.indicatorId)
    .where('agreement_id', '=', forum.agreementId)
    .executeTakeFirst()
  const asked = { indicators: [indicator?.code ?? ''], periods: [pair.period] }
  const proposals = indicator ? await proposalsIn(db, forum, asked) : []
  const proposal = proposals.find(({ teamId, peerId }) => teamId === pair.teamId && peerId === pair.peerId)
  if (!proposal) throw new Refused('gap_unfounded')
  return proposal
}

function proposalOf(comparison: Comparison, row: Comparison['rows'][number], cell: Cell): Proposal | undefined {
  const peerCell = cell.standing === 'behind' ? row.cells.find((one) => one.teamId === cell.peerId) : undefined
  const peer = comparison.teams.find((team) => team.id === cell.peerId)
  const team = comparison.teams.find((one) => one.id === cell.teamId)
  const indicator = comparison.indicators.find((one) => one.id === row.indicatorId)
  if (!peerCell || !peer?.disclosureId || !team || !indicator) return undefined
  return {
    teamId: team.id,
    peerId: peer.id,
    indicatorId: indicator.id,
    period: row.period,
    team: team.name,
    peer: peer.name,
    peerDisclosureId: peer.disclosureId,
    figures: figuresOf(comparison, indicator, cell, peerCell),
  }
}

function figuresOf(comparison: Comparison, indicator: Indicator, cell: Cell, peerCell: Cell): GapFigures {
  const { code, title, definition, unit, source, ratePer, illustrative } = indicator
  const denominator = comparison.indicators.find((one) => one.id === indicator.denominatorId)?.title
  return {
    team: figureOf(indicator, cell),
    peer: figureOf(indicator, peerCell),
    indicator: {
      code,
      title,
      definition,
      unit,
      source,
      direction: indicator.direction === 'less' ? 'less' : 'more',
      ...(denominator !== undefined && { denominator }),
      ratePer,
      illustrative,
    },
    notes: verdictBetween(indicator, cell, peerCell).reasons,
  }
}

/** The figure that is compared, with what it was made of and how sure it is. */
export function figureOf(indicator: Indicator, cell: Cell): GapFigure {
  const figure = comparedFigure(indicator, cell)
  if (figure === undefined || cell.value === undefined) throw new Error('a comparable record has a figure')
  const { value, of, note } = cell
  const interval = intervalOf(indicator, cell)
  return {
    figure,
    value,
    ...(of !== undefined && { of }),
    ...(interval && { low: interval.low, high: interval.high, level: interval.level * 100 }),
    note,
  }
}

/** Team and indicator of every gap of this forum, and of every one that is still open from an earlier one. */
async function takenPairs(db: Reader, forumId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('gap')
    .innerJoin('forum', 'forum.agreement_id', 'gap.agreement_id')
    .select(['gap.team_id', 'gap.indicator_id'])
    .where('forum.id', '=', forumId)
    .where((eb) => eb.or([eb('gap.forum_id', '=', forumId), eb('gap.state', 'in', [...openGapStates])]))
    .execute()
  return new Set(rows.map((row) => `${row.team_id}\n${row.indicator_id}`))
}

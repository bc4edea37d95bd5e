import { rank } from '../../shared/charts/ranking.ts'
import { comparedFigure } from '../../shared/comparison.ts'
import type { Period } from '../../shared/period.ts'
import type { Indicator } from '../../shared/record.ts'
import { type AgreedVariable, type Likeness, likeness, type Variable, variables } from '../../shared/similarity.ts'
import { withStandings } from '../../shared/standing.ts'
import { isComparable, type PairVerdict, verdictBetween } from '../../shared/verdict.ts'
import { type Comparison, listOf, type Row, type ShownCell, type Team, type View } from './comparison.ts'

/** A team as it is seen from one of them: its peer, or set aside with the reason. */
export interface SeenTeam {
  team: Team
  own: boolean
  likeness: Likeness
}

export interface SeenRow {
  indicator: Indicator
  period: Period
  cells: ShownCell[]
  byTeam: ReadonlyMap<string, ShownCell>
}

/** A comparison as the address asks to see it. */
export interface Seen {
  comparison: Comparison
  from: Team | undefined
  teams: SeenTeam[]
  teamsById: ReadonlyMap<string, SeenTeam>
  rows: SeenRow[]
  /** What counts as alike in this view, and whether the forum agreed otherwise. */
  alike: readonly AgreedVariable[]
  isOtherwise: boolean
}

const alikeToAll: Likeness = { similar: true, differs: [], unknown: [] }
/** Sizes are alike within so many times one another, where the forum has not said how many. */
const usualFactor = 3

export function seen(comparison: Comparison, view: View, own: string | undefined): Seen {
  const from = comparison.teams.find((team) => team.id === (view.from ?? own))
  const agreed = comparison.similarity?.variables ?? []
  const alike = alikeIn(view.alike, agreed)
  const chosen = new Set(listOf(view.teams))
  const shown = comparison.teams.filter((team) => chosen.size === 0 || chosen.has(team.id) || team.id === from?.id)
  const teams = shown.map((team): SeenTeam => {
    const isOwn = team.id === from?.id
    return { team, own: isOwn, likeness: from && !isOwn ? likeness(from.situation, team.situation, alike) : alikeToAll }
  })
  const isOtherwise = view.alike !== undefined && !sameVariables(alike, agreed)
  const anew = isOtherwise || shown.length < comparison.teams.length
  const rows = comparison.rows.flatMap((row) => {
    const indicator = comparison.indicators.find(({ id }) => id === row.indicatorId)
    if (!indicator) return []
    const cells = anew ? standAnew(indicator, row, shown, alike) : row.cells
    return [{ indicator, period: row.period, cells, byTeam: new Map(cells.map((cell) => [cell.teamId, cell])) }]
  })
  const teamsById = new Map(teams.map((one) => [one.team.id, one]))
  return { comparison, from, teams, teamsById, rows, alike, isOtherwise }
}

/** Where each stands among those that are shown, by what counts here. */
function standAnew(
  indicator: Indicator,
  row: Row,
  shown: readonly Team[],
  alike: readonly AgreedVariable[],
): ShownCell[] {
  const situations = new Map(shown.map((team) => [team.id, team.situation]))
  const cells = row.cells
    .filter((cell) => situations.has(cell.teamId))
    .map(({ standing: _, gap: __, peerId: ___, ...cell }): ShownCell => cell)
  const arePeers = (a: string, b: string) => likeness(situations.get(a), situations.get(b), alike).similar
  return withStandings(indicator, cells, arePeers)
}

/** The variables of the address; absent: as agreed. */
function alikeIn(asked: string | undefined, agreed: readonly AgreedVariable[]): readonly AgreedVariable[] {
  if (asked === undefined) return agreed
  const names = listOf(asked)
  return variables.filter((variable) => names.includes(variable)).map((variable) => knownOr(variable, agreed))
}

const knownOr = (variable: Variable, agreed: readonly AgreedVariable[]): AgreedVariable =>
  agreed.find((one) => one.variable === variable) ?? {
    variable,
    ...(variable === 'size' && { factor: usualFactor }),
  }

const sameVariables = (a: readonly AgreedVariable[], b: readonly AgreedVariable[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => other.variable === one.variable))

export const cellOf = (row: SeenRow, teamId: string | undefined): ShownCell | undefined =>
  teamId === undefined ? undefined : row.byTeam.get(teamId)

/** What a record is to that of the team from which it is seen; undefined for that team’s own, and where there is none. */
export function pairVerdict(seen: Seen, row: SeenRow, cell: ShownCell): PairVerdict | undefined {
  const own = cellOf(row, seen.from?.id)
  return own && own !== cell ? verdictBetween(row.indicator, own, cell) : undefined
}

/** Whether a cell takes part in the ranking of its row: comparable, and with those from which it is seen. */
export function takesPart(seen: Seen, row: SeenRow, cell: ShownCell): boolean {
  if (!cell.verdict.comparable) return false
  const pair = pairVerdict(seen, row, cell)
  return pair === undefined || !cellOf(row, seen.from?.id)?.verdict.comparable || isComparable(pair)
}

export const seenTeam = (seen: Seen, id: string): SeenTeam => seen.teamsById.get(id)!

/** Whether somebody who disclosed is set aside here. */
export const hasAside = (seen: Seen): boolean =>
  seen.teams.some(({ team, likeness }) => team.disclosed && !likeness.similar)

/** Whether a cell has a place in the ranking of its row: it takes part, and its team is not set aside. */
export const isRanked = (seen: Seen, row: SeenRow, cell: ShownCell): boolean =>
  takesPart(seen, row, cell) && seenTeam(seen, cell.teamId).likeness.similar

/** The best of those that have a place; undefined where neither way is better. */
export function bestOf(seen: Seen, row: SeenRow): ShownCell | undefined {
  const [best] = rank(row.cells, row.indicator.direction, (cell) =>
    isRanked(seen, row, cell) ? comparedFigure(row.indicator, cell) : undefined,
  )
  return best?.place === undefined ? undefined : best.item
}

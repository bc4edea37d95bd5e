import { type Cell, comparedFigure } from './comparison.ts'
import { behindBeyondNoise } from './noise.ts'
import type { Indicator } from './record.ts'
import { type AgreedVariable, likeness, type Situation } from './similarity.ts'
import { isComparable, type PairVerdict, verdictBetween } from './verdict.ts'

export const moves = ['better', 'worse', 'level', 'cannot_be_said'] as const
/** How a team's figure moved, beyond what chance makes; `level`: by no more than that. */
export type Moved = (typeof moves)[number]

/** A team's figures before a strategy and after it. */
export interface Change {
  teamId: string
  before: Cell
  after: Cell
  /** Of the team's two records with one another. */
  verdict: PairVerdict
  moved: Moved
  /** After less before, in the figure's own unit; only where they are comparable. */
  by?: number | undefined
}

/** Another team's change, with what its record is to that of the team on trial. */
export interface PeerChange extends Change {
  /** Of the two teams' later records with one another. */
  beside: PairVerdict
  /** Whether it is similarly situated, by what the forum agreed. */
  similar: boolean
}

/** What a strategy's figures of one indicator are, beside those of everyone else. */
export interface Effect {
  indicatorId: string
  own: Change
  peers: PeerChange[]
  /** The middle of the changes of its comparable peers: what happened anyway. */
  peersBy?: number | undefined
}

export function changeOf(indicator: Indicator, before: Cell, after: Cell): Change {
  const verdict = verdictBetween(indicator, before, after)
  const [was, is] = [comparedFigure(indicator, before), comparedFigure(indicator, after)]
  const of = { teamId: after.teamId, before, after, verdict }
  if (!isComparable(verdict) || was === undefined || is === undefined) return { ...of, moved: 'cannot_be_said' }
  return { ...of, by: is - was, moved: moveOf(indicator, before, after) }
}

function moveOf(indicator: Indicator, before: Cell, after: Cell): Moved {
  if (behindBeyondNoise(indicator, before, after)) return 'better'
  return behindBeyondNoise(indicator, after, before) ? 'worse' : 'level'
}

/** Lays before and after of the team on trial and of everyone else side by side. */
export function effectOf(
  indicator: Indicator,
  teams: readonly { id: string; situation?: Situation | undefined }[],
  cells: { before: readonly Cell[]; after: readonly Cell[] },
  teamId: string,
  agreed: readonly AgreedVariable[] = [],
): Effect {
  const at = (list: readonly Cell[], id: string) => list.find((cell) => cell.teamId === id)!
  const change = (id: string) => changeOf(indicator, at(cells.before, id), at(cells.after, id))
  const own = change(teamId)
  const situation = teams.find((team) => team.id === teamId)?.situation
  const peers = teams
    .filter((team) => team.id !== teamId)
    .map((team): PeerChange => {
      const theirs = change(team.id)
      const beside = verdictBetween(indicator, own.after, theirs.after)
      return { ...theirs, beside, similar: likeness(situation, team.situation, agreed).similar }
    })
  const moved = peers.filter(isPeer).flatMap(({ by }) => by ?? [])
  return { indicatorId: indicator.id, own, peers, peersBy: middleOf(moved) }
}

/** A team against which the one on trial can be held. */
export const isPeer = ({ beside, similar }: PeerChange): boolean => similar && isComparable(beside)

function middleOf(figures: readonly number[]): number | undefined {
  if (figures.length === 0) return undefined
  const sorted = [...figures].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1]! + sorted[half]!) / 2
}

import { type Cell, comparedFigure } from './comparison.ts'
import { isBeyond, levelAmong, type Reach, reachOf } from './noise.ts'
import type { Indicator } from './record.ts'
import { isComparable, verdictBetween } from './verdict.ts'

/** Whether the team of one cell is a peer of another's: similarly situated, by what the forum agreed. */
export type ArePeers = (teamId: string, otherId: string) => boolean

/** Each cell with where it stands among its comparable peers; all are peers where nothing says otherwise. */
export function withStandings(indicator: Indicator, cells: readonly Cell[], arePeers?: ArePeers): Cell[] {
  if (indicator.direction === 'neither') return [...cells]
  const field = fieldOf(indicator, cells, arePeers)
  const places = new Map(field.ranked.map((cell, place) => [cell, place]))
  return cells.map((cell) => {
    const place = places.get(cell)
    return place === undefined ? cell : { ...cell, ...standingAt(field, place) }
  })
}

/** The comparable figures of one row, the best first and equals in the order of their ids; a place is a place in that order. */
interface Field {
  ranked: readonly Cell[]
  figures: readonly number[]
  isPeer(place: number, other: number): boolean
  /** How many peers a place has. */
  among(place: number): number
  /** Whether the one place is behind the other beyond noise. */
  isBehind(place: number, peer: number): boolean
}

function fieldOf(indicator: Indicator, cells: readonly Cell[], arePeers: ArePeers | undefined): Field {
  const sign = indicator.direction === 'more' ? -1 : 1
  const figureOf = (cell: Cell) => comparedFigure(indicator, cell)!
  const ranked = cells
    .filter((cell) => cell.verdict.comparable && comparedFigure(indicator, cell) !== undefined)
    .sort((a, b) => sign * (figureOf(a) - figureOf(b)) || (a.teamId < b.teamId ? -1 : 1))
  const figures = ranked.map(figureOf)
  const { isPeer, among } = peersIn(indicator, ranked, arePeers)
  const reach = reachesOf(indicator, ranked)
  const isBehindAt = (level: number, place: number, peer: number) =>
    isBeyond(Math.abs(figures[peer]! - figures[place]!), reach(level, place), reach(level, peer))
  // Who is not behind by itself is not behind among many: the stricter reaches are worked out for few.
  const isBehind = (place: number, peer: number) =>
    isBehindAt(1, place, peer) && (among(place) === 1 || isBehindAt(among(place), place, peer))
  return { ranked, figures, isPeer, among, isBehind }
}

function peersIn(
  indicator: Indicator,
  ranked: readonly Cell[],
  arePeers: ArePeers | undefined,
): Pick<Field, 'isPeer' | 'among'> {
  const parted = (indicator.breaks ?? []).length > 0
  if (!parted && !arePeers) return { isPeer: (place, other) => place !== other, among: () => ranked.length - 1 }
  const isPeer = (place: number, other: number): boolean => {
    const [own, peer] = [ranked[place]!, ranked[other]!]
    if (own === peer || (arePeers && !arePeers(own.teamId, peer.teamId))) return false
    return !parted || isComparable(verdictBetween(indicator, own, peer))
  }
  const counts: (number | undefined)[] = []
  const count = (place: number) => ranked.reduce((sum, _, other) => sum + (isPeer(place, other) ? 1 : 0), 0)
  const among = (place: number): number => {
    const known = counts[place] ?? count(place)
    counts[place] = known
    return known
  }
  return { isPeer, among }
}

/** How far chance reaches from each place, among so many; worked out when it is first asked for. */
function reachesOf(indicator: Indicator, ranked: readonly Cell[]): (among: number, place: number) => Reach {
  const kept: (Reach | undefined)[][] = []
  return (among, place) => {
    const row = kept[among] ?? []
    kept[among] = row
    const known = row[place] ?? reachOf(indicator, ranked[place]!, levelAmong(among))
    row[place] = known
    return known
  }
}

function standingAt(field: Field, place: number): Pick<Cell, 'standing' | 'gap' | 'peerId'> {
  if (field.among(place) === 0) return {}
  const { figures, ranked } = field
  const own = figures[place]
  let anyBetter = false
  for (let peer = 0; figures[peer] !== own; peer++) {
    if (!field.isPeer(place, peer)) continue
    anyBetter = true
    if (field.isBehind(place, peer))
      return { standing: 'behind', gap: Math.abs(figures[peer]! - own!), peerId: ranked[peer]!.teamId }
  }
  return { standing: !anyBetter && leads(field, place) ? 'best' : 'level' }
}

/** Whether anyone is behind this place beyond noise. */
function leads({ figures, isPeer, isBehind }: Field, place: number): boolean {
  for (let peer = figures.length - 1; figures[peer] !== figures[place]; peer--)
    if (isPeer(peer, place) && isBehind(peer, place)) return true
  return false
}

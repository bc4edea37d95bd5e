import { type Cell, comparedFigure } from './comparison.ts'
import { difference, type Estimate, type Interval, poisson, scaled, usualLevel, wilson } from './interval.ts'
import type { Indicator } from './record.ts'
import { isComparable, verdictBetween } from './verdict.ts'

type Counted = Pick<Cell, 'value' | 'of' | 'rate'>

/** The interval of the figure that is compared; undefined where nothing is known of chance, as with money and days. */
export function intervalOf(indicator: Indicator, cell: Counted, level: number = usualLevel): Interval | undefined {
  const { nature, denominatorId, ratePer } = indicator
  const { value, of } = cell
  if (nature === 'amount' || value === undefined || value < 0) return undefined
  if (!denominatorId) return nature === 'events' ? poisson(value, 1, level) : undefined
  if (of === undefined || of <= 0) return undefined
  if (nature === 'share') return value > of ? undefined : scaled(wilson(value, of, level), ratePer)
  return poisson(value, of / ratePer, level)
}

/**
 * Whether `own` is worse than `peer` by more than chance makes. `among` is how many peers it is laid beside: the best of
 * many is good by chance alone, so that each pair is judged the more strictly (Bonferroni).
 */
export function behindBeyondNoise(indicator: Indicator, own: Counted, peer: Counted, among = 1): boolean {
  const level = 1 - (1 - usualLevel) / among
  return isBehind(indicator, estimateOf(indicator, own, level), estimateOf(indicator, peer, level))
}

type Figure = Pick<Estimate, 'figure'> & Partial<Estimate>

function estimateOf(indicator: Indicator, cell: Counted, level: number): Figure | undefined {
  const figure = comparedFigure(indicator, cell)
  return figure === undefined ? undefined : { figure, interval: intervalOf(indicator, cell, level) }
}

function isBehind({ direction }: Indicator, own: Figure | undefined, peer: Figure | undefined): boolean {
  if (!own || !peer || direction === 'neither') return false
  const [high, low] = direction === 'more' ? [peer, own] : [own, peer]
  if (high.figure <= low.figure) return false
  if (!high.interval || !low.interval) return true
  return difference(high as Estimate, low as Estimate).low > 0
}

/** Whether the team of one cell is a peer of another's: similarly situated, by what the forum agreed. */
export type ArePeers = (teamId: string, otherId: string) => boolean

/** Each cell with where it stands among its comparable peers. */
export function withStandings(indicator: Indicator, cells: readonly Cell[], arePeers: ArePeers): Cell[] {
  if (indicator.direction === 'neither') return [...cells]
  const field = fieldOf(indicator, cells, arePeers)
  return cells.map((cell) => {
    const at = field.places.get(cell.teamId)
    return at === undefined ? cell : { ...cell, ...standingAt(field, at) }
  })
}

interface Field {
  indicator: Indicator
  /** The comparable ones, the best first. */
  ranked: Cell[]
  figures: number[]
  places: Map<string, number>
  /** For each, the places of its comparable peers, the best first. */
  peersAt(place: number): readonly number[]
  /** Whether the one place is behind the other beyond noise, among so many peers. */
  isBehind(own: number, peer: number, among: number): boolean
}

function fieldOf(indicator: Indicator, cells: readonly Cell[], arePeers: ArePeers): Field {
  const sign = indicator.direction === 'more' ? -1 : 1
  const figureOf = (cell: Cell) => comparedFigure(indicator, cell)!
  const ranked = cells
    .filter((cell) => cell.verdict.comparable && comparedFigure(indicator, cell) !== undefined)
    .sort((a, b) => sign * (figureOf(a) - figureOf(b)))
  const parted = (indicator.breaks ?? []).length > 0
  const comparable = (a: Cell, b: Cell) => !parted || isComparable(verdictBetween(indicator, a, b))
  const everyone = ranked.map((_, place) => place)
  return {
    indicator,
    ranked,
    figures: ranked.map(figureOf),
    places: new Map(ranked.map((cell, place) => [cell.teamId, place])),
    peersAt: (place) =>
      everyone.filter((other) => {
        const [own, peer] = [ranked[place]!, ranked[other]!]
        return other !== place && arePeers(own.teamId, peer.teamId) && comparable(own, peer)
      }),
    isBehind: judgeOf(indicator, ranked),
  }
}

/** Pairs are judged at the usual level first: who is not behind there is not behind at a stricter one. */
function judgeOf(indicator: Indicator, ranked: readonly Cell[]): Field['isBehind'] {
  const kept = new Map<number, (Figure | undefined)[]>()
  const estimate = (place: number, among: number): Figure | undefined => {
    const level = kept.get(among) ?? []
    if (level.length === 0) kept.set(among, level)
    level[place] ??= estimateOf(indicator, ranked[place]!, 1 - (1 - usualLevel) / among)
    return level[place]
  }
  const behindAt = (own: number, peer: number, among: number) =>
    isBehind(indicator, estimate(own, among), estimate(peer, among))
  return (own, peer, among) => behindAt(own, peer, 1) && (among === 1 || behindAt(own, peer, among))
}

function standingAt(field: Field, place: number): Pick<Cell, 'standing' | 'gap' | 'peerId'> {
  const { figures, ranked } = field
  const peers = field.peersAt(place)
  if (peers.length === 0) return {}
  for (const peer of peers) {
    if (peer > place || figures[peer] === figures[place]) break
    if (field.isBehind(place, peer, peers.length))
      return { standing: 'behind', gap: Math.abs(figures[peer]! - figures[place]!), peerId: ranked[peer]!.teamId }
  }
  if (figures[peers[0]!] !== figures[place] && peers[0]! < place) return { standing: 'level' }
  const leads = peers.toReversed().some((peer) => {
    if (figures[peer] === figures[place]) return false
    return field.isBehind(peer, place, field.peersAt(peer).length)
  })
  return { standing: leads ? 'best' : 'level' }
}

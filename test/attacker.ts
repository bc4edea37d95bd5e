import { type Period, partsOf } from '../shared/period.ts'

/** A table as it is published: counts by team and period, and the total over all teams; undefined where it is hidden. What a team withheld is in no total. */
export interface Table {
  cells: { teamId: string; period: Period; value: number | undefined; withheld?: boolean | undefined }[]
  totals: { period: Period; value: number | undefined }[]
  /** What its counts are shares of, in a table of its own. */
  of?: Table | undefined
  /** An earlier table, in which some of the same records stood. */
  again?: Table | undefined
}

/** What the attacker finds of one hidden cell: no narrower a range than this could be worked out. */
export interface Found {
  table: Table
  teamId: string
  period: Period
  low: number
  high: number
}

/** Σ factor · cell = value. */
interface Equation {
  factors: Map<string, number>
  value: number
}

/**
 * Whoever wants to know what is hidden: takes all that is published, writes down that totals are sums over the teams and
 * years are sums of their parts, that no count is below zero or above what it is a share of, that counts are whole; then
 * eliminates, and narrows every hidden cell by every equation, and by every combination that elimination gave, until
 * nothing moves. Shares are attacked together with what they are shares of.
 */
export function attack(tables: readonly Table[]): Found[] {
  const bounds = new Map<string, { low: number; high: number }>()
  const idOf = (table: Table, teamId: string, period: Period): string =>
    table.again?.cells.some((cell) => cell.teamId === teamId && cell.period === period)
      ? idOf(table.again, teamId, period)
      : `${tables.indexOf(table)} ${teamId} ${period}`
  for (const table of tables)
    for (const { teamId, period, value } of everyCell(table)) {
      const id = idOf(table, teamId, period)
      if (value !== undefined || !bounds.has(id)) bounds.set(id, { low: value ?? 0, high: value ?? Infinity })
    }
  const equations = tables.flatMap((table) => equationsOf(table, (teamId, period) => idOf(table, teamId, period)))
  const below = tables.flatMap((table) => shares(table, idOf))
  const all = [...equations, ...eliminated(equations, bounds)]
  for (let round = 0; round < 100; round++) {
    let moved = false
    for (const equation of all) moved = narrow(equation, bounds) || moved
    for (const [part, whole] of below) moved = order(bounds.get(part), bounds.get(whole)) || moved
    if (!moved) break
  }
  return tables.flatMap((table) =>
    everyCell(table)
      .filter(({ value }) => value === undefined)
      .map(({ teamId, period }) => ({ table, teamId, period, ...bounds.get(idOf(table, teamId, period))! })),
  )
}

const everyCell = ({ cells, totals }: Table): Table['cells'] => [
  ...cells,
  ...totals.map((total) => ({ ...total, teamId: '' })),
]

function equationsOf(table: Table, id: (teamId: string, period: Period) => string): Equation[] {
  const overTeams = table.totals.map(({ period }) =>
    equals(
      id('', period),
      table.cells.filter((cell) => cell.period === period && !cell.withheld).map(({ teamId }) => id(teamId, period)),
    ),
  )
  // That totals add up over time follows from these, where it is so.
  const byTeam = Map.groupBy(table.cells, ({ teamId }) => teamId)
  const overTime = [...byTeam].flatMap(([teamId, cells]) => {
    const there = new Set(cells.map(({ period }) => period))
    return [...there].flatMap((period) => {
      const tiles = tilesOf(period, there)
      return tiles && addsUp(cells, period, tiles)
        ? equals(
            id(teamId, period),
            tiles.map((tile) => id(teamId, tile)),
          )
        : []
    })
  })
  return [...overTeams, ...overTime]
}

/** Parts that are known and do not add up were not counted alike: nothing follows from them. */
function addsUp(cells: Table['cells'], whole: Period, parts: readonly Period[]): boolean {
  const value = (period: Period) => cells.find((cell) => cell.period === period)?.value
  const known = [whole, ...parts].map(value)
  if (known.includes(undefined)) return true
  return known[0] === known.slice(1).reduce<number>((sum, part) => sum + part!, 0)
}

function tilesOf(period: Period, there: ReadonlySet<Period>): Period[] | undefined {
  const tiles: Period[] = []
  for (const part of partsOf(period)) {
    const inside = there.has(part) ? [part] : tilesOf(part, there)
    if (!inside) return undefined
    tiles.push(...inside)
  }
  return tiles.length > 0 ? tiles : undefined
}

const equals = (whole: string, parts: readonly string[]): Equation => ({
  factors: new Map([[whole, -1], ...parts.map((part) => [part, 1] as const)]),
  value: 0,
})

function shares(table: Table, idOf: (table: Table, teamId: string, period: Period) => string): [string, string][] {
  const { of } = table
  return of ? everyCell(table).map(({ teamId, period }) => [idOf(table, teamId, period), idOf(of, teamId, period)]) : []
}

type Bounds = Map<string, { low: number; high: number }>

/** Gauss and Jordan over the hidden cells: rows in which few of them are left. */
function eliminated(equations: readonly Equation[], bounds: Bounds): Equation[] {
  const rows = equations.map(({ factors }) => {
    const row: Equation = { factors: new Map(), value: 0 }
    for (const [id, factor] of factors) {
      const { low, high } = bounds.get(id) ?? { low: 0, high: Infinity }
      if (low === high) row.value -= factor * low
      else row.factors.set(id, factor)
    }
    return row
  })
  const done: Equation[] = []
  for (let row = rows.pop(); row; row = rows.pop()) {
    const pivot = row.factors.keys().next().value
    if (pivot === undefined) continue
    const own = row.factors.get(pivot)!
    for (const other of [...rows, ...done]) subtract(other, row, (other.factors.get(pivot) ?? 0) / own)
    done.push(row)
  }
  return done
}

function subtract(from: Equation, row: Equation, times: number): void {
  if (times === 0) return
  from.value -= times * row.value
  for (const [id, factor] of row.factors) {
    const left = (from.factors.get(id) ?? 0) - times * factor
    if (Math.abs(left) < 1e-9) from.factors.delete(id)
    else from.factors.set(id, left)
  }
}

/** Each cell of an equation lies where the others leave room for it; counts are whole. */
function narrow({ factors, value }: Equation, bounds: Bounds): boolean {
  let moved = false
  for (const [id, factor] of factors) {
    let [low, high] = [value, value]
    for (const [other, times] of factors) {
      if (other === id) continue
      const { low: least, high: most } = bounds.get(other)!
      low -= times > 0 ? times * most : times * least
      high -= times > 0 ? times * least : times * most
    }
    const [from, to] = factor > 0 ? [low / factor, high / factor] : [high / factor, low / factor]
    moved = tighten(bounds.get(id)!, Math.ceil(from - 1e-6), Math.floor(to + 1e-6)) || moved
  }
  return moved
}

function order(part: { low: number; high: number } | undefined, whole: { low: number; high: number } | undefined) {
  if (!part || !whole) return false
  const first = tighten(part, part.low, whole.high)
  return tighten(whole, part.low, whole.high) || first
}

/** What would leave no room at all rests on a sum that does not hold, and is left alone. */
function tighten(bound: { low: number; high: number }, low: number, high: number): boolean {
  const next = { low: Math.max(bound.low, low), high: Math.min(bound.high, high) }
  if (Number.isNaN(next.low) || Number.isNaN(next.high) || next.low > next.high) return false
  if (next.low === bound.low && next.high === bound.high) return false
  Object.assign(bound, next)
  return true
}

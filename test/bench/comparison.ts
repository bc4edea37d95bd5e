import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import { type Asked, type Findings, quantile, round } from '../report.ts'
import {
  type OpenForum,
  openForum,
  postgresStore,
  type Store,
  shownIndicators,
  shownYears,
  sqliteStore,
} from './comparison-ground.ts'
import { openRecordGround, sessionCookie } from './record-ground.ts'

/**
 * A comparison page by the front door (150 teams, 8 years, 8 indicators, all of them rates) beside one query written by
 * hand for the same cells, in turns on the same machine: out of 10⁴, 10⁵ and 10⁶ records, and for 1, 2, 4 and 8
 * indicators; on both engines, whichever is asked for.
 */
export async function run(asked: Asked): Promise<Findings> {
  const found: Findings = { figures: {}, pass: {} }
  for (const engine of ['sqlite', 'postgres'] as const) {
    const { figures, pass } = await runOn(engine, asked)
    const named = (name: string) => `comparison.${engine}.${name}`
    for (const [name, figure] of Object.entries(figures)) found.figures[named(name)] = figure
    for (const [name, met] of Object.entries(pass)) found.pass[named(name)] = met
  }
  return found
}

async function runOn(engine: Asked['engine'], { quick, say }: Asked): Promise<Findings> {
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]
  const repetitions = quick ? 9 : 15
  const ground = await openGround(engine)
  const figures: Findings['figures'] = { repetitions }
  const measure = async (name: string, forum: OpenForum, shown: readonly string[]) => {
    const times = await inTurns(repetitions, ground, forum, shown)
    const ratio = round(times.ours / times.floor)
    figures[`${name}.cells`] = times.cells
    figures[`${name}.floorMs`] = round(times.floor)
    figures[`${name}.oursMs`] = round(times.ours)
    figures[`${name}.oursSpreadMs`] = round(times.spread)
    figures[`${name}.ratio`] = ratio
    const told = `query ${round(times.floor)} ms, page ${round(times.ours)} ms, ratio ${ratio}`
    say(`comparison, ${engine}, ${name}: ${times.cells} cells, ${told}`)
    return { ...times, ratio }
  }
  let forum: OpenForum | undefined
  let whole: Awaited<ReturnType<typeof measure>> | undefined
  for (const records of sizes) {
    forum = await ground.fill(records)
    const begun = performance.now()
    await ground.page(forum.id, shownIndicators)
    figures[`records.${records}.firstMs`] = round(performance.now() - begun)
    whole = await measure(`records.${records}`, forum, shownIndicators)
  }
  const grown = [whole!]
  for (const count of [1, 2, 4])
    grown.push(await measure(`indicators.${count}`, forum!, shownIndicators.slice(0, count)))
  await ground.close()
  const power = powerOf(grown.map(({ cells, least }) => [cells, least]))
  return {
    figures: { ...figures, 'cells.power': round(power) },
    pass: { withinFloor: whole!.ratio <= 2.5, linearInCells: power <= 1.1 },
  }
}

/** By which power of the cells the fastest answers grow: 1 is in proportion (a tenth is left to chance), from the line through their logarithms. */
function powerOf(points: readonly (readonly [cells: number, ms: number])[]): number {
  const logs = points.map(([cells, ms]) => [Math.log(cells), Math.log(ms)] as const)
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const along = logs.reduce((sum, [cells, ms]) => sum + (cells - x) * (ms - y), 0)
  return along / logs.reduce((sum, [cells]) => sum + (cells - x) ** 2, 0)
}

interface Ground {
  fill(records: number): Promise<OpenForum>
  page(forumId: string, indicators: readonly string[]): Promise<string>
  store: Store
  close(): Promise<void>
}

/** An installation of which a page can be asked by the front door, and a connection of its own for the query by hand. */
async function openGround(engine: Asked['engine']): Promise<Ground> {
  const ground = await openRecordGround(engine, ['unused'])
  const { db, databaseUrl, dataDir } = ground
  const store = databaseUrl ? await postgresStore(databaseUrl) : sqliteStore(dataDir)
  const { id: agreementId } = await db.read.selectFrom('agreement').select('id').executeTakeFirstOrThrow()
  const { id: personId } = await db.read.selectFrom('person').select('id').executeTakeFirstOrThrow()
  const clock = () => new Date().toISOString()
  const log = pino({ level: 'silent' })
  const app = createApp({ db, clock, log, publicUrl: 'http://localhost', trustedProxies: 0 })
  return {
    store,
    fill: (records) => openForum(db, store, agreementId, personId, { teams: 150, records }),
    page: async (forumId, indicators) => {
      const query = `indicators=${indicators.join(',')}&periods=${shownYears.join(',')}`
      const response = await app.request(`/api/forums/${forumId}/comparison?${query}`, { headers: sessionCookie })
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
      return response.text()
    },
    close: async () => {
      await store.close()
      await ground.close()
    },
  }
}

/** Turns that are not counted: code that has not run yet is slow on either side. */
const warmUps = 5

/** The same cells, alternately by one query and by a page; the figures of both are held against one another once. */
async function inTurns(repetitions: number, { store, page }: Ground, forum: OpenForum, shown: readonly string[]) {
  const query = () => store.ask(floorOf(shown.length), [forum.id, ...shown, ...shownYears])
  const cells = sameCells((await query()) as FloorRow[], JSON.parse(await page(forum.id, shown)))
  const floor: number[] = []
  const ours: number[] = []
  for (let n = 0; n < warmUps; n++) await Promise.all([query(), page(forum.id, shown)])
  for (let n = 0; n < repetitions; n++) {
    floor.push(await timed(query))
    ours.push(await timed(() => page(forum.id, shown)))
  }
  return {
    cells,
    floor: quantile(floor, 0.5),
    ours: quantile(ours, 0.5),
    least: Math.min(...ours),
    spread: quantile(ours, 0.9) - quantile(ours, 0.1),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** By hand: each figure, what it is a share of, and the rate. The order of the joins is the one in which the index serves. */
const floorOf = (indicators: number): string => `
  select d.team_id, i.id as indicator_id, r.period, r.value, r.missing, r.unit, r.note, o.value as denominator,
    r.value * i.rate_per / o.value as rate
  from disclosure d
  cross join indicator i
  cross join record r
  left join record o on o.disclosure_id = d.id and o.indicator_id = i.denominator_id and o.period = r.period
    and o.standing = 1
  where d.forum_id = ? and i.agreement_id = d.agreement_id and r.disclosure_id = d.id and r.indicator_id = i.id
    and r.standing = 1 and i.code in (${places(indicators)}) and r.period in (${places(shownYears.length)})`

const places = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

interface FloorRow {
  team_id: string
  indicator_id: string
  period: string
  value: number
  rate: number | null
}
interface Answer {
  rows: { indicatorId: string; period: string; cells: { teamId: string; value?: number; rate?: number }[] }[]
}

/** How many cells both have; a page that shows others than the query is no page to be measured. */
function sameCells(floor: readonly FloorRow[], { rows }: Answer): number {
  const keyOf = (...parts: string[]) => parts.join(' ')
  const ours = new Map(
    rows.flatMap(({ indicatorId, period, cells }) =>
      cells.flatMap((cell) => (cell.value === undefined ? [] : [[keyOf(cell.teamId, indicatorId, period), cell]])),
    ),
  )
  const near = (a: number | null | undefined, b: number | null | undefined) =>
    (a ?? undefined) === (b ?? undefined) || Math.abs(a! - b!) < 1e-6 * Math.abs(a!)
  for (const row of floor) {
    const cell = ours.get(keyOf(row.team_id, row.indicator_id, row.period))
    if (!cell || cell.value !== row.value || !near(cell.rate, row.rate)) throw new Error('the page shows other cells')
  }
  if (ours.size !== floor.length) throw new Error(`${ours.size} cells on the page, ${floor.length} by the query`)
  return floor.length
}

import { sql } from 'kysely'
import type { ComparedRecord } from '../../shared/comparison.ts'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import { type Earlier, isCount, suppressionsOf, type Told } from '../../shared/publishing.ts'
import type { Indicator } from '../../shared/record.ts'
import { isFew, type Suppression } from '../../shared/suppression.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Reader } from '../db/database.ts'
import { type Forum, getForum } from '../forum/forums.ts'
import { indicatorsOf } from './indicators.ts'
import { type OpenTeam, openTeams } from './open-teams.ts'

/** What is not published of a forum's open records. */
export interface Hiding {
  /** Counts from one to just below this tell of single people. */
  threshold: number
  isHidden(record: Omit<ComparedRecord, 'note'>): boolean
  suppressionOf(indicatorId: string): Suppression | undefined
}

/** So many fora are remembered: what is open never changes, and it takes all of it to say what can be published. */
const mostKept = 20
const kept = new Map<string, { of: string; hiding: Promise<Hiding> }>()

/** Worked out from all open records of the forum, never from one view: two views together tell no more than one. */
export async function hidingIn(db: Reader, forum: Forum, teams: readonly OpenTeam[]): Promise<Hiding> {
  const { smallestCount } = (await charterOf(db, forum.agreementId)).body.publicity
  const of = [smallestCount, ...teams.map((team) => `${team.disclosureId} ${team.contentHash}`)].join('\n')
  const known = kept.get(forum.id)
  if (known?.of === of) return known.hiding
  const hiding = findHiding(db, forum, teams, smallestCount)
  kept.delete(forum.id)
  kept.set(forum.id, { of, hiding })
  hiding.catch(() => kept.delete(forum.id))
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return hiding
}

async function findHiding(db: Reader, forum: Forum, teams: readonly OpenTeam[], threshold: number): Promise<Hiding> {
  const filed = filedBy(teams)
  const before = await openedBefore(db, forum)
  const indicators = await indicatorsOf(db, forum.agreementId)
  const counts = new Set(indicators.filter((one) => isCount(one, indicators)).map(({ id }) => id))
  const suppressions = new Map<string, Suppression>()
  for (const bound of boundTogether(indicators.filter(({ id }) => counts.has(id)))) {
    const told = await toldOf(db, filed, bound)
    const earlier = await earlierOf(db, before, bound)
    for (const [id, found] of suppressionsOf(bound, told, threshold, earlier)) suppressions.set(id, found)
  }
  return {
    threshold,
    suppressionOf: (indicatorId) => suppressions.get(indicatorId),
    isHidden: ({ indicatorId, teamId, period, value, unit }) => {
      if (value === undefined || !counts.has(indicatorId)) return false
      // What is in another unit is in no total: nothing but itself gives it away.
      if (unit !== undefined) return isFew(value, threshold)
      return suppressions.get(indicatorId)?.isHidden(teamId, period) ?? false
    },
  }
}

const filedBy = (teams: readonly OpenTeam[]): Map<string, string> =>
  new Map(teams.flatMap(({ id, disclosureId }) => (disclosureId ? [[disclosureId, id]] : [])))

interface Opened {
  filed: ReadonlyMap<string, string>
  hiding: Hiding
}

/** What was published of the agreement's fora that opened before this one. */
async function openedBefore(db: Reader, { id, agreementId, stages }: Forum): Promise<Opened[]> {
  const rows = await db
    .selectFrom('forum')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'forum.id')
    .select(['forum.id'])
    .where('agreement_id', '=', agreementId)
    .where('forum.id', '!=', id)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', '<', disclosuresOpenedAt(stages)!)
    .execute()
  const opened: Opened[] = []
  for (const row of rows) {
    const earlier = (await getForum(db, row.id))!
    const teams = await openTeams(db, earlier)
    opened.push({ filed: filedBy(teams), hiding: await hidingIn(db, earlier, teams) })
  }
  return opened
}

async function earlierOf(db: Reader, opened: readonly Opened[], indicators: readonly Indicator[]): Promise<Earlier[]> {
  const earlier: Earlier[] = []
  for (const { filed, hiding } of opened) {
    const told = await toldOf(db, filed, indicators)
    earlier.push({ told: (id) => told.get(id) ?? [], suppressionOf: hiding.suppressionOf })
  }
  return earlier
}

/** Indicators whose counts bound one another, shares and what they are shares of; each such group is looked at by itself. */
function boundTogether(indicators: readonly Indicator[]): Indicator[][] {
  const groups = new Map(indicators.map((one) => [one.id, [one]]))
  for (const { id, nature, denominatorId } of indicators) {
    const [own, whole] = [groups.get(id)!, denominatorId && nature === 'share' ? groups.get(denominatorId) : undefined]
    if (!whole || own === whole) continue
    whole.push(...own)
    for (const moved of own) groups.set(moved.id, whole)
  }
  return [...new Set(groups.values())]
}

async function toldOf(
  db: Reader,
  filed: ReadonlyMap<string, string>,
  indicators: readonly Indicator[],
): Promise<Map<string, Told[]>> {
  const told = new Map<string, Told[]>()
  if (filed.size === 0) return told
  const ids = indicators.map(({ id }) => id)
  const rows = await db
    .selectFrom('record')
    .select(['disclosure_id', 'indicator_id', 'period', 'value', 'missing'])
    .where('standing', '=', sql.lit(1))
    .where('disclosure_id', 'in', [...filed.keys()])
    .where('indicator_id', 'in', ids)
    .where('unit', 'is', null)
    .where((q) => q.or([q('value', 'is not', null), q('missing', '=', 'suppressed')]))
    .orderBy('disclosure_id')
    .execute()
  for (const row of rows) {
    const list = told.get(row.indicator_id) ?? []
    if (list.length === 0) told.set(row.indicator_id, list)
    list.push({ teamId: filed.get(row.disclosure_id)!, period: row.period, value: row.value ?? undefined })
  }
  return told
}

/** A record as it is published: where it is hidden, that it is, and nothing of what it said. */
export const asPublished = <Record extends ComparedRecord>(hiding: Hiding, record: Record): Record =>
  hiding.isHidden(record) ? { ...record, value: undefined, missing: 'suppressed', note: '' } : record

import type { Day, Instant } from '../../../shared/dates.ts'
import type { FloorState } from '../../../shared/strategy.ts'
import type { Reader } from '../../db/database.ts'

/** What worked elsewhere, as a comparable team has to answer it: adopt it, or explain (B48, R19, R37). */
export interface Floor {
  id: string
  strategyId: string
  teamId: string
  team: string
  state: FloorState
  dueOn: Day
  answer?: string | undefined
  answeredAt?: Instant | undefined
  /** By when it is to be in use. */
  byDay?: Day | undefined
  /** The version of the team's method that has it. */
  methodVersion?: number | undefined
  inUseAt?: Instant | undefined
  /** When the day to answer went by in silence. */
  lateAt?: Instant | undefined
}

/** Asks no permission. */
export async function floorsOf(db: Reader, agreementId: string): Promise<Floor[]> {
  const rows = await db
    .selectFrom('floor')
    .innerJoin('team', 'team.id', 'floor.team_id')
    .leftJoin('method', 'method.id', 'floor.method_id')
    .selectAll('floor')
    .select(['team.name as team', 'method.version'])
    .where('floor.agreement_id', '=', agreementId)
    .orderBy('team.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    strategyId: row.strategy_id,
    teamId: row.team_id,
    team: row.team,
    state: row.state as FloorState,
    dueOn: row.due_on,
    answer: row.answer ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    byDay: row.by_day ?? undefined,
    methodVersion: row.version ?? undefined,
    inUseAt: row.in_use_at ?? undefined,
    lateAt: row.late_at ?? undefined,
  }))
}

import type { Actor } from '../../../shared/agreement.ts'
import type { Measure } from '../../../shared/criterion.ts'
import { type CriterionReading, readAgainst } from '../../../shared/criterion-reading.ts'
import { intervalOf } from '../../../shared/noise.ts'
import type { Period } from '../../../shared/period.ts'
import type { Grain } from '../../../shared/record.ts'
import type { Reader } from '../../db/database.ts'
import { findForum } from '../../forum/forums.ts'
import { type Comparison, comparisonOf } from '../comparisons.ts'
import { indicatorsOf } from '../indicators.ts'
import { publishedComparison } from '../published-comparison.ts'
import { criteriaOf } from './criteria.ts'

/** How each team's record reads against one criterion, in the latest period of which there are records. */
export interface CriterionLine {
  criterionId: string
  number: number
  version: number
  title: string
  indicatorId: string
  indicator: string
  bound: Measure['bound']
  value: number
  unit: string
  /** The length of time in which it is to be reached. */
  grain: Grain
  /** Absent where no team disclosed anything of it. */
  period?: Period | undefined
  teams: (CriterionReading & { teamId: string; team: string })[]
}

/** The records of an open comparison, read against the criteria in force. */
export async function criterionReadings(db: Reader, actor: Actor, forumId: string): Promise<CriterionLine[]> {
  const measures = await measuresOf(db, (await findForum(db, actor, forumId)).agreementId)
  return linesOf(measures, await comparisonOf(db, actor, forumId, { indicators: measures.map(({ code }) => code) }))
}

/** The same for the public record; nothing while the disclosures are sealed. */
export async function publishedReadings(db: Reader, agreementId: string, forumId: string): Promise<CriterionLine[]> {
  const measures = await measuresOf(db, agreementId)
  const comparison = await publishedComparison(db, forumId, { indicators: measures.map(({ code }) => code) })
  return comparison ? linesOf(measures, comparison) : []
}

interface InForce {
  criterionId: string
  number: number
  version: number
  body: Measure
  code: string
  indicator: string
}

async function measuresOf(db: Reader, agreementId: string): Promise<InForce[]> {
  const indicators = new Map((await indicatorsOf(db, agreementId)).map((one) => [one.id, one]))
  return (await criteriaOf(db, agreementId)).flatMap(({ id, number, standing }) =>
    standing?.body.kind === 'measure'
      ? [
          {
            criterionId: id,
            number,
            version: standing.version,
            body: standing.body,
            code: indicators.get(standing.body.indicatorId)?.code ?? '',
            indicator: indicators.get(standing.body.indicatorId)?.title ?? '',
          },
        ]
      : [],
  )
}

const linesOf = (measures: readonly InForce[], comparison: Comparison): CriterionLine[] =>
  measures.map(({ criterionId, number, version, body, indicator: called }) => {
    const indicator = comparison.indicators.find((one) => one.id === body.indicatorId)
    const row = comparison.rows.find((one) => one.indicatorId === body.indicatorId)
    const names = new Map(comparison.teams.map((team) => [team.id, team.name]))
    const teams = (row?.cells ?? []).map((cell) => ({
      teamId: cell.teamId,
      team: names.get(cell.teamId) ?? '',
      ...readAgainst(body, indicator ?? {}, { ...cell, interval: indicator && intervalOf(indicator, cell) }),
    }))
    const { title, indicatorId, bound, value, unit } = body
    const about = { criterionId, number, version, title, indicatorId, indicator: called }
    return { ...about, bound, value, unit, grain: body.period, period: row?.period, teams }
  })

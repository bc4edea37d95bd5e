import { addDays, type Day } from '../../shared/dates.ts'
import type { Section } from '../../shared/disclosure.ts'
import { periodBefore } from '../../shared/period.ts'
import { indicatorForm, type RecordForm } from '../../shared/record.ts'
import type { Forum } from '../forum/forums.ts'
import { amendDisclosure } from '../record/amending.ts'
import { beginDisclosure, writeSection } from '../record/disclosures.ts'
import { fileDisclosure } from '../record/filing.ts'
import { defineIndicator } from '../record/indicators.ts'
import { writeMethod } from '../record/method-writing.ts'
import { putRecord } from '../record/records.ts'
import { cast, type Player } from './cast.ts'
import { earlierFigures, earlierHalfYears } from './earlier-figures.ts'
import { type Counted, type TeamFigures, teamFigures, teamIndicators } from './figures.ts'
import { act, agreementOf, at, type Play } from './play.ts'

/** The teams and the labour inspectorate file their half-year for the open forum, each under its own seal. */
export async function discloseTeams(play: Play, forum: Forum, from: Day): Promise<void> {
  const indicatorIds = await defineAll(play, from)
  for (const [i, given] of teamFigures.entries())
    await discloseTeam(play, { forum, day: addDays(from, i), indicatorIds }, given)
}

/** One that corrects a figure before the comparison opens files it first as it had it, and then anew. */
async function discloseTeam(
  play: Play,
  { forum, day, indicatorIds }: { forum: Forum; day: Day; indicatorIds: Map<string, string> },
  { team: key, method, notes, units, figures, sections, atFirst }: TeamFigures,
): Promise<void> {
  const asTeam = <Result>(verb: Parameters<typeof act<Result>>[2]) => act(play, key, verb)
  const forumId = forum.id
  const teamId = await teamOf(play, key)
  const { id } = await asTeam((trx, actor) => beginDisclosure(trx, actor, { forumId, teamId }, at(day)))
  const put = (code: string, counted: Counted, time: string) => {
    const said = typeof counted === 'number' ? { value: counted } : { missing: counted }
    const of = { indicatorId: indicatorIds.get(code)!, period: halfYearBefore(play.today) }
    const record = { ...of, note: notes[code] ?? '', unit: units?.[code], ...said }
    return asTeam((trx, actor) => putRecord(trx, actor, id, record, at(day, time)))
  }
  await asTeam((trx, actor) => writeMethod(trx, actor, id, method, at(day, '10:00')))
  for (const [section, text] of Object.entries(sections ?? {}) as [Section, string][])
    await asTeam((trx, actor) => writeSection(trx, actor, id, { section, text }))
  for (const [code, counted] of Object.entries({ ...figures, ...atFirst })) await put(code, counted, '11:00')
  for (const record of earlierOf(key, indicatorIds, halfYearBefore(play.today)))
    await asTeam((trx, actor) => putRecord(trx, actor, id, record, at(day, '12:00')))
  await asTeam((trx, actor) => fileDisclosure(trx, actor, id, at(day, '15:00')))
  if (!atFirst) return
  await asTeam((trx, actor) => amendDisclosure(trx, actor, id))
  for (const code of Object.keys(atFirst)) await put(code, figures[code]!, '16:00')
  await asTeam((trx, actor) => fileDisclosure(trx, actor, id, at(day, '16:30')))
}

/** What the team counted in the half-years before, so that it shows how things went. */
function earlierOf(key: TeamFigures['team'], indicatorIds: ReadonlyMap<string, string>, latest: string): RecordForm[] {
  let period = latest
  const periods = Array.from({ length: earlierHalfYears }, () => {
    period = periodBefore(period)
    return period
  }).reverse()
  return Object.entries(earlierFigures[key]).flatMap(([code, values]) =>
    values.map((value, i) => ({ indicatorId: indicatorIds.get(code)!, period: periods[i]!, value, note: '' })),
  )
}

export async function teamOf(play: Play, key: TeamFigures['team']): Promise<string> {
  const name = (cast as readonly Player[]).find((player) => player.key === key)?.team
  return (await agreementOf(play)).teams.find((team) => team.name === name)!.id
}

async function defineAll(play: Play, day: Day): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { of, ...indicator } of teamIndicators) {
    const form = indicatorForm.parse({ ...indicator, ...(of && { denominatorId: ids.get(of) }) })
    const defined = await act(play, 'secretariat', (trx, actor) =>
      defineIndicator(trx, actor, play.agreementId, form, at(day)),
    )
    ids.set(indicator.code, defined.id)
  }
  return ids
}

/** The last half-year that is over: `2026-H1`. */
export function halfYearBefore(today: Day): string {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return month > 6 ? `${year}-H1` : `${year - 1}-H2`
}

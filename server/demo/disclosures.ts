import { addDays, type Day } from '../../shared/dates.ts'
import { indicatorForm } from '../../shared/record.ts'
import type { Forum } from '../forum/forums.ts'
import { beginDisclosure } from '../record/disclosures.ts'
import { fileDisclosure } from '../record/filing.ts'
import { defineIndicator } from '../record/indicators.ts'
import { writeMethod } from '../record/method-writing.ts'
import { putRecord } from '../record/records.ts'
import { cast, type Player } from './cast.ts'
import { teamFigures, teamIndicators } from './figures.ts'
import { act, agreementOf, at, type Play } from './play.ts'

/** The teams and the labour inspectorate file their half-year for the open forum, each under its own seal. */
export async function discloseTeams(play: Play, forum: Forum, from: Day): Promise<void> {
  const indicatorIds = await defineAll(play, from)
  const { teams } = await agreementOf(play)
  const period = halfYearBefore(play.today)
  for (const [i, { team: key, method, notes, units, figures }] of teamFigures.entries()) {
    const day = addDays(from, i)
    const name = (cast as readonly Player[]).find((player) => player.key === key)?.team
    const teamId = teams.find((team) => team.name === name)!.id
    const disclosure = await act(play, key, (trx, actor) =>
      beginDisclosure(trx, actor, { forumId: forum.id, teamId }, at(day)),
    )
    await act(play, key, (trx, actor) => writeMethod(trx, actor, disclosure.id, method, at(day, '10:00')))
    for (const [code, counted] of Object.entries(figures)) {
      const said = typeof counted === 'number' ? { value: counted } : { missing: counted }
      const record = {
        indicatorId: indicatorIds.get(code)!,
        period,
        note: notes[code] ?? '',
        unit: units?.[code],
        ...said,
      }
      await act(play, key, (trx, actor) => putRecord(trx, actor, disclosure.id, record, at(day, '11:00')))
    }
    await act(play, key, (trx, actor) => fileDisclosure(trx, actor, disclosure.id, at(day, '15:00')))
  }
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

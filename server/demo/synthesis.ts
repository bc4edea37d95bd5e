import type { Instant } from '../../shared/dates.ts'
import { indicatorForm } from '../../shared/record.ts'
import type { Forum } from '../forum/forums.ts'
import { beginDisclosure } from '../record/disclosures.ts'
import { fileDisclosure } from '../record/filing.ts'
import { defineIndicator } from '../record/indicators.ts'
import { writeMethod } from '../record/method-writing.ts'
import { putRecord } from '../record/records.ts'
import { december, reported } from './figures.ts'
import { act, agreementOf, type Play } from './play.ts'

const method = {
  title: 'Direct monitoring of factories by the ILO†',
  body: 'The ILO monitors textile and apparel factories directly and publishes a synthesis report in aggregate, without the mentioning of specific factories†.',
}

/** The figures of the report of December 2009, each with its direction, filed as the sources give them. */
export async function discloseDecember(play: Play, forum: Forum, now: Instant): Promise<void> {
  const team = (await agreementOf(play)).teams.find((found) => found.name === 'Better Factories Cambodia')!
  const disclosure = await act(play, 'synthesis', (trx, actor) =>
    beginDisclosure(trx, actor, { forumId: forum.id, teamId: team.id }, now),
  )
  await act(play, 'synthesis', (trx, actor) => writeMethod(trx, actor, disclosure.id, method, now))
  for (const { indicator, value, missing, note } of reported) {
    const form = indicatorForm.parse(indicator)
    const defined = await act(play, 'secretariat', (trx, actor) =>
      defineIndicator(trx, actor, play.agreementId, form, now),
    )
    const record = { indicatorId: defined.id, period: december, value, missing, note }
    await act(play, 'synthesis', (trx, actor) => putRecord(trx, actor, disclosure.id, record, now))
  }
  await act(play, 'synthesis', (trx, actor) => fileDisclosure(trx, actor, disclosure.id, now))
}

import type { Day } from '../../shared/dates.ts'
import type { Forum } from '../forum/forums.ts'
import { indicatorsOf } from '../record/indicators.ts'
import { beginMethodText } from '../record/method-texts/method-texts.ts'
import { registerStrategy } from '../record/strategies/registering.ts'
import { halfYearBefore } from './disclosures.ts'
import { act, agreementOf, at, type Play } from './play.ts'

/** A team that was behind tries another way, to be judged by its figures at the next forum. All of it is illustrative. */
export async function tryAnother(play: Play, forum: Forum, day: Day): Promise<void> {
  const teamId = (await agreementOf(play)).teams.find(({ name }) => name === 'Team Kandal')!.id
  const indicators = await indicatorsOf(play.db.read, play.agreementId)
  const indicatorIds = ['put-right', 'second-90'].flatMap(
    (code) => indicators.find((indicator) => indicator.code === code)?.id ?? [],
  )
  const baselinePeriod = halfYearBefore(play.today)
  const [year, half] = baselinePeriod.split('-H').map(Number) as [number, number]
  const trialPeriod = half === 1 ? `${year}-H2` : `${year + 1}-H1`
  const form = {
    title: 'The date of the second visit is set at the first',
    hypothesis:
      'A factory that knows when inspectors come back, and that they will, puts right what was found. We expect two in three violations put right, from one in two.',
    practice:
      'At the end of the first visit inspectors and shop stewards sign the list of what was found, with a day within 90 days on which each entry is looked at again. The day is kept, whatever else happens.',
    situation: 'Garment factories of more than 500 workers, Kandal',
    indicatorIds,
    baselinePeriod,
    trialPeriod,
    judgedFrom: `${forum.label.slice(0, 4)}-${Number(forum.label.slice(5)) + 1}`,
  }
  await act(play, 'team.kandal', (trx, actor) =>
    registerStrategy(trx, actor, { agreementId: play.agreementId, teamId }, form, at(day, '17:00')),
  )
  await act(play, 'team.kandal', (trx, actor) =>
    beginMethodText(trx, actor, teamId, 'Second visits on a set day', at(day, '17:30')),
  )
}

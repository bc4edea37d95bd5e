import { addDays, type Day } from '../../shared/dates.ts'
import type { CircumstanceForm } from '../../shared/similarity.ts'
import type { Forum } from '../forum/forums.ts'
import { agreeSimilarity } from '../record/similarity/agreeing.ts'
import { stateCircumstance } from '../record/similarity/circumstances.ts'
import { teamOf } from './disclosures.ts'
import { type TeamFigures, teamFigures } from './figures.ts'
import { act, at, type Play } from './play.ts'

const register = 'Register of export permits (illustrative)'
/** Workers in the factories that each answers for. */
const sizes: Record<TeamFigures['team'], string> = {
  'team.phnompenh': '118000',
  'team.kandal': '61000',
  'team.kampongspeu': '44000',
  inspectorate: '251000',
}

/** Each team states its circumstances; the forum agrees which of them count before it compares. */
export async function tellLikeness(play: Play, forum: Forum, told: Day, compared: Day): Promise<void> {
  for (const [i, { team }] of teamFigures.entries()) {
    const teamId = await teamOf(play, team)
    const stated: readonly CircumstanceForm[] = [
      { variable: 'region', value: 'Cambodia', source: register },
      { variable: 'sector', value: 'Garments and footwear', source: register },
      { variable: 'size', value: sizes[team], source: register },
    ]
    for (const form of stated)
      await act(play, team, (trx, actor) =>
        stateCircumstance(trx, actor, { agreementId: play.agreementId, teamId }, form, at(told, `${10 + i}:00`)),
      )
  }
  const reason =
    'All answer for factories of one country and one trade; how many workers they have explains no gap by itself.'
  const form = { variables: [{ variable: 'region' as const }, { variable: 'sector' as const }], reason }
  await act(play, 'secretariat', (trx, actor) =>
    agreeSimilarity(trx, actor, forum.id, form, at(addDays(compared, -1), '15:00')),
  )
}

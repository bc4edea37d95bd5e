import { addDays, type Day } from '../../shared/dates.ts'
import type { GapPair } from '../../shared/gap-forms.ts'
import { type Forum, getForum } from '../forum/forums.ts'
import { confirmGap, setGapAside } from '../record/gaps/confirming.ts'
import { decideGap } from '../record/gaps/deciding.ts'
import { explainGap } from '../record/gaps/explaining.ts'
import { type Proposal, proposalsIn } from '../record/gaps/proposals.ts'
import { speakOnGap } from '../record/gaps/voices.ts'
import type { PlayerKey } from './cast.ts'
import { act, at, type Play } from './play.ts'

/**
 * What the forum made of the gaps that the teams' figures propose: one explained and before the delegations, one explained
 * and not accepted, one that its team has still to explain, and one set aside. All of it is illustrative.
 */
export async function weighGaps(play: Play, forum: Forum, from: Day): Promise<void> {
  const proposals = await proposalsIn(play.db.read, (await getForum(play.db.read, forum.id))!)
  const find = (team: string, code: string) =>
    proposals.find((one) => one.team === team && one.figures.indicator.code === code)
  const [late, unmended] = [find('Team Kandal', 'second-90'), find('Team Kandal', 'put-right')]
  const [told, told2] = [find('Labour inspectorate', 'unannounced'), find('Team Kandal', 'unannounced')]
  const confirm = (proposal: Proposal, time: string) =>
    act(play, 'secretariat', (trx, actor) => confirmGap(trx, actor, forum.id, pairOf(proposal), at(from, time)))
  const first = late && (await confirm(late, '10:00'))
  const second = unmended && (await confirm(unmended, '10:05'))
  if (told) await confirm(told, '10:10')
  const reason = 'Nine visits to one industrial park could not be made without passing its gate, which reports them.'
  if (told2)
    await act(play, 'secretariat', (trx, actor) =>
      setGapAside(trx, actor, forum.id, { ...pairOf(told2), reason }, at(from, '10:15')),
    )
  if (second) await refuse(play, second.id, from)
  if (first) await discuss(play, first.id, addDays(from, 1))
}

const pairOf = ({ teamId, peerId, indicatorId, period }: Proposal): GapPair => ({
  teamId,
  peerId,
  indicatorId,
  period,
})

/** The factories were newly joined; so were the other team's. */
async function refuse(play: Play, id: string, day: Day): Promise<void> {
  const explanation = {
    body: 'A third of our factories joined in the half-year. Their first inspections found more, and there was less time to put it right.',
    evidence: [
      { title: 'Factories by month of joining', kind: 'figure' as const, description: '11 of 35 joined after March.' },
    ],
  }
  await act(play, 'team.kandal', (trx, actor) => explainGap(trx, actor, id, explanation, at(day, '14:00')))
  const said: readonly (readonly [PlayerKey, 'accept' | 'refuse', string])[] = [
    ['workers.kh', 'refuse', 'Phnom Penh’s factories were as new, and it put right 71 of a hundred.'],
    ['employers.kh', 'accept', 'A factory that has just joined has other things to put right first.'],
    ['government.us', 'refuse', 'The same share of new factories does not explain the difference elsewhere.'],
    ['workers.us', 'refuse', 'The method that sets the day of the second visit at the first can be adopted at once.'],
  ]
  for (const [who, answer, reason] of said)
    await act(play, who, (trx, actor) => speakOnGap(trx, actor, id, { answer, reason }, at(addDays(day, 1), '09:00')))
  await act(play, 'secretariat', (trx, actor) => decideGap(trx, actor, id, at(addDays(day, 1), '15:00')))
}

/** Two delegations have answered; the others have still to. */
async function discuss(play: Play, id: string, day: Day): Promise<void> {
  const explanation = {
    body: 'One vehicle serves two provinces. Requests for a second have been with the ministry since March.',
    evidence: [
      { title: 'Requests for a vehicle', kind: 'document' as const, description: 'Three letters, March to May.' },
    ],
  }
  await act(play, 'team.kandal', (trx, actor) => explainGap(trx, actor, id, explanation, at(day, '16:00')))
  const next = addDays(day, 1)
  await act(play, 'government.kh', (trx, actor) =>
    speakOnGap(trx, actor, id, { answer: 'accept', reason: '' }, at(next, '10:00')),
  )
  const reason = 'Kampong Speu has one vehicle too, and inspects 81 of a hundred again in time.'
  await act(play, 'workers.us', (trx, actor) =>
    speakOnGap(trx, actor, id, { answer: 'refuse', reason }, at(next, '11:00')),
  )
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../chromium.ts'
import { conveneForum, forumPath, moveForum } from './convening.ts'
import { openPlan } from './drafting.ts'
import { keepTracesOnFailure } from './failure.ts'
import { type Installation, openInstallation } from './installation.ts'
import { get } from './person.ts'
import { seatEveryone } from './seated.ts'
import {
  adoptionStandsInThePlan,
  defineShare,
  discloseAndSeal,
  explanationIsRefused,
  gapIsConfirmed,
  laterFigureEndsIt,
  nextForumInherits,
  northIsOfCambodia,
  nothingIsOpenYet,
  strategyIsJudged,
  teamExplains,
} from './weighing.ts'

let browser: Browser
let installation: Installation

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
})
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

test('records over two fora: sealed, opened, a gap, its refusal, its adoption, and a strategy judged', {
  timeout: 180_000,
}, async () => {
  keepTracesOnFailure(
    () => browser,
    () => installation,
  )
  const { people, agreement } = await seatEveryone(browser, installation.url)
  const { sophea, dara, ilona, lina, marc } = people
  const move = (id: string, to: string) => get(sophea, 'PUT', `/api/forums/${id}/stage`, { to })
  await northIsOfCambodia(sophea, agreement)

  const forum = await conveneForum(sophea, agreement)
  const at = forumPath(agreement, forum)
  await moveForum(sophea, at, 'Open disclosure', 'Disclosure is open.')
  const counted = await defineShare(sophea, agreement)
  const north = { team: 'Team North', year: '2024', remedied: 141, found: 294 }
  await discloseAndSeal(lina, agreement, forum, counted, north)
  await discloseAndSeal(marc, agreement, forum, counted, { ...north, team: 'Team South', remedied: 312, found: 439 })
  await nothingIsOpenYet(marc, agreement, forum)
  await moveForum(sophea, at, 'Open the comparison', 'The comparison is open: everything that was filed can be read.')

  const gap = await gapIsConfirmed(sophea, agreement, forum)
  await teamExplains(lina, gap)
  await explanationIsRefused(people, gap)
  const teamId = agreement.teams.find(({ name }) => name === 'Team North')!.id
  const [year, number] = forum.label.split('-').map(Number) as [number, number]
  const trial = await get<{ id: string }>(lina, 'POST', `/api/agreements/${agreement.id}/teams/${teamId}/strategies`, {
    title: 'Visits by night',
    hypothesis: 'Who works at night is found only at night.',
    practice: 'One visit in four begins after nine in the evening.',
    situation: '',
    indicatorIds: [counted.remedied],
    baselinePeriod: '2024',
    trialPeriod: '2025',
    judgedFrom: `${year}-${number + 1}`,
  })

  await move(forum.id, 'deliberation')
  const plan = await openPlan(sophea, agreement, forum)
  await adoptionStandsInThePlan(dara, gap, plan)
  await move(forum.id, 'adoption')
  const next = await nextForumInherits(sophea, agreement, forum)

  await move(next.id, 'disclosure')
  await discloseAndSeal(lina, agreement, next, counted, { ...north, year: '2025', remedied: 213, found: 300 })
  await discloseAndSeal(marc, agreement, next, counted, { team: 'Team South', year: '2025', remedied: 314, found: 440 })
  await move(next.id, 'comparison')
  await laterFigureEndsIt(ilona, lina, gap)
  await move(next.id, 'deliberation')
  await strategyIsJudged(sophea, marc, agreement, trial.id)

  expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([])
})

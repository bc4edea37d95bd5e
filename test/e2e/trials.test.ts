import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, emailOf, type PlayerKey } from '../../server/demo/cast.ts'
import { launch } from '../chromium.ts'
import { type Installation, openInstallation } from './installation.ts'
import { fill, goTo, isAccessible, isRefused, openPerson, type Person, press, sees, settled, signIn } from './person.ts'

const agreement = '/a/us-cambodia'
let browser: Browser
let installation: Installation

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

async function enter(role: PlayerKey): Promise<Person> {
  const person = await openPerson(browser, installation.url, role)
  await signIn(person, emailOf(role), demoPassword)
  return person
}
const open = (person: Person, summary: string) => person.page.locator('summary', { hasText: summary }).click()

test('a team writes its method live, and what it wrote is in its history', async () => {
  const lina = await enter('team.phnompenh')
  await goTo(lina, `${agreement}/methods`)
  await press(lina, 'Team Phnom Penh', 'link')
  await fill(lina, 'Name of the method', 'Never announced')
  await press(lina, 'Begin the text')
  await lina.page.getByRole('textbox', { name: 'Text of the method' }).click()
  await lina.page.keyboard.press('Control+End')
  await lina.page.keyboard.type(' Doors are tried first.')
  await lina.page.locator('.saved[data-state="saved"]').waitFor()
  await isAccessible(lina)
  await press(lina, 'History', 'link')
  await lina.page.getByRole('heading', { name: 'History of Method of Team Phnom Penh' }).waitFor()
  await settled(lina.page)
  await sees(lina, 'Doors are tried first.')
  expect(lina.complaints).toEqual([])
})

test('a strategy is put on trial for a later forum, and found by its words', async () => {
  const lina = await enter('team.phnompenh')
  await goTo(lina, `${agreement}/strategies`)
  await open(lina, 'Put a strategy on trial')
  await fill(lina, 'Name of the strategy', 'Ask at the gate')
  await fill(lina, 'What is expected, and why', 'More is found.')
  await fill(lina, 'What is done otherwise', 'The first question is asked at the gate.')
  await lina.page.getByLabel('Visits made without notice').check()
  const half = await lina.page.request.get('/api/agreements').then(async (answer) => {
    const [{ id }] = (await answer.json()) as [{ id: string }]
    const strategies = await lina.page.request.get(`/api/agreements/${id}/strategies`)
    return ((await strategies.json()) as [{ baselinePeriod: string; trialPeriod: string }])[0]
  })
  await fill(lina, 'Period before', half.baselinePeriod)
  await fill(lina, 'Period of the trial', half.trialPeriod)
  await fill(lina, 'Judged at', '2020/1')
  await press(lina, 'Put a strategy on trial')
  await sees(lina, /^A strategy is tried first and judged by a later forum/)
  await fill(lina, 'Judged at', '2099/1')
  await press(lina, 'Put a strategy on trial')
  await lina.page.getByRole('link', { name: /Ask at the gate/ }).waitFor()
  await fill(lina, 'Words', 'gate ASK')
  await press(lina, 'Search')
  await sees(lina, 'One strategy.')
  await press(lina, /Ask at the gate/, 'link')
  await isRefused(lina, 'Record the judgement', 'Only the secretariat can do this.')
  await isAccessible(lina)
  expect(lina.complaints).toEqual([])
})

test('what would weaken a criterion is refused while it is typed, and says what would be gone', async () => {
  const dara = await enter('workers.kh')
  await goTo(dara, `${agreement}/criteria`)
  await press(dara, /Visits without notice/, 'link')
  await open(dara, 'Propose a revision')
  const clauses = dara.page.getByLabel('Clauses')
  const standing = await clauses.inputValue()
  await clauses.fill('Visits are seldom announced.')
  await isRefused(dara, 'Propose a revision', /^This would weaken what stands/)
  await dara.page.getByRole('status').getByText('No visit is announced to the employer').waitFor()
  await clauses.fill(`${standing}\nNobody asks who spoke.`)
  await press(dara, 'Propose a revision')
  await sees(dara, /^Say what drives the strengthening/)
  await dara.page.getByLabel('What drives it').selectOption({ label: 'Needs that workers have voiced' })
  await fill(dara, 'Where it shows', 'The interviews of this half-year')
  await press(dara, 'Propose a revision')
  await sees(dara, 'Version 2 waits for the forum')
  await isAccessible(dara)
  expect(dara.complaints).toEqual([])
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, emailOf, type PlayerKey } from '../../server/demo/cast.ts'
import { launch } from '../chromium.ts'
import { keepTracesOnFailure } from './failure.ts'
import { type Installation, openInstallation } from './installation.ts'
import { get, goTo, openPerson, type Person, sees, signIn } from './person.ts'

let browser: Browser
let installation: Installation

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

const enter = async (key: PlayerKey): Promise<Person> => {
  const person = await openPerson(browser, installation.url, key)
  await signIn(person, emailOf(key), demoPassword)
  return person
}

/** The plan that the demonstration's open forum writes. */
async function openPlan(person: Person): Promise<void> {
  const [agreement] = await get<{ id: string; slug: string }[]>(person, 'GET', '/api/agreements')
  const fora = await get<{ label: string; stage: string }[]>(person, 'GET', `/api/agreements/${agreement!.id}/forums`)
  const open = fora.find(({ stage }) => stage === 'deliberation')!
  await goTo(person, `/a/${agreement!.slug}/fora/${open.label}/plan`)
  await words(person).waitFor()
}

const words = (person: Person) => person.page.getByRole('textbox', { name: 'Text of measure 1' })
const office = (person: Person) =>
  person.page.getByRole('region', { name: /^Measure 1:/ }).getByLabel('Office that answers for it')
const state = (person: Person) => person.page.locator('.saved').getAttribute('data-state')
const saysSaved = (person: Person) => expect.poll(() => state(person), { timeout: 20_000 }).toBe('saved')

test('after a power cut all is there that a screen called saved', { timeout: 120_000 }, async () => {
  keepTracesOnFailure(
    () => browser,
    () => installation,
  )
  const chan = await enter('government.kh')
  await openPlan(chan)
  await words(chan).press('Control+End')
  await chan.page.keyboard.type(' Called saved.')
  await office(chan).fill('Called saved, Department of Inspection')
  await saysSaved(chan)
  await installation.kill()

  await words(chan).press('Control+End')
  await chan.page.keyboard.type(' Never called saved.')
  await expect.poll(() => state(chan)).toBe('offline')
  await sees(chan, /changes? waits? on this machine/)
  await chan.context.setOffline(true)

  await installation.start()
  const dara = await enter('workers.kh')
  await openPlan(dara)
  await saysSaved(dara)
  expect(await words(dara).innerText()).toContain(' Called saved.')
  expect(await words(dara).innerText()).not.toContain('Never called saved.')
  expect(await office(dara).inputValue()).toBe('Called saved, Department of Inspection')
  expect(await state(chan)).toBe('offline')

  await chan.context.setOffline(false)
  await saysSaved(chan)
  await expect.poll(() => words(dara).innerText(), { timeout: 20_000 }).toContain('Called saved. Never called saved.')
  expect([chan, dara].flatMap(({ complaints }) => complaints)).toEqual([])
})

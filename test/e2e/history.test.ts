import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, emailOf } from '../../server/demo/cast.ts'
import { launch } from '../chromium.ts'
import { expectAccessible } from './axe.ts'
import { type Installation, openInstallation } from './installation.ts'
import { get, goTo, openPerson, type Person, signIn } from './person.ts'

let browser: Browser
let installation: Installation
let chan: Person
let walt: Person
let path: string

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
  ;[chan, walt] = await Promise.all([enter('government.kh'), enter('workers.us')])
  const [agreement] = await get<{ id: string; slug: string }[]>(chan, 'GET', '/api/agreements')
  const fora = await get<{ label: string; stage: string }[]>(chan, 'GET', `/api/agreements/${agreement!.id}/forums`)
  const open = fora.find(({ stage }) => stage !== 'closed')!
  path = `/a/${agreement!.slug}/fora/${open.label}/plan`
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

async function enter(role: 'government.kh' | 'workers.us'): Promise<Person> {
  const person = await openPerson(browser, installation.url, role)
  await signIn(person, emailOf(role), demoPassword)
  return person
}

const preamble = (page: Page) => page.getByRole('textbox', { name: 'Preamble' })
const saved = (page: Page) => page.locator('.saved[data-state="saved"]').waitFor()
/** The letters that are marked as a delegation's. */
const marked = async (page: Page, mark: string): Promise<string> =>
  (await page.locator(`#preamble .by[data-by="${mark}"]`).allTextContents()).join('')

/**
 * Presses keys until the cursor is behind so many letters of what its line ends with, and stays there: what comes from
 * others at that very moment puts it back to where the editor last knew it.
 */
async function goToLetter(page: Page, keys: string[], at: number, end: string): Promise<void> {
  const place = async () => {
    for (const key of keys) await page.keyboard.press(key)
    return page.evaluate(async () => {
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame)
      const { anchorNode, anchorOffset } = getSelection()!
      return [anchorNode?.textContent ?? '', anchorOffset] as const
    })
  }
  await expect
    .poll(async () => {
      const [text, offset] = await place()
      return text.endsWith(end) ? offset - (text.length - end.length) : undefined
    })
    .toBe(at)
}

test('a letter typed beside its like, and words that another moves, stay with who wrote them', async () => {
  for (const { page } of [chan, walt]) {
    await goTo({ ...chan, page }, path)
    await saved(page)
  }
  const words = preamble(chan.page)
  await words.click()
  await goToLetter(chan.page, ['Control+End'], 'in the period.'.length, 'in the period.')
  await chan.page.keyboard.press('Enter')
  await chan.page.keyboard.type('All parties agre on this text.')
  await saved(chan.page)
  await preamble(walt.page).getByText('All parties agre').click()
  const steps = Array.from({ length: ' on this text.'.length + 1 }, () => 'ArrowLeft')
  await goToLetter(walt.page, ['End', ...steps], 'All parties agr'.length, 'All parties agre on this text.')
  // Before the e that stands there: the new one is the first of the two.
  await walt.page.keyboard.type('e')
  await goToLetter(walt.page, ['End', ...steps.slice(1)], 'All parties agree'.length, 'All parties agree on this text.')
  await walt.page.keyboard.press('Enter')
  await saved(walt.page)
  await walt.page.getByLabel('Who wrote what').check()
  await expect.poll(() => marked(walt.page, 'UW'), { timeout: 15_000 }).toBe('e')
  const spans = walt.page.locator('#preamble p', { hasText: 'All parties agr' }).locator('.by')
  // Passages are told apart by the minute too.
  const joined = async () => {
    const signs = await spans.evaluateAll((all) => all.map((one) => [one.getAttribute('data-by'), one.textContent]))
    return signs
      .map(([mark, letters]) => `${mark}:${letters}`)
      .join(' ')
      .replaceAll(/(?<=\w) CG:(?!e$)/g, '')
  }
  await expect.poll(joined, { timeout: 15_000 }).toBe('CG:All parties agr UW:e CG:e')
  expect(await marked(walt.page, 'CG')).toContain(' on this text.')
  // Who cannot point at it hears of what the cursor is in.
  await preamble(walt.page).getByText('on this text.').click()
  await walt.page.getByText(/At the cursor: .*Government of Cambodia/).waitFor()
  await expectAccessible(walt.page)
}, 90_000)

test('two points are held beside each other, named, and brought back', async () => {
  const { page } = chan
  await goTo(chan, `${path}?history=`)
  await page.getByRole('heading', { name: 'Preamble' }).waitFor()
  const row = page.getByRole('row', { name: /Workers of United States/ })
  await row.getByText('Walter Reyes').waitFor()
  expect(await page.locator('.hist-text ins').first().innerText()).toContain('added by')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Name the text as it is now' }).click()
  await page.getByLabel('Name', { exact: true }).fill('After the pause')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep this name' }).click()
  await page.locator('.hist-points b', { hasText: 'After the pause' }).waitFor()

  const before = (await preamble(walt.page).innerText()).includes('All parties')
  expect(before).toBe(true)
  await page.getByRole('button', { name: /^Bring back… 16 November/ }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await page.locator('.hist-points b', { hasText: /^Brought back/ }).waitFor()
  await expect.poll(() => preamble(walt.page).innerText()).not.toContain('All parties')
  await expect.poll(() => page.getByLabel('To', { exact: true }).inputValue()).toMatch(/^1\.\d+$/)
  expect([...chan.complaints, ...walt.complaints]).toEqual([])
}, 90_000)

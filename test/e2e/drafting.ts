import { expect } from 'vitest'
import { type ForumHere, forumPath } from './convening.ts'
import type { AgreementHere } from './founding.ts'
import { fill, get, goTo, isAccessible, isRefused, type Person, press, sees, visit } from './person.ts'

export interface PlanHere {
  id: string
  documentId: string
  path: string
}

const day = (years: number): string => {
  const date = new Date()
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

export async function openPlan(sophea: Person, agreement: AgreementHere, forum: ForumHere): Promise<PlanHere> {
  const path = `${forumPath(agreement, forum)}/plan`
  await visit(sophea, path)
  await fill(sophea, 'Title', 'Programme of the first year')
  await fill(sophea, 'Begins', day(0))
  await fill(sophea, 'Ends', day(1))
  await press(sophea, 'Open the plan')
  await sees(sophea, 'Missing before reading 1')
  const { plan } = await get<{ plan: { id: string; documentId: string } }>(
    sophea,
    'GET',
    `/api/agreements/${agreement.id}/forums/${forum.label}/plan`,
  )
  return { ...plan, path }
}

const words = (person: Person) => person.page.getByRole('textbox', { name: 'Text of measure 1' })

/** The words alone, without the carets of those who write. */
const textOf = (person: Person): Promise<string> =>
  words(person).evaluate((box) => {
    const copy = box.cloneNode(true) as Element
    for (const mark of copy.querySelectorAll('.caret, .by-tag')) mark.remove()
    return [...copy.children].map((paragraph) => paragraph.textContent).join('\n')
  })
const saved = (person: Person) => person.page.locator('.saved').getByText('Saved', { exact: true }).first().waitFor()

/** Both write in one paragraph in the same moment, one from its front and one from its end. */
export async function writeTogether(chan: Person, dara: Person, plan: PlanHere): Promise<void> {
  for (const person of [chan, dara]) {
    await goTo(person, plan.path)
    await sees(person, 'Missing before reading 1')
  }
  await press(chan, 'Add a measure')
  await chan.page.getByLabel('Title').last().fill('Piece rates are posted')
  await words(dara).waitFor()
  await words(chan).click()
  await chan.page.keyboard.type('piece rates of the day')
  await expect.poll(() => textOf(dara)).toBe('piece rates of the day')
  await words(chan).press('Control+End')
  await words(dara).click()
  await words(dara).press('Control+Home')
  await Promise.all([
    chan.page.keyboard.type(' are posted in Khmer at each line.', { delay: 15 }),
    dara.page.keyboard.type('Before work begins, the ', { delay: 20 }),
  ])
  await bothRead(chan, dara, 'Before work begins, the piece rates of the day are posted in Khmer at each line.')
  await Promise.all([chan, dara].map((person) => isAccessible(person)))
}

/** One loses the network and writes on; what waits is counted, and nothing of either is lost when it is back. */
export async function writeOnWithoutNetwork(chan: Person, dara: Person): Promise<void> {
  await dara.context.setOffline(true)
  await words(dara).press('Control+End')
  await dara.page.keyboard.type(' Workers may copy them.', { delay: 10 })
  await sees(dara, /changes wait on this machine/)
  await words(chan).press('Control+Home')
  await chan.page.keyboard.type('Each day: ', { delay: 10 })
  await saved(chan)
  expect(await textOf(chan)).not.toContain('Workers may copy them.')
  await dara.context.setOffline(false)
  await bothRead(
    chan,
    dara,
    'Each day: Before work begins, the piece rates of the day are posted in Khmer at each line. Workers may copy them.',
  )
}

async function bothRead(chan: Person, dara: Person, text: string): Promise<void> {
  for (const person of [chan, dara]) await expect.poll(() => textOf(person), { timeout: 30_000 }).toBe(text)
  await Promise.all([saved(chan), saved(dara)])
}

/** What cannot be verified cannot be agreed: the gate says what is missing, and freezing waits for it. */
export async function gateHoldsUntilComplete(chan: Person, bopha: Person, plan: PlanHere): Promise<void> {
  await isRefused(chan, 'Freeze reading 1', /^Not yet: \d+ entries are missing\./)
  const gate = chan.page.getByRole('region', { name: 'Missing before reading 1' })
  await gate.getByRole('link', { name: '1 Source of proof' }).click()
  await expect.poll(() => chan.page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await chan.page.keyboard.type('Visits by the monitor, twice a year.')
  const measure = chan.page.getByRole('region', { name: /^Measure 1:/ })
  await measure.getByLabel('Responsible party').selectOption({ label: 'Cambodia' })
  await measure.getByLabel('Office that answers for it').fill('Department of Labour Inspection')
  await measure.getByLabel('Starts').fill(day(0))
  await measure.getByLabel('Due').fill(day(1))
  await measure.getByLabel('Baseline').first().fill('60 to 70')
  await sees(chan, 'A range cannot be measured against.')
  await goTo(bopha, plan.path)
  const theirs = bopha.page.getByRole('region', { name: /^Measure 1:/ })
  await theirs.getByLabel('Target').fill('95')
  await theirs.getByLabel('Unit').fill('% of sewing lines')
  await saved(bopha)
  await measure.getByLabel('Baseline').first().fill('62.5')
  await sees(chan, 'Nothing is missing. Each measure can be verified.')
  await saved(chan)
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../chromium.ts'
import { conveneForum, forumPath, moveForum } from './convening.ts'
import { defineIndicators, disclosuresAreSealed, linaDiscloses, marcDiscloses } from './disclosing.ts'
import { keepTracesOnFailure } from './failure.ts'
import { type Installation, openInstallation } from './installation.ts'
import { fill, goTo, hasDuty, isAccessible, isRefused, press, pressTwice, sees, settled, visit } from './person.ts'
import { seatEveryone } from './seated.ts'

let browser: Browser
let installation: Installation

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
})
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

test('two teams disclose sealed, one amends, the stage opens, and what is false is alleged, answered and decided', {
  timeout: 120_000,
}, async () => {
  keepTracesOnFailure(
    () => browser,
    () => installation,
  )
  const { people, agreement } = await seatEveryone(browser, installation.url)
  const { sophea, dara, ilona, lina, marc } = people
  const forum = await conveneForum(sophea, agreement)
  const at = forumPath(agreement, forum)
  await moveForum(sophea, at, 'Open disclosure', 'Disclosure is open.')
  const indicators = await defineIndicators(sophea, agreement)
  await linaDiscloses(lina)
  await marcDiscloses(marc, agreement, forum, indicators)
  await disclosuresAreSealed(marc, agreement, forum)

  // What was filed is changed, and filed anew: both filings are kept.
  await press(lina, 'Amend it')
  await sees(lina, 'Filing 1 stands. What is changed below counts only when it is filed anew.')
  await lina.page.getByRole('textbox', { name: 'Failures' }).fill('Thirty-seven still underpay; twelve did so before.')
  await lina.page.getByRole('form', { name: 'Failures' }).getByRole('button', { name: 'Save this part' }).click()
  await sees(lina, 'Failures: saved.')
  await isAccessible(lina)
  await pressTwice(lina, 'File and seal')
  await sees(lina, 'What filing 2 changed')
  await sees(lina, 'Changed in words: Failures.')
  await disclosuresAreSealed(marc, agreement, forum)
  await moveForum(sophea, at, 'Open the comparison', 'The comparison is open: everything that was filed can be read.')

  // Another says that it is false, with what shows it; the team is heard first, and the monitor decides.
  await visit(dara, `${at}/records`)
  await dara.page.getByRole('link', { name: 'Team North' }).first().click()
  await sees(dara, 'Thirty-seven still underpay; twelve did so before.')
  await press(dara, 'Say that it is false')
  await dara.page.getByLabel('What is false', { exact: true }).selectOption({ label: 'Failures' })
  await fill(dara, 'What is false about it', 'The wage books show forty-one.')
  await fill(dara, 'What it is called', 'Wage books, March')
  await dara.page.getByLabel('Kind').selectOption({ label: 'document' })
  await fill(dara, 'Where it is kept, or what it says', 'Copies with the union.')
  await isAccessible(dara)
  await press(dara, 'Put it on record')
  await sees(dara, 'It is on record, and the team is asked.')

  await hasDuty(ilona, /^Decide whether the disclosure of Team North was false/)
  await goTo(ilona, `${at}/faults`)
  await isRefused(ilona, 'Reply for the team', 'Only the lead of an investigative team can do this.')
  await hasDuty(lina, /^Reply: the disclosure of Team North is alleged to be false/)
  await goTo(lina, `${at}/faults`)
  await press(lina, 'Reply for the team')
  await fill(lina, 'What the team says to it', 'Four of them pay since April.')
  await press(lina, 'Send the reply')
  await sees(lina, 'The reply stands beside the finding.')
  await visit(ilona, `${at}/faults`)
  await press(ilona, 'Decide on it')
  await ilona.page.getByLabel('Decision', { exact: true }).selectOption({ label: 'It is not shown' })
  await fill(ilona, 'Reasons', 'The books are of March, the disclosure is of the year.')
  await isAccessible(ilona)
  await press(ilona, 'Put it on record')
  await sees(ilona, 'dismissed: it is not shown')
  await settled(ilona.page)
  expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([])
})

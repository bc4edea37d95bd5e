import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './axe.ts'
import type { ForumHere } from './convening.ts'
import type { AgreementHere } from './founding.ts'
import { openPerson, type Person, sees } from './person.ts'

/** Somebody without an account, whose browser runs no scripts, and the same pages once more for axe, which is one. */
export async function publicReads(
  browser: Browser,
  url: string,
  agreement: AgreementHere,
  forum: ForumHere,
): Promise<void> {
  const reader = await openPerson(browser, url, 'Reader', { javaScriptEnabled: false })
  const checker = await openPerson(browser, url, 'Checker')
  const here = () => isPublicPage(reader, checker)
  await reader.page.goto('/public')
  await here()
  await follow(reader, agreement.title)
  await here()
  await follow(reader, /Programme of the first year/)
  await sees(reader, /Factories that join in the period need three months\./)
  await here()
  await follow(reader, /Piece rates are posted/)
  await sees(reader, /the piece rates of the day are posted in Khmer at each line\./)
  await sees(reader, 'Moving, too slowly')
  await sees(reader, /At this pace 83% of the lines/)
  await sees(reader, /Forty more lines were reached last week\./)
  await here()
  await reader.page.goto(`/public/${agreement.slug}/fora/${forum.label}/comparison`)
  for (const words of [/suppressed/, /not reported/, /unknown/, /not applicable/, /not comparable, because/i])
    await sees(reader, words)
  await here()
  expect(await reader.page.getByRole('link', { name: 'JSON' }).count()).toBeGreaterThan(0)
  await reader.context.close()
  await checker.context.close()
}

const follow = async (reader: Person, link: string | RegExp): Promise<void> => {
  await reader.page.locator('main').getByRole('link', { name: link }).first().click()
}

async function isPublicPage(reader: Person, checker: Person): Promise<void> {
  await reader.page.locator('h1').waitFor()
  expect(await reader.page.content()).not.toContain('<script')
  await checker.page.goto(reader.page.url())
  await expectAccessible(checker.page)
  await tablesAnswer(reader)
}

/** Every table that the page offers as data answers, as JSON and as CSV. */
async function tablesAnswer(reader: Person): Promise<void> {
  const offered = await reader.page
    .getByRole('link', { name: /CSV|JSON/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).getAttribute('href')!))
  for (const path of offered) {
    const answer = await reader.context.request.get(path)
    expect(answer.status(), path).toBe(200)
    expect((await answer.text()).length, path).toBeGreaterThan(40)
  }
}

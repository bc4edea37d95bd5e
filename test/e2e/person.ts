import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './axe.ts'

/** One person at a browser of their own: nothing of it is shared with the others. */
export interface Person {
  name: string
  email: string
  context: BrowserContext
  page: Page
  /** What the browser complained about: scripts that broke, and what the page itself calls an error. */
  complaints: string[]
}

/** What is answered when a program asks in the person's name. */
export interface Answer<Value> {
  status: number
  body: Value
}

export const password = 'six unrelated words'
export const emailOf = (name: string): string => `${name.split(' ')[0]!.toLowerCase()}@example.org`

/** What is asked for and refused is told by the page; that the browser notes it too is no defect of the page. */
const expected =
  /Failed to load resource: the server responded with a status of 4\d\d|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/

export async function openPerson(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  return { name, email: emailOf(name), context, page, complaints }
}

/** Goes to an address and waits until what it shows is there. */
export async function goTo(person: Person, path: string): Promise<void> {
  await person.page.goto(path)
  await settled(person.page)
}

/** Goes to an address, and holds the page to what axe asks of it. */
export async function visit(person: Person, path: string): Promise<void> {
  await goTo(person, path)
  await isAccessible(person)
}

/** The page as it stands now, once it has asked for everything that it shows. */
export async function isAccessible(person: Person): Promise<void> {
  await person.page.waitForLoadState('networkidle')
  await settled(person.page)
  await expectAccessible(person.page)
}

/** The page has its heading, and nothing on it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await gone(page.getByText('Loading…'))
}

export const gone = (what: Locator): Promise<void> => what.first().waitFor({ state: 'detached' })

/** Waits until these words can be read on the page. */
export async function sees(person: Person, words: string | RegExp): Promise<void> {
  await person.page.getByText(words).filter({ visible: true }).first().waitFor()
}

export const press = (person: Person, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> =>
  person.page.getByRole(role, { name }).filter({ visible: true }).first().click()

/** Presses a button that asks once more, and says yes. */
export async function pressTwice(person: Person, name: string): Promise<void> {
  await press(person, name)
  await person.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await gone(person.page.getByRole('dialog'))
}

export const fill = (person: Person, label: string | RegExp, text: string): Promise<void> =>
  person.page.getByLabel(label).filter({ visible: true }).first().fill(text)

/** A button that may not be pressed: it is there, and says why. */
export async function isRefused(person: Person, name: string | RegExp, why: string | RegExp): Promise<void> {
  const button = person.page.getByRole('button', { name }).filter({ visible: true }).first()
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true')
  const said = await button.getAttribute('aria-describedby')
  await person.page.locator(`#${said}`).getByText(why).waitFor()
}

/** A program asks in the person's name, with the cookie of their browser. */
export async function ask<Value = Record<string, unknown>>(
  person: Person,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<Value>> {
  const response = await person.context.request.fetch(path, { method, ...(body === undefined ? {} : { data: body }) })
  const text = await response.text()
  return { status: response.status(), body: (text === '' ? undefined : JSON.parse(text)) as Value }
}

/** The same, where nothing but success will do. */
export async function get<Value = Record<string, unknown>>(
  person: Person,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Value> {
  const answer = await ask<Value>(person, method, path, body)
  if (answer.status >= 300) throw new Error(`${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** What waits on the person, on the page where it stands. */
export async function hasDuty(person: Person, title: string | RegExp): Promise<void> {
  await visit(person, '/')
  await person.page.locator('.duty').getByRole('heading', { name: title }).first().waitFor()
}

export async function hasNoDuty(person: Person): Promise<void> {
  await goTo(person, '/')
  await sees(person, 'Nothing waits on you.')
}

export async function hasNews(person: Person, words: string | RegExp): Promise<void> {
  await goTo(person, '/notifications')
  await person.page.getByRole('link', { name: words }).first().waitFor()
}

export async function signIn(person: Person, email: string, secret: string): Promise<void> {
  await goTo(person, '/sign-in')
  await fill(person, 'Email', email)
  await fill(person, 'Password', secret)
  await press(person, 'Sign in')
  await person.page.getByRole('heading', { name: 'My duties' }).waitFor()
}

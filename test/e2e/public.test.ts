import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../chromium.ts'
import { expectAccessible } from './axe.ts'
import { type Installation, openInstallation } from './installation.ts'

let browser: Browser
let installation: Installation
/** Every page of the public record of the demonstration, in the order in which its links lead to them. */
let paths: string[]

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
  paths = await pagesOf(await open({ javaScriptEnabled: false }))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: installation.url,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  return context.newPage()
}

async function pagesOf(page: Page): Promise<string[]> {
  const found: string[] = []
  const ahead = ['/public']
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (found.includes(path)) continue
    await page.goto(path)
    found.push(path)
    const links = await page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    ahead.push(...links.map((link) => link.split('#')[0]!).filter((link) => /^\/public(?!.*(\.\w+|\?.*)$)/.test(link)))
  }
  await page.context().close()
  return found
}

test('the demonstration’s agreement, programme, commitments and comparisons are all led to', () => {
  const [, agreement] = paths
  expect(agreement).toMatch(/^\/public\/[^/]+$/)
  expect(paths.filter((path) => path.startsWith(`${agreement}/programmes/`)).length).toBeGreaterThanOrEqual(1)
  expect(paths.filter((path) => path.startsWith(`${agreement}/commitments/`)).length).toBeGreaterThanOrEqual(6)
  expect(paths.filter((path) => path.endsWith('/comparison')).length).toBeGreaterThanOrEqual(2)
})

test('a browser that runs no script shows every page whole, and fetches nothing but the page and its style', async () => {
  const page = await open({ javaScriptEnabled: false })
  const complaints: string[] = []
  const fetched = new Set<string>()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => fetched.add(`${new URL(request.url()).origin} ${request.resourceType()}`))
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    expect(await page.locator('h1').count(), path).toBe(1)
    expect(await page.locator('script, iframe, form').count(), path).toBe(0)
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.pub')!).maxWidth), path).not.toBe('none')
  }
  expect(complaints).toEqual([])
  const icon = 'other'
  expect([...fetched].sort()).toEqual(['document', icon, 'stylesheet'].map((kind) => `${installation.url} ${kind}`))
  await page.context().close()
})

describe.each([
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['on a phone and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)('%s', (_, options) => {
  test('every page is accessible', { timeout: 120_000 }, async () => {
    const page = await open(options)
    for (const path of paths) {
      await page.goto(path)
      await expectAccessible(page)
    }
    await page.context().close()
  })
})

test('no page scrolls sideways, in any of the languages, on the narrowest phone', { timeout: 60_000 }, async () => {
  const page = await open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  for (const path of paths)
    for (const language of ['en', 'fr', 'es']) {
      await page.goto(`${path}?lang=${language}`)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, `${path} in ${language}`).toBeLessThanOrEqual(0)
    }
  await page.context().close()
})

test('on paper there is the record and its address, and nothing to press', async () => {
  const page = await open({ javaScriptEnabled: false, colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  for (const path of paths) {
    await page.goto(path)
    expect(await page.locator('nav').filter({ visible: true }).count(), path).toBe(0)
    expect(
      await page
        .getByRole('link', { name: /CSV|JSON/ })
        .filter({ visible: true })
        .count(),
      path,
    ).toBe(0)
    expect(await page.getByText(`${installation.url}${path}`).isVisible(), path).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), path).toBe('rgb(255, 255, 255)')
  }
  await page.context().close()
})

test('the first Tab offers to skip to the content, and the languages keep the page', async () => {
  const page = await open({ javaScriptEnabled: false })
  const comparison = paths.find((path) => path.endsWith('/comparison'))!
  await page.goto(comparison)
  await page.keyboard.press('Tab')
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.getByRole('link', { name: 'Français' }).click()
  expect(new URL(page.url()).pathname).toBe(comparison)
  await page.getByRole('link', { name: 'Accord', exact: true }).click()
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  await page.context().close()
})

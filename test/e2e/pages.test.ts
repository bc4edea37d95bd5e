import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, emailOf, type PlayerKey } from '../../server/demo/cast.ts'
import { catalogues } from '../../shared/text/index.ts'
import { languageNames } from '../../shared/text/languages.ts'
import { launch } from '../chromium.ts'
import { expectAccessible } from './axe.ts'
import { openPaths, pathsOf, routePatterns } from './demo-paths.ts'
import { type Installation, openInstallation } from './installation.ts'
import { goTo, openPerson, type Person, settled, signIn } from './person.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const narrowest = { width: 320, height: 640 }
const views = [
  { size: wide, colorScheme: 'light' },
  { size: phone, colorScheme: 'dark' },
] as const
type View = (typeof views)[number]

/** Each page is looked at by two of them, by one in each view. */
const roles = ['government.kh', 'secretariat', 'monitor', 'team.phnompenh'] as const satisfies readonly PlayerKey[]

let browser: Browser
let installation: Installation
let paths: string[]

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation('--demo'), launch()])
  const secretariat = await enter('secretariat')
  paths = await pathsOf(secretariat)
  await secretariat.context.close()
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

async function look(person: Person, path: string, view: View): Promise<void> {
  await person.page.setViewportSize(view.size)
  await person.page.emulateMedia({ colorScheme: view.colorScheme })
  await goTo(person, path)
  await whole(person.page)
}

/** Everything that the page asks for has come. */
async function whole(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await settled(page)
}

test('every address of the client is among those that are looked at', () => {
  const seen = [...paths, ...openPaths].map((path) => path.replace(/\?.*/, ''))
  const missed = routePatterns().filter((pattern) => !seen.some((path) => pattern.test(path)))
  expect(missed).toEqual([])
})

describe.concurrent('every page', { timeout: 240_000 }, () => {
  for (const [i, role] of roles.entries())
    test(`is whole, accessible and as wide as the screen to ${role}`, async () => {
      const person = await enter(role)
      for (const [at, path] of paths.entries()) {
        if (at % 2 !== i % 2) continue
        await look(person, path, views[(Math.floor(i / 2) + Math.floor(at / 2)) % views.length]!)
        expect(await person.page.locator('h1').count(), path).toBe(1)
        expect(await person.page.title(), path).toMatch(/^\S.+ · Parley$/)
        await expectAccessible(person.page)
        for (const size of [phone, narrowest]) await fits(person.page, path, size)
      }
      expect(person.complaints).toEqual([])
      await person.context.close()
    })

  // The catalogues have every sentence in every language: who speaks past them is seen in either.
  for (const [i, language] of (['fr', 'es'] as const).entries())
    test(`is said in the language that the reader chooses on it, ${language}, and prints without what is pressed`, async () => {
      const person = await enter(i === 0 ? 'workers.kh' : 'employers.kh')
      const wrong: string[] = []
      for (const path of paths.filter((_, at) => at % 2 === i)) {
        await look(person, path, views[0])
        await person.page.emulateMedia({ media: 'print' })
        wrong.push(...(await onPaper(person.page)).map((what) => `${path} prints ${what}`))
        await person.page.emulateMedia({ media: 'screen' })
        await speak(person.page, language)
        wrong.push(...(await leftInEnglish(person.page, language)).map((words) => `${path} in ${language}: ${words}`))
        await speak(person.page, 'en')
      }
      expect(wrong).toEqual([])
      expect(person.complaints).toEqual([])
      await person.context.close()
    })
})

/** What sticks out to the side, if anything does. */
async function fits(page: Page, path: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  const out = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wider = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest('.scroll'),
    )
    return [`${scrollWidth} > ${clientWidth}`, ...wider.slice(-3).map((one) => one.outerHTML.slice(0, 120))]
  })
  expect(out, `${path} at ${size.width}`).toEqual([])
}

/** What is printed beside the page itself. */
async function onPaper(page: Page): Promise<string[]> {
  const chrome = page
    .locator('.skip, .top-row, .tabs, .menu, .toast, .jump, .doctools, .button')
    .filter({ visible: true })
  const shown = await chrome.evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)))
  return (await page.locator('h1').isVisible()) ? shown : ['no heading', ...shown]
}

async function speak(page: Page, language: keyof typeof languageNames): Promise<void> {
  await page.locator('header .menu summary').click()
  await page.locator('header').getByRole('button', { name: languageNames[language] }).click()
  await page.locator(`html[lang="${language}"]`).waitFor()
  await page.keyboard.press('Escape')
  await settled(page)
}

/** Names of the library's indicators: an agreement keeps them in the language in which it took them. */
const isOfLibrary = (key: string) => /^(indicator\.\w+\.|comparison\.family\.)/.test(key)

/** Sentences of the English catalogue that stand on the page, where the language has other words. */
async function leftInEnglish(page: Page, language: 'fr' | 'es'): Promise<string[]> {
  const own = new Set<string>(Object.values(catalogues[language]))
  const all = Object.entries<string>(catalogues.en).flatMap(([key, words]) => (isOfLibrary(key) ? [] : words))
  const english = all.filter((words) => /\w{3}/.test(words) && !own.has(words))
  const said = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    while (walker.nextNode()) words.push(walker.currentNode.textContent?.trim() ?? '')
    return words
  })
  return said.filter((words) => english.includes(words))
}

test('without an account: the door, and a link that opens nothing', { timeout: 60_000 }, async () => {
  const visitor = await openPerson(browser, installation.url, 'Visitor')
  for (const view of views)
    for (const path of openPaths) {
      await look(visitor, path, view)
      await expectAccessible(visitor.page)
      for (const size of [phone, narrowest]) await fits(visitor.page, path, size)
    }
  expect(visitor.complaints).toEqual([])
  await visitor.context.close()
})

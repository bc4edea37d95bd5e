import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { restartDocument, sealDocument, unsealDocument } from '../../server/sync/documents.ts'
import { launch } from '../chromium.ts'
import { type Front, openFront } from '../sync/front.ts'
import { newPlanText } from '../sync/hall.ts'
import { paragraph } from '../sync/texts.ts'
import { openWorld, type Person, type TestWorld } from '../world.ts'
import { expectAccessible } from './axe.ts'

let world: TestWorld
let hall: Front
let browser: Browser
const allowedOrigins: string[] = []
const site = () => hall.url.replace(/^ws/, 'http').replace('/sync', '')

beforeAll(async () => {
  world = await openWorld('sqlite')
  hall = await openFront(world, {
    allowedOrigins,
    page: await builtPage(),
    limits: { keepaliveMs: 1_000, pollMs: 100 },
  })
  allowedOrigins.push(site())
  browser = await launch()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await hall?.close()
  await world?.close()
})

/** The page with the parts of the live text alone, built as the client is. */
async function builtPage(): Promise<RequestListener> {
  const config = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))
  const built = await build({
    configFile: config,
    root: fileURLToPath(new URL('./live-page', import.meta.url)),
    build: { write: false, manifest: false, outDir: 'nowhere', emptyOutDir: false },
    logLevel: 'warn',
  })
  const { output } = Array.isArray(built) ? built[0]! : (built as Extract<typeof built, { output: unknown }>)
  const files = new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html' }
  return (request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname
    const file = files.get(path === '/' ? '/index.html' : path)
    const type = types[path.split('.').at(-1)!] ?? 'text/html'
    response
      .writeHead(file === undefined ? 404 : 200, { 'Content-Type': `${type}; charset=utf-8` })
      .end(file ?? 'Nothing is here.')
  }
}

interface Opening {
  /** Who has allowed this browser to keep the text. */
  kept?: string
  /** The network lets no socket through. */
  blocked?: boolean
}

async function open(
  person: Person,
  id: string,
  { kept, blocked = false }: Opening = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext()
  if (kept) await context.addInitScript((name) => localStorage.setItem(`parley.keep.${name}`, 'yes'), kept)
  if (blocked) await context.routeWebSocket(/\/sync\//, (socket) => socket.close())
  context.setDefaultTimeout(10_000)
  const [name, value] = world.cookie(person).split('=') as [string, string]
  await context.addCookies([{ name, value, url: site() }])
  const page = await context.newPage()
  page.on('pageerror', (error) => void errors.push(`${person}: ${error.stack}`))
  await page.goto(`${site()}/#${id}${kept ? `/${kept}` : ''}`)
  await page.locator('[aria-label="Preamble"]').waitFor()
  return { page, context }
}
const errors: string[] = []

const text = (page: Page) => page.getByRole('textbox', { name: 'Preamble' })
const saved = (page: Page, state: string) => page.locator(`.saved[data-state="${state}"]`).waitFor()

/** How many changes the browser's own store says are unsent. */
const keptWaiting = async (): Promise<number> => {
  const [{ name }] = (await indexedDB.databases()) as [{ name: string }]
  const database = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open(name)
    asked.onsuccess = () => resolve(asked.result)
  })
  const waiting = await new Promise<number>((resolve) => {
    const asked = database.transaction('custom').objectStore('custom').getAll()
    asked.onsuccess = () => resolve(asked.result.reduce((sum: number, count: number) => sum + count, 0))
  })
  database.close()
  return waiting
}

test('two delegates write in one paragraph at once, see each other there, and undo only their own', async () => {
  const id = await newPlanText(world)
  const { page: chan } = await open('chan', id)
  const { page: dara } = await open('dara', id)
  await saved(chan, 'saved')
  expect(await text(chan).getAttribute('data-placeholder')).toBe('Why this plan is made')
  await text(chan).click()
  await chan.keyboard.type('Each factory is visited.')
  await text(dara).getByText('Each factory is visited.').waitFor()
  await saved(chan, 'saved')
  await expectAccessible(chan)

  await text(dara).click()
  await dara.keyboard.press('Control+End')
  await chan.keyboard.press('Control+Home')
  await Promise.all([
    chan.keyboard.type('Twice a year, ', { delay: 5 }),
    dara.keyboard.type(' Without notice.', { delay: 5 }),
  ])
  const whole = 'Twice a year, Each factory is visited. Without notice.'
  for (const page of [chan, dara]) {
    await expect.poll(() => text(page).textContent(), { timeout: 10_000 }).toBe(whole)
    await saved(page, 'saved')
  }

  await chan.locator('.caret .who[data-mark="CW"]').waitFor()
  await chan.locator('.here .who', { hasText: 'CW' }).waitFor()
  expect(await chan.getByRole('list', { name: 'In this text now' }).innerText()).toContain('CW')
  await chan.getByText('Delegation CW changed the text.').waitFor({ state: 'attached', timeout: 10_000 })

  // As often as one likes, and once a letter where typing was slow: what others wrote is not undone.
  for (let i = 0; i < 2 * ' Without notice.'.length; i++) await dara.keyboard.press('Control+z')
  await expect.poll(() => text(chan).textContent(), { timeout: 10_000 }).toBe('Twice a year, Each factory is visited.')

  await chan.getByLabel('Who wrote what').check()
  await expect.poll(() => chan.locator('.by').count()).toBeGreaterThan(0)
  expect((await chan.locator('.by[data-by="ME"]').allTextContents()).join('')).toBe(
    'Twice a year, Each factory is visited.',
  )
  await expectAccessible(chan)
  for (const page of [chan, dara]) await page.context().close()
})

test('the tools are one stop of the keyboard and do what they say', async () => {
  const id = await newPlanText(world)
  const { page } = await open('chan', id)
  await text(page).click()
  await page.keyboard.type('Important')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+Tab')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(await focused()).toBe('Bold')
  await page.keyboard.press('Enter')
  await page.locator('.rich-text strong').waitFor()
  await page.getByRole('button', { name: 'Bulleted list' }).click()
  await page.locator('.rich-text ul li').waitFor()
  await page.getByRole('button', { name: 'Bulleted list' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Numbered list')
  await page.keyboard.press('End')
  expect(await focused()).toBe('Redo')
  await page.keyboard.press('Home')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('Preamble')
  for (const tool of ['Heading', 'Smaller heading', 'Quotation', 'Numbered list', 'Italic', 'Undo', 'Redo']) {
    await page.getByRole('button', { name: tool, exact: true }).click()
    await saved(page, 'saved')
  }
  expect(await page.locator('.saved').getAttribute('data-state')).toBe('saved')
  await page.context().close()
})

test('a field that somebody of another delegation is in says so, and what is typed there arrives', async () => {
  const id = await newPlanText(world)
  const { page: chan } = await open('chan', id)
  const { page: dara } = await open('dara', id)
  await dara.getByLabel('Title').click()
  await chan.getByText('Delegation CW is writing here').waitFor({ state: 'attached' })
  expect(await chan.locator('.field.busy').count()).toBe(1)
  await dara.keyboard.type('Plan for 2011')
  await expect.poll(() => chan.getByLabel('Title').inputValue()).toBe('Plan for 2011')
  await text(dara).click()
  await expect.poll(() => chan.locator('.field.busy').count()).toBe(0)
  await saved(dara, 'saved')
  for (const page of [chan, dara]) await page.context().close()
})

test('who loses the network writes on, is told what waits, and is in step again after', async () => {
  const id = await newPlanText(world)
  const { page: chan, context } = await open('chan', id)
  const { page: dara } = await open('dara', id)
  await text(chan).click()
  await chan.keyboard.type('Before.')
  await text(dara).getByText('Before.').waitFor()
  await context.setOffline(true)
  await saved(chan, 'offline')
  await chan.keyboard.type(' During.')
  await text(dara).click()
  await dara.keyboard.press('Control+Home')
  await dara.keyboard.type('Meanwhile. ')
  await expect
    .poll(() => chan.locator('.saved').innerText())
    .toMatch(/Offline since .*; 8 changes wait on this machine/)
  await saved(dara, 'saved')
  await context.setOffline(false)
  for (const page of [chan, dara]) await text(page).getByText('Meanwhile. Before. During.').waitFor()
  await saved(chan, 'saved')
  for (const page of [chan, dara]) await page.context().close()
})

test('what was written without a network survives the closing of the page, where the person wants it kept', async () => {
  const id = await newPlanText(world)
  const { page, context } = await open('chan', id, { kept: world.person.chan })
  await text(page).click()
  await page.keyboard.type('Kept.')
  await saved(page, 'saved')
  // No network, then no page: what was typed is in the browser alone.
  await context.setOffline(true)
  await saved(page, 'offline')
  await page.keyboard.type(' Unsent.')
  await expect.poll(() => page.locator('.saved').innerText()).toMatch(/8 changes wait/)
  await expect.poll(() => page.evaluate(keptWaiting)).toBe(8)
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(`${site()}/#${id}/${world.person.chan}`)
  await text(again).getByText('Kept. Unsent.').waitFor()
  await saved(again, 'saved')
  const { page: dara } = await open('dara', id)
  await text(dara).getByText('Kept. Unsent.').waitFor()

  // Signing out leaves what nobody else has, and nothing more.
  await context.setOffline(true)
  await saved(again, 'offline')
  await text(again).click()
  await again.keyboard.type('!')
  await expect.poll(() => again.evaluate(keptWaiting)).toBe(1)
  await again.evaluate(forget)
  expect(await again.evaluate(keptCount)).toBe(1)
  await context.setOffline(false)
  await saved(again, 'saved')
  await expect.poll(() => again.evaluate(keptWaiting)).toBe(0)
  await again.evaluate(forget)
  await again.goto('about:blank')
  await again.goto(`${site()}/nothing`)
  await expect.poll(() => again.evaluate(keptCount)).toBe(0)
  for (const one of [again, dara]) await one.context().close()
})

const forget = () => (window as unknown as { forgetKeptTexts(): Promise<void> }).forgetKeptTexts()
const keptCount = async () => (await indexedDB.databases()).length

test('what is written while the text is sealed becomes a proposal, read side by side, and goes in when its author says', async () => {
  const id = await newPlanText(world)
  const { page, context } = await open('chan', id, { kept: world.person.chan })
  await text(page).click()
  await page.keyboard.type('Each factory is visited once.')
  await saved(page, 'saved')
  await context.setOffline(true)
  await saved(page, 'offline')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' a year, without notice.')
  await world.db.write((trx) => sealDocument(trx, id, world.now))
  await context.setOffline(false)
  const proposal = page.getByRole('region', { name: /Your proposal of/ })
  await proposal.waitFor()
  // The text is the sealed one again; this browser keeps nothing of it.
  await expect.poll(() => page.locator('.rich-text').innerText()).toBe('Each factory is visited once.')
  await expect.poll(() => page.evaluate(keptCount)).toBeLessThanOrEqual(1)
  await proposal.getByText('See it side by side').click()
  await expect
    .poll(() => proposal.locator('ins').allInnerTexts())
    .toEqual([expect.stringMatching(/^\(inserted:\)\s+a year, without notice$/)])
  expect(await proposal.locator('.side').first().innerText()).toContain('Each factory is visited once.')
  await expectAccessible(page)
  const putIn = proposal.getByRole('button', { name: 'Put it into the text' })
  expect(await putIn.getAttribute('aria-disabled')).toBe('true')

  const { page: dara } = await open('dara', id)
  await dara.locator('.rich-text').getByText('Each factory is visited once.').waitFor()
  expect(await dara.getByText('Your proposal').count()).toBe(0)
  await world.db.write((trx) => unsealDocument(trx, id))
  await expect.poll(() => page.locator('.rich-text').getAttribute('contenteditable')).toBe('true')
  await saved(page, 'saved')
  expect(await text(dara).innerText()).toBe('Each factory is visited once.')
  await expect.poll(() => putIn.getAttribute('aria-disabled')).toBe(null)
  await putIn.click()
  for (const one of [page, dara]) await text(one).getByText('visited once a year, without notice.').waitFor()
  await proposal.waitFor({ state: 'detached' })
  for (const one of [page, dara]) await one.context().close()
})

test('a text that was begun anew keeps what one wrote meanwhile as a proposal, and opens the new one', async () => {
  const id = await newPlanText(world)
  const { page, context } = await open('chan', id)
  await text(page).click()
  await page.keyboard.type('The old text.')
  await saved(page, 'saved')
  await context.setOffline(true)
  await saved(page, 'offline')
  await page.keyboard.type(' Written away.')
  const seed = new Y.Doc()
  seed.getXmlFragment('preamble').push([paragraph('The new text.')])
  await world.db.write((trx) => restartDocument(trx, id, Y.encodeStateAsUpdate(seed), world.now))
  await context.setOffline(false)
  await text(page).getByText('The new text.').waitFor()
  await saved(page, 'saved')
  const proposal = page.getByRole('region', { name: /Your proposal of/ })
  await proposal.getByText('See it side by side').click()
  await expect.poll(() => proposal.locator('.side').last().innerText()).toMatch(/The old text\..*Written away\./s)
  await proposal.getByLabel('The text as it stands now').check()
  await expect.poll(() => proposal.locator('.side').first().innerText()).toMatch(/The.*new text\./s)
  await expectAccessible(page)
  await proposal.getByRole('button', { name: 'Discard it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard it', exact: true }).click()
  await proposal.waitFor({ state: 'detached' })
  await context.close()
})

test('more than one message can hold, written without a network, goes in pieces and is all there', async () => {
  const id = await newPlanText(world)
  const { page, context } = await open('chan', id)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site() })
  await text(page).click()
  await page.keyboard.type('First.')
  await saved(page, 'saved')
  await context.setOffline(true)
  await saved(page, 'offline')
  for (const letter of ['a', 'b', 'c', 'd']) {
    await page.evaluate((words) => navigator.clipboard.writeText(words), `${letter.repeat(999)} `.repeat(55))
    await page.keyboard.press('Control+v')
  }
  await page.keyboard.type('Last.')
  await context.setOffline(false)
  await saved(page, 'saved')
  const { page: dara } = await open('dara', id)
  await text(dara).getByText('Last.').waitFor()
  expect(await text(dara).textContent()).toBe(await text(page).textContent())
  const { size } = await world.db.read
    .selectFrom('document_update')
    .select((eb) => eb.fn.max(eb.fn<number>('length', ['bytes'])).as('size'))
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(size).toBeLessThan(200_000)
  for (const one of [page, dara]) await one.context().close()
})

test('where no socket gets through, the text is written and read all the same, and the page says how', async () => {
  const id = await newPlanText(world)
  const { page: dara } = await open('dara', id)
  const { page, context } = await open('chan', id, { blocked: true })
  await page.getByText('Slow connection path').waitFor()
  await text(page).click()
  await page.keyboard.type('Sent by request.')
  await saved(page, 'saved')
  await text(dara).getByText('Sent by request.').waitFor()
  await text(dara).click()
  await dara.keyboard.press('Control+Home')
  await dara.keyboard.type('Seen without a socket. ')
  await text(page).getByText('Seen without a socket. Sent by request.').waitFor()
  await expectAccessible(page)
  await context.setOffline(true)
  await saved(page, 'offline')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Away.')
  await context.setOffline(false)
  await text(dara).getByText('Sent by request. Away.').waitFor()
  await saved(page, 'saved')
  for (const one of [page, dara]) await one.context().close()
})

test('a browser that nobody allowed to keeps nothing of a text', async () => {
  const id = await newPlanText(world)
  const { page, context } = await open('chan', id)
  await page.goto('about:blank')
  await page.goto(`${site()}/#${id}/${world.person.chan}`)
  await text(page).click()
  await page.keyboard.type('On a shared machine.')
  await saved(page, 'saved')
  expect(await page.evaluate(keptCount)).toBe(0)
  await page.evaluate((name) => (window as unknown as Parts).chooseToKeep(name, true), world.person.chan)
  await expect.poll(() => page.evaluate(keptCount)).toBe(1)
  await page.evaluate((name) => (window as unknown as Parts).chooseToKeep(name, false), world.person.chan)
  await expect.poll(() => page.evaluate(keptCount)).toBe(0)
  await context.close()
})

interface Parts {
  chooseToKeep(personId: string, keep: boolean): void
}

test('a reader reads; a session that ends closes the text; a paste that is too long is refused whole', async () => {
  const id = await newPlanText(world)
  const { page: ilona } = await open('ilona', id)
  const { page: walt, context } = await open('walt', id)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site() })
  await text(walt).click()
  await walt.keyboard.type('To be read.')
  await ilona.getByText('To be read.').waitFor()
  expect(await ilona.getByRole('textbox', { name: 'Preamble' }).count()).toBe(0)
  expect(await ilona.getByRole('toolbar').count()).toBe(0)
  await expectAccessible(ilona)

  await walt.evaluate(() => navigator.clipboard.writeText('x'.repeat(60_001)))
  await walt.keyboard.press('Control+v')
  await walt.getByText('too long to paste at once').waitFor()
  expect(await text(walt).innerText()).toBe('To be read.')

  await hall.ask('/api/session', { method: 'DELETE', headers: { Cookie: world.cookie('walt') } })
  await saved(walt, 'rejected')
  await walt.locator('.saved', { hasText: 'Sign in' }).waitFor()
  for (const page of [ilona, walt]) await page.context().close()
})

test('no page threw anything on the way', () => {
  expect(errors).toEqual([])
})

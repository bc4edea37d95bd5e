import type { Browser } from 'playwright-core'
import { demoPassword, emailOf, type PlayerKey } from '../../server/demo/cast.ts'
import { launch } from '../chromium.ts'
import { type Installation, openInstallation } from '../e2e/installation.ts'
import { get, goTo, openPerson, type Person, signIn } from '../e2e/person.ts'
import { freePort } from '../postgres.ts'
import { type Asked, chance, type Findings } from '../report.ts'
import { acts, type Hand } from './editor-acts.ts'

/**
 * Three people write one plan in a real browser, with every command that the editor and the page offer, by chance, going
 * offline and reloading between. The server must not refuse a single update of theirs, and all must read the same in the
 * end, after a reload too. The control is a gate that does not know headings, which must refuse some.
 */
export async function run({ quick, seed, say }: Asked): Promise<Findings> {
  const control = await write(
    { seed, people: ['government.kh'], only: 'tool Heading', enough: (done) => done >= 3, say },
    withoutHeadings,
  )
  say(`control: ${control.refused} updates refused by a gate that knows no headings`)
  const until = performance.now() + (quick ? 20_000 : 20 * 60_000)
  const people: PlayerKey[] = quick ? ['government.kh', 'workers.kh'] : ['government.kh', 'workers.kh', 'employers.kh']
  const { refusedWhy, missed, unused, ...figures } = await write({
    seed,
    people,
    enough: () => performance.now() > until,
    say,
  })
  if (refusedWhy !== '') say(`refused: ${refusedWhy}`)
  if (unused.length > 0) say(`never came about: ${unused.join(', ')}`)
  if (Object.keys(missed).length > 0) say(`found nothing to act on: ${JSON.stringify(missed)}`)
  return {
    figures: { ...figures, commands: Object.keys(acts).length, unused: unused.length, controlRefused: control.refused },
    pass: {
      noHonestUpdateRefused: figures.refused === 0 && figures.stored > 0,
      nobodyWasClosedOut: figures.closedForGood === 0,
      allReadTheSame: figures.differing === 0,
      everyCommandCameAbout: quick || unused.length === 0,
      noPageComplained: figures.complaints === 0,
      theControlRefuses: control.refused > 0,
    },
  }
}

interface Writing {
  seed: number
  people: readonly PlayerKey[]
  /** The one thing that they do; absent: everything. */
  only?: string | undefined
  enough: (done: number) => boolean
  say: (line: string) => void
}

const withoutHeadings = { NODE_OPTIONS: `--import ${new URL('./without-headings.ts', import.meta.url)}` }

async function write(writing: Writing, environment: Record<string, string> = {}) {
  const metricsPort = await freePort()
  const installation = await withVariables({ ...environment, METRICS_PORT: String(metricsPort) }, () =>
    openInstallation('--demo'),
  )
  const browser = await launch()
  try {
    return await writeAt(installation, metricsPort, browser, writing)
  } finally {
    await browser.close()
    await installation.remove()
  }
}

/** The installation starts in this process's environment. */
async function withVariables<T>(variables: Record<string, string>, work: () => Promise<T>): Promise<T> {
  Object.assign(process.env, variables)
  try {
    return await work()
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
  }
}

async function writeAt(
  { url }: Installation,
  metricsPort: number,
  browser: Browser,
  { seed, people, only, enough, say }: Writing,
) {
  const hands = await Promise.all(people.map((key, i) => openHand(browser, url, key, chance(seed + i))))
  const used: Record<string, number> = {}
  const missed: Record<string, number> = {}
  let done = 0
  const work = async (hand: Hand) => {
    const deal = deckOf(hand.random)
    while (!enough(done)) {
      const name = only ?? deal()
      try {
        await acts[name]!.act(hand)
        used[name] = (used[name] ?? 0) + 1
      } catch {
        missed[name] = (missed[name] ?? 0) + 1 // another removed it meanwhile, or there was nothing to act on
        await hand.person.context.setOffline(false)
      }
      done++
      if (done % 500 === 0) say(`${done} acts`)
    }
  }
  await Promise.all(hands.map(work))
  const readings = only ? [] : await readAll(hands.map(({ person }) => person))
  for (const reading of readings) if (reading !== readings[0]) say(differenceOf(readings, reading))
  const figures = await readFigures(metricsPort)
  // The page lets no style and no handler in with what is pasted, and the browser says so.
  const complaints = hands
    .flatMap(({ person }) => person.complaints)
    .filter((one) => !/Content Security Policy|ERR_NETWORK_CHANGED/.test(one))
  return {
    acts: done,
    stored: figures.get('live_updates_stored_total') ?? 0,
    refused: sumOf(figures, 'live_updates_refused_total'),
    refusedWhy: [...figures]
      .filter(([name]) => name.startsWith('live_updates_refused_total{'))
      .map(String)
      .join(' '),
    closedForGood: [...figures]
      .filter(([name]) => /^live_closes_total\{code="44\d\d"\}$/.test(name))
      .reduce((sum, [, count]) => sum + count, 0),
    differing: new Set(readings).size > 0 ? new Set(readings).size - 1 : 0,
    complaints: complaints.length,
    firstComplaint: complaints[0] ?? 'none',
    missed,
    unused: Object.keys(acts).filter((name) => !used[name]),
  }
}

/** Deals out every command, as often as it weighs, in an order by chance; then all of them anew. */
function deckOf(random: () => number): () => string {
  let deck: { name: string; at: number }[] = []
  return () => {
    if (deck.length === 0)
      deck = Object.entries(acts)
        .flatMap(([name, { weight }]) => Array.from({ length: weight }, () => ({ name, at: random() })))
        .sort((a, b) => a.at - b.at)
    return deck.pop()!.name
  }
}

/** Somebody at the plan that the demonstration's open forum writes. */
async function openHand(browser: Browser, url: string, key: PlayerKey, random: () => number): Promise<Hand> {
  const person = await openPerson(browser, url, key, { viewport: { width: 1000, height: 1_200 } })
  await person.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  await signIn(person, emailOf(key), demoPassword)
  const [agreement] = await get<{ id: string; slug: string }[]>(person, 'GET', '/api/agreements')
  const fora = await get<{ label: string; stage: string }[]>(person, 'GET', `/api/agreements/${agreement!.id}/forums`)
  const path = `/a/${agreement!.slug}/fora/${fora.find(({ stage }) => stage === 'deliberation')!.label}/plan`
  await goTo(person, path)
  // A browser drops what it is loading when the machine's network changes, whatever it loads it from.
  for (let tries = 0; tries < 2 && !(await isWritable(person)); tries++) await goTo(person, path)
  if (!(await isWritable(person)))
    throw new Error(`no text to write in; the page says: ${await person.page.locator('.saved').allInnerTexts()}`)
  return { person, random }
}

const isWritable = ({ page }: Person): Promise<boolean> =>
  page
    .locator('.rich-text[contenteditable="true"]')
    .first()
    .waitFor({ timeout: 15_000 })
    .then(
      () => true,
      () => false,
    )

/** What each reads once everything is saved, and again after a reload: one reading if all is well. */
async function readAll(people: readonly Person[]): Promise<string[]> {
  const saved = () =>
    Promise.all(people.map(({ page }) => page.locator('.saved[data-state="saved"]').waitFor({ timeout: 60_000 })))
  for (const { context } of people) await context.setOffline(false)
  for (const { page } of people) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const shown = page.locator('#whowrote')
    if (await shown.isChecked()) await shown.click()
  }
  await saved()
  const before = await settledReadings(people)
  for (const { page } of people) {
    await page.reload()
    await page.locator('.rich-text[contenteditable="true"]').first().waitFor()
  }
  await saved()
  return [...before, ...(await settledReadings(people))]
}

/** Where one reading leaves the first, and whose it is: each person's before the reload, then each one's after it. */
function differenceOf(readings: readonly string[], reading: string): string {
  const first = readings[0]!
  let at = 0
  while (first[at] === reading[at]) at++
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
  return `reading ${readings.indexOf(reading) + 1} of ${readings.length} differs: ${near(reading)}, not ${near(first)}`
}

/** Read until twice the same: the last words of others may still be on their way to the page. */
async function settledReadings(people: readonly Person[]): Promise<string[]> {
  let last: string[] = []
  for (let tries = 0; tries < 40; tries++) {
    for (const person of people) await unfold(person)
    const now = await Promise.all(people.map(({ page }) => page.evaluate(readPlan)))
    if (new Set(now).size === 1 && now[0] === last[0]) return now
    last = now
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return last
}

/** A text is an editor once it was near to what is in sight: brings each there. */
async function unfold({ page }: Person): Promise<void> {
  for (const measure of await page.locator('section.measure').all()) {
    await measure.scrollIntoViewIfNeeded()
    await measure.locator('.rich-text').waitFor()
  }
}

/** The whole plan as the page has it: every text with its structure, every field. */
function readPlan(): string {
  const texts = [...document.querySelectorAll('.rich-text')].map((text) => {
    const copy = text.cloneNode(true) as Element
    for (const mark of copy.querySelectorAll('.caret, .by-tag, .ProseMirror-separator, .ProseMirror-trailingBreak'))
      mark.remove()
    // That a line break is bold is the browser's own affair: the editor shares the marks of characters alone.
    for (const mark of copy.querySelectorAll('strong, em'))
      if (mark.textContent === '') mark.replaceWith(...mark.childNodes)
    for (const one of copy.querySelectorAll('*'))
      for (const name of one.getAttributeNames()) if (name !== 'start') one.removeAttribute(name)
    return copy.innerHTML
  })
  const fields = [
    ...document.querySelectorAll(
      'main :is(section.measure, .plan-head) :is(textarea, input:not([type="checkbox"]), select)',
    ),
  ].map((field) => (field as HTMLInputElement).value)
  return JSON.stringify({ texts, fields })
}

async function readFigures(port: number): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )
}

const sumOf = (figures: ReadonlyMap<string, number>, name: string): number =>
  [...figures].filter(([key]) => key.startsWith(`${name}{`)).reduce((sum, [, count]) => sum + count, 0)

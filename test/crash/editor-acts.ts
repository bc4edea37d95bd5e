import type { Locator, Page } from 'playwright-core'
import type { Person as Someone } from '../e2e/person.ts'
import { pastes } from './editor-pastes.ts'

/** Whoever acts, and chance that says where and what. */
export interface Hand {
  person: Someone
  random: () => number
}
export type Act = (hand: Hand) => Promise<void>

const quickly = { timeout: 2_000 }
const upTo = ({ random }: Hand, count: number): number => Math.floor(random() * count)
const oneOf = <T>(hand: Hand, list: readonly T[]): T => list[upTo(hand, list.length)]!
const pageOf = ({ person }: Hand): Page => person.page

/** One of what matches now. */
async function any(hand: Hand, what: Locator): Promise<Locator> {
  const count = await what.count()
  if (count === 0) throw new Error('there is none now')
  return what.nth(upTo(hand, count))
}

/** Puts the cursor somewhere in one of the texts. */
async function enter(hand: Hand): Promise<Locator> {
  const page = pageOf(hand)
  const text = await any(hand, page.locator('.rich-text[contenteditable="true"]'))
  await text.focus(quickly)
  await page.keyboard.press(oneOf(hand, ['Control+Home', 'Control+End', 'End', 'Home']))
  for (let i = upTo(hand, 6); i > 0; i--)
    await page.keyboard.press(oneOf(hand, ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']))
  return text
}

async function select(hand: Hand): Promise<Locator> {
  const text = await enter(hand)
  const page = pageOf(hand)
  const how = upTo(hand, 4)
  if (how === 0) await page.keyboard.press('Control+a')
  else if (how === 1) await page.keyboard.press(oneOf(hand, ['Shift+Home', 'Shift+End']))
  else
    for (let i = 1 + upTo(hand, 8); i > 0; i--)
      await page.keyboard.press(oneOf(hand, ['Shift+ArrowRight', 'Shift+ArrowDown', 'Control+Shift+ArrowRight']))
  return text
}

const said = [
  'each factory ',
  'is visited ',
  'twice a year ',
  'in Khmer ',
  'ប្រាក់ ',
  '👩‍🏭 ',
  '— ',
  'without notice. ',
  '95 % ',
]
const type = async (hand: Hand): Promise<void> => {
  await enter(hand)
  for (let i = 1 + upTo(hand, 3); i > 0; i--) await pageOf(hand).keyboard.type(oneOf(hand, said))
}
const press =
  (...keys: string[]): Act =>
  async (hand) => {
    await enter(hand)
    for (const key of keys) await pageOf(hand).keyboard.press(key)
  }
const pressOnSelected =
  (...keys: string[]): Act =>
  async (hand) => {
    await select(hand)
    for (const key of keys) await pageOf(hand).keyboard.press(key)
  }
/** What turns into something else as it is typed at the beginning of a line. */
const typed =
  (words: string): Act =>
  async (hand) => {
    await enter(hand)
    await pageOf(hand).keyboard.press('End')
    await pageOf(hand).keyboard.press('Enter')
    await pageOf(hand).keyboard.type(words)
  }
const tool =
  (name: string): Act =>
  async (hand) => {
    const text = await select(hand)
    const id = await text.getAttribute('id')
    await pageOf(hand)
      .locator(`[role="toolbar"][aria-controls="${id}"]`)
      .getByRole('button', { name, exact: true })
      .click(quickly)
  }
const paste =
  (html: string): Act =>
  async (hand) => {
    const text = await (hand.random() < 0.5 ? enter(hand) : select(hand))
    await text.evaluate(put, { html, as: 'paste', at: [0, 0] })
  }

/** As the browser does when somebody pastes or drops. */
function put(place: Element, { html, as, at }: { html: string; as: string; at: number[] }): void {
  const brought = new DataTransfer()
  brought.setData('text/html', html)
  brought.setData('text/plain', new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '')
  const usual = { bubbles: true, cancelable: true }
  place.dispatchEvent(
    as === 'paste'
      ? new ClipboardEvent('paste', { ...usual, clipboardData: brought })
      : new DragEvent('drop', { ...usual, dataTransfer: brought, clientX: at[0]!, clientY: at[1]! }),
  )
}

const drop: Act = async (hand) => {
  const text = await enter(hand)
  const box = (await text.boundingBox(quickly))!
  const at = [box.x + 20 + upTo(hand, 100), box.y + upTo(hand, Math.max(1, Math.floor(box.height)))]
  await text.evaluate(put, { html: oneOf(hand, Object.values(pastes)), as: 'drop', at })
}

/** Takes what is selected with the mouse to another place. */
const drag: Act = async (hand) => {
  const page = pageOf(hand)
  const text = await any(hand, page.locator('.rich-text[contenteditable="true"]'))
  await text.scrollIntoViewIfNeeded(quickly)
  const box = (await text.boundingBox(quickly))!
  const x = box.x + 30
  const y = box.y + Math.min(box.height / 2, 14)
  await page.mouse.dblclick(x, y)
  await page.mouse.move(x + 3, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 2, { steps: 4 })
  await page.mouse.move(x + 40 + upTo(hand, 200), box.y + Math.max(2, box.height - 8), { steps: 4 })
  await page.mouse.up()
}

const field: Act = async (hand) => {
  const page = pageOf(hand)
  const input = await any(
    hand,
    page.locator('.measure fieldset.fields :is(textarea, input[type="text"]), .title-field :is(textarea, input)'),
  )
  await input.fill(
    oneOf(hand, ['', '62.5', 'Department of Labour Inspection', said.join(''), '៩៥', '=1+1', '<b>bold</b>']),
    quickly,
  )
  await input.blur()
}
const dateField: Act = async (hand) => {
  const input = await any(hand, pageOf(hand).locator('.measure input[type="date"]'))
  await input.fill(oneOf(hand, ['2027-01-01', '2027-12-31', '']), quickly)
}
const party: Act = async (hand) => {
  const list = await any(hand, pageOf(hand).locator('.measure fieldset.fields select'))
  await list.selectOption({ index: 1 + upTo(hand, 2) }, quickly)
}

const button =
  (name: string | RegExp): Act =>
  async (hand) =>
    (
      await any(
        hand,
        pageOf(hand).getByRole('button', { name }).and(pageOf(hand).locator(':enabled:not([aria-disabled="true"])')),
      )
    ).click(quickly)

const measures = (hand: Hand): Promise<number> => pageOf(hand).locator('section.measure').count()
const add: Act = async (hand) => {
  if ((await measures(hand)) < 7) await button('Add a measure')(hand)
}
const remove: Act = async (hand) => {
  if ((await measures(hand)) > 3) await button(/^Remove measure/)(hand)
}
const removeAndPutBack: Act = async (hand) => {
  await button(/^Remove measure/)(hand)
  await pageOf(hand).getByRole('button', { name: 'Put it back' }).click(quickly)
}

const answer: Act = async (hand) => {
  const part = await any(
    hand,
    pageOf(hand).locator('section.measure details', { hasText: 'Agenda items that it answers' }),
  )
  await part.evaluate((details) => void details.setAttribute('open', ''))
  await (await any(hand, part.getByRole('checkbox'))).click(quickly)
}

const away: Act = async (hand) => {
  await hand.person.context.setOffline(true)
  for (let i = 1 + upTo(hand, 3); i > 0; i--)
    await oneOf(hand, [type, type, field, tool('Bold'), paste(pastes.docs!), press('Enter')])(hand).catch(() => {})
  await hand.person.context.setOffline(false)
}
const reload: Act = async (hand) => {
  await pageOf(hand).reload()
  await pageOf(hand).locator('.rich-text[contenteditable="true"]').first().waitFor()
}

/** Every command that the editor and the page of a plan offer, by name, with how often it comes up beside the others. */
export const acts: Record<string, { act: Act; weight: number }> = {
  type: { act: type, weight: 12 },
  'new paragraph': { act: press('Enter'), weight: 3 },
  'hard break': { act: press('Shift+Enter'), weight: 2 },
  'into the list': { act: press('Tab'), weight: 1 },
  'out of the list': { act: press('Shift+Tab'), weight: 1 },
  erase: { act: press('Backspace', 'Backspace', 'Delete'), weight: 3 },
  'erase a word': { act: press('Control+Backspace'), weight: 1 },
  'erase what is selected': { act: pressOnSelected('Delete'), weight: 2 },
  'erase all': { act: press('Control+a', 'Backspace'), weight: 1 },
  'cut and paste': { act: pressOnSelected('Control+x', 'ArrowRight', 'Control+v'), weight: 2 },
  'copy and paste': { act: pressOnSelected('Control+c', 'End', 'Control+v'), weight: 1 },
  ...Object.fromEntries(
    ['Bold', 'Italic', 'Heading', 'Smaller heading', 'Bulleted list', 'Numbered list', 'Quotation', 'Undo', 'Redo'].map(
      (name) => [`tool ${name}`, { act: tool(name), weight: 2 }],
    ),
  ),
  ...Object.fromEntries(
    [
      'Control+b',
      'Control+i',
      'Control+Shift+7',
      'Control+Shift+8',
      'Control+Shift+b',
      'Control+Alt+2',
      'Control+Alt+4',
      'Control+Alt+0',
    ].map((keys) => [`keys ${keys}`, { act: pressOnSelected(keys), weight: 1 }]),
  ),
  ...Object.fromEntries(
    ['## Heading', '#### Smaller', '- item', '1. item', '> quoted', '**bold** ', '_italic_ '].map((words) => [
      `typed ${words}`,
      { act: typed(words), weight: 1 },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(pastes).map(([name, html]) => [`paste ${name}`, { act: paste(html), weight: 1 }]),
  ),
  'undo and redo': { act: press('Control+z', 'Control+z', 'Control+z', 'Control+y', 'Control+y'), weight: 2 },
  drop: { act: drop, weight: 1 },
  drag: { act: drag, weight: 2 },
  field: { act: field, weight: 4 },
  'field of a day': { act: dateField, weight: 1 },
  'field of a party': { act: party, weight: 1 },
  'add a measure': { act: add, weight: 2 },
  'remove a measure': { act: remove, weight: 1 },
  'remove it and put it back': { act: removeAndPutBack, weight: 1 },
  'move a measure up': { act: button(/^Move up measure/), weight: 1 },
  'move a measure down': { act: button(/^Move down measure/), weight: 1 },
  'undo in the plan': { act: button(/^Undo$/), weight: 1 },
  'redo in the plan': { act: button(/^Redo$/), weight: 1 },
  'answer an item': { act: answer, weight: 1 },
  'who wrote what': { act: async (hand) => pageOf(hand).locator('#whowrote').click(quickly), weight: 1 },
  'write without network': { act: away, weight: 1 },
  reload: { act: reload, weight: 1 },
}

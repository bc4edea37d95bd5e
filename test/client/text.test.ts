import { beforeAll, expect, test, vi } from 'vitest'
import {
  daysLeft,
  formatDay,
  formatInstant,
  formatNumber,
  formatPercent,
  hasText,
  loadTexts,
  rich,
  speak,
  t,
  tKind,
} from '../../client/text.ts'

const root: { lang?: string; dir?: string } = {}
beforeAll(() => void vi.stubGlobal('document', { documentElement: root }))

/** Intl puts no-break spaces where the language does. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('a change of language changes every sentence, and the page says which it is in', async () => {
  await speak('en')
  expect(t('shell.duties')).toBe('My duties')
  await speak('fr')
  expect(t('shell.duties')).toBe('Mes tâches')
  expect(root).toEqual({ lang: 'fr', dir: 'ltr' })
})

test('a room’s sentences come with its page, and after that in each language that is chosen', async () => {
  await speak('en')
  await loadTexts('ledger')
  expect(t('ledger.title')).toBe('Ledger')
  await speak('es')
  expect(t('ledger.title')).toBe('Registro de actos')
})

test('a sentence that is asked for before its room is loaded is empty, and comes by itself', async () => {
  await speak('en')
  expect(t('publication.title')).toBe('')
  await vi.waitFor(() => expect(t('publication.title')).not.toBe(''))
})

test('a kind that has no sentence yet is shown by its own words, never as a blank', async () => {
  await speak('en')
  expect(tKind('ui.missing', 'not_reported')).toBe('not reported')
  expect(tKind('ui.missing', 'lost_in_post')).toBe('lost in post')
  expect(hasText('ui.missing.lost_in_post')).toBe(false)
})

test('elements stand inside a sentence where the language puts them', async () => {
  await speak('fr')
  const made = { name: 'b' } as unknown as HTMLElement
  expect(rich('ui.lockedOn', { b: () => made }, { when: '18 décembre 2009' })).toEqual([made, ' le 18 décembre 2009'])
})

test('a day is the same day for readers in every zone', async () => {
  await speak('en')
  vi.stubEnv('TZ', 'America/Los_Angeles')
  expect(formatDay('2010-12-01')).toBe('1 December 2010')
  expect(formatDay('2010-12-01', 'short')).toBe('1 Dec')
  vi.stubEnv('TZ', 'UTC')
  expect(plain(formatInstant('2009-12-18T16:04:00.000Z'))).toBe('18 Dec 2009, 16:04')
  vi.unstubAllEnvs()
})

test('figures are written as the language writes them', async () => {
  await speak('fr')
  expect(plain(formatNumber(1204.5))).toBe('1 204,5')
  expect(plain(formatPercent(57.14))).toBe('57,1 %')
  await speak('en')
  expect(formatPercent(57)).toBe('57%')
})

test('a due date says how long is left, or how late it is', async () => {
  await speak('en')
  expect(daysLeft('2010-10-12', '2010-10-14')).toBe('2 days late')
  expect(daysLeft('2010-10-14', '2010-10-14')).toBe('today')
  expect(daysLeft('2010-10-15', '2010-10-14')).toBe('tomorrow')
  expect(daysLeft('2010-10-29', '2010-10-14')).toBe('in 15 days')
})

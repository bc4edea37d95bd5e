import type { JSX } from 'solid-js'
import { createSignal } from 'solid-js'
import { type Day, dayOf, daysBetween, type Instant } from '../shared/dates.ts'
import type { TextKey } from '../shared/text/index.ts'
import { directionOf, isLanguage, type Language, languageFor, locales } from '../shared/text/languages.ts'
import { formatMessage, formatParts, type Source, type Values } from '../shared/text/message.ts'
import { type Room, roomOf } from '../shared/text/rooms.ts'

export type { TextKey } from '../shared/text/index.ts'
export type { Language } from '../shared/text/languages.ts'
export type { Values } from '../shared/text/message.ts'

type Catalogue = Record<string, Source>

const files = import.meta.glob<Record<string, Catalogue>>('../shared/text/*/*.ts')
const [catalogues, setCatalogues] = createSignal<Partial<Record<Language, Catalogue>>>({})
const loading = new Map<string, Promise<void>>()
const wanted = new Set<Room>(['shell', 'ui'])
const stored = 'parley.language'

const [language, setLanguage] = createSignal<Language>(startLanguage())

/** The language of the page, as a signal: what reads it is said again when it changes. */
export { language }

/** The language that this person chose in this browser, if any. */
export function chosenLanguage(): Language | undefined {
  const chosen = globalThis.localStorage?.getItem(stored)
  return isLanguage(chosen) ? chosen : undefined
}

function startLanguage(): Language {
  return chosenLanguage() ?? languageFor(globalThis.navigator?.languages ?? [])
}

/** Brings the sentences of the rooms, in the page's language. Pages do it while they load; see routes.tsx. */
export async function loadTexts(...rooms: Room[]): Promise<void> {
  for (const room of rooms) wanted.add(room)
  await loadAll(language())
}

/** Changes the language where one is: the page stays, its words change. */
export async function speak(to: Language): Promise<void> {
  await loadAll(to)
  setLanguage(to)
  document.documentElement.lang = to
  document.documentElement.dir = directionOf(to)
}

/** As `speak`, remembered in this browser as the person's choice. */
export async function chooseLanguage(to: Language): Promise<void> {
  localStorage.setItem(stored, to)
  await speak(to)
}

const loadAll = async (of: Language) => void (await Promise.all([...wanted].map((room) => loadRoom(of, room))))

function loadRoom(of: Language, room: Room): Promise<void> {
  const path = `../shared/text/${of}/${room}.ts`
  const known = loading.get(path)
  if (known) return known
  const asked = (async () => {
    const file = await files[path]?.()
    setCatalogues((all) => ({ ...all, [of]: { ...all[of], ...file?.[room] } }))
  })()
  loading.set(path, asked)
  asked.catch(() => loading.delete(path))
  return asked
}

/** The sentence of a key; empty for the moment that its catalogue takes to arrive. */
export function t(key: TextKey, values?: Values): string {
  const source = find(key)
  return source === undefined ? '' : formatMessage(language(), source, values)
}

type Tags = Record<string, (inner: JSX.Element) => JSX.Element>

/** A sentence with elements in it: `<a>…</a>` of the catalogue becomes what `tags.a` makes of its inside. */
export function rich(key: TextKey, tags: Tags, values: Values = {}): JSX.Element {
  const source = find(key)
  return source === undefined ? '' : formatParts<JSX.Element>(language(), source, { ...values, ...tags })
}

/** A sentence whose key ends in a word of the records, such as `duty.` + kind; the word itself where there is none. */
export function tKind(prefix: string, kind: string, values?: Values): string {
  const source = find(`${prefix}.${kind}`)
  return source === undefined ? kind.replaceAll(/[._]/g, ' ') : formatMessage(language(), source, values)
}

export const hasText = (key: string): boolean => find(key) !== undefined

function find(key: string): Source | undefined {
  const source = catalogues()[language()]?.[key]
  if (source !== undefined) return source
  const room = roomOf(key)
  if (room && !wanted.has(room)) void loadTexts(room)
  return undefined
}

const dayStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A calendar day in words; it has no zone and is not moved by the reader's. */
export const formatDay = (day: Day, style: keyof typeof dayStyles = 'long'): string =>
  new Intl.DateTimeFormat(locales[language()], { ...dayStyles[style], timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** An instant in the reader's zone: day and time, or the time alone. */
export const formatInstant = (instant: Instant, style: 'full' | 'medium' | 'time' = 'medium'): string =>
  new Intl.DateTimeFormat(
    locales[language()],
    style === 'time'
      ? { timeStyle: 'medium' }
      : { dateStyle: style === 'full' ? 'long' : 'medium', timeStyle: 'short' },
  ).format(new Date(instant))

/** Kept, since making one takes longer than a hundred uses of it, and a comparison writes thousands of figures. */
const numberFormats = new Map<string, Intl.NumberFormat>()

export function formatNumber(value: number, options: Intl.NumberFormatOptions = { maximumFractionDigits: 2 }): string {
  const key = language() + JSON.stringify(options)
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locales[language()], options)
  numberFormats.set(key, format)
  return format.format(value)
}

/** A share given as per cent: 57 → `57%`, `57 %` in French. */
export const formatPercent = (percent: number, digits = 1): string =>
  formatNumber(percent / 100, { style: 'percent', maximumFractionDigits: digits })

export const formatList = (words: readonly string[]): string =>
  new Intl.ListFormat(locales[language()], { type: 'conjunction' }).format(words)

/** Today as charters count days, in UTC. */
export const today = (): Day => dayOf(new Date().toISOString())

/** `2 days late`, `today`, `tomorrow`, `in 4 days`. */
export function daysLeft(due: Day, from: Day = today()): string {
  const days = daysBetween(from, due)
  return days < 0 ? t('ui.daysLate', { days: -days }) : t('ui.daysLeft', { days })
}

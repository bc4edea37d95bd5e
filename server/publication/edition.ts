import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import type { Day, Instant } from '../../shared/dates.ts'
import { grainOf, type Period, yearOf } from '../../shared/period.ts'
import { isTextKey, sentence, type TextKey } from '../../shared/text/index.ts'
import { isLanguage, type Language, languageFor, locales } from '../../shared/text/languages.ts'
import type { Values } from '../../shared/text/message.ts'
import type { Env } from '../http/env.ts'

/** One page in one language, for a reader who has no script: its sentences, dates, figures and addresses. */
export interface Edition {
  language: Language
  publicUrl: string
  styles: readonly string[]
  t(key: TextKey, values?: Values): string
  /** The sentence of a code: `axis.implementation` + `partly`. The code itself where a catalogue lacks it. */
  word(prefix: string, code: string, values?: Values): string
  day(day: Day): string
  /** The time that a record speaks of: `2019`, `2019-H2`, `2019-04`. */
  period(period: Period): string
  /** A moment of a formal step, in UTC and said so: everyone reads the same page. */
  instant(instant: Instant): string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** The party's name in this language where it is a country's English name; else as the parties wrote it. */
  party(party: { code: string; name: string }): string
  list(words: readonly string[]): string
  /** The address of another public page, in this language where the reader chose it. */
  link(path: string): string
}

/** The edition that a request asks for: `?lang=` where it says one, else what the browser prefers. */
export function editionFor(c: Context<Env>): Edition {
  const chosen = c.req.query('lang')
  const language = isLanguage(chosen) ? chosen : preferred(c.req.header('Accept-Language'))
  const locale = locales[language]
  return {
    language,
    publicUrl: c.var.site.publicUrl.replace(/\/$/, ''),
    styles: c.var.site.styles,
    t: (key, values) => sentence(language, key, values),
    word: (prefix, code, values) => {
      const key = `${prefix}.${code}`
      return isTextKey(key) ? sentence(language, key, values) : code.replaceAll('_', ' ')
    },
    day: (day) => dates(locale, { dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`)),
    period: (period) => periodWords(locale, language, period),
    instant: (at) => dates(locale, instantStyle).format(new Date(at)),
    number: (value, options) => new Intl.NumberFormat(locale, options ?? { maximumFractionDigits: 2 }).format(value),
    party: ({ code, name }) => (countryName(code, 'en') === name ? countryName(code, language) : undefined) ?? name,
    list: (words) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
    link: (path) => (isLanguage(chosen) ? withQuery(path, { lang: language }) : path),
  }
}

const instantStyle = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

const dates = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })

const countryName = (code: string, language: Language): string | undefined =>
  /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code) : undefined

const preferred = (accepted: string | undefined): Language =>
  languageFor(
    parseAccept(accepted ?? '')
      .filter((one) => one.q > 0)
      .sort((a, b) => b.q - a.q)
      .map((one) => one.type),
  )

function periodWords(locale: string, language: Language, period: Period): string {
  const grain = grainOf(period)
  if (grain === 'year') return period
  if (grain === 'month')
    return dates(locale, { month: 'long', year: 'numeric' }).format(new Date(`${period}-01T00:00:00Z`))
  const [part, year] = [period.slice(6), String(yearOf(period))]
  return grain === 'half_year'
    ? sentence(language, 'record.period.half', { half: part, year })
    : sentence(language, 'record.period.quarter', { quarter: part, year })
}

/** The address with these added to its query. A place on the page stays at the end. */
export function withQuery(path: string, query: Record<string, string>): string {
  const [page, place] = path.split('#') as [string, string | undefined]
  const added = new URLSearchParams(query).toString()
  const joint = added === '' ? '' : page.includes('?') ? '&' : '?'
  return `${page}${joint}${added}${place === undefined ? '' : `#${place}`}`
}

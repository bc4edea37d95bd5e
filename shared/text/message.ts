import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, locales } from './languages.ts'

/** What a sentence may name. Days and instants are formatted first and passed as text, so that their zone is plain. */
export type Value = string | number | boolean | undefined
export type Values = Record<string, Value>

const parsed = new Map<string, IntlMessageFormat>()

/** One ICU sentence, parsed once for a language. */
export function message(language: Language, source: string): IntlMessageFormat {
  const key = `${language}\n${source}`
  const known = parsed.get(key)
  if (known) return known
  const made = new IntlMessageFormat(source, locales[language])
  parsed.set(key, made)
  return made
}

/** The sentence with its values in place, as plain text. */
export const formatMessage = (language: Language, source: string, values: Values = {}): string =>
  String(message(language, source).format(values))

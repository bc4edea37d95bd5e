import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, locales } from './languages.ts'

/** What a sentence may name. Days and instants are formatted first and passed as text, so that their zone is plain. */
export type Value = string | number | boolean | undefined
export type Values = Record<string, Value>

/** A sentence of a catalogue: ICU text, or what the build made of it, so that no browser has to carry the parser. */
export type Source = ConstructorParameters<typeof IntlMessageFormat>[0]

/** Whether a sentence names something or has elements in it; all others are said as they stand. */
export const hasSyntax = (source: Source): boolean => typeof source !== 'string' || /[{}<]/.test(source)

const parsed = new Map<Language, Map<Source, IntlMessageFormat>>()

function message(language: Language, source: Source): IntlMessageFormat {
  const known = parsed.get(language)?.get(source)
  if (known) return known
  const made = new IntlMessageFormat(source, locales[language])
  if (!parsed.has(language)) parsed.set(language, new Map())
  parsed.get(language)?.set(source, made)
  return made
}

/** The sentence with its values in place, as plain text. */
export const formatMessage = (language: Language, source: Source, values: Values = {}): string =>
  unbroken(language, hasSyntax(source) ? String(message(language, source).format(values)) : (source as string))

/** The sentence in parts: text, and what each `<tag>` was made into by the function of its name. */
export function formatParts<Part>(
  language: Language,
  source: Source,
  values: Record<string, Value | ((inner: (string | Part)[]) => Part)>,
): (string | Part)[] {
  if (!hasSyntax(source)) return [unbroken(language, source as string)]
  const formatted = message(language, source).format<Part>(values)
  const parts = Array.isArray(formatted) ? formatted : [formatted as string | Part]
  return parts.map((part) => (typeof part === 'string' ? unbroken(language, part) : part))
}

/** French sets a space before these signs and inside its quotation marks, and no line breaks at it. */
const unbroken = (language: Language, text: string): string =>
  language === 'fr' ? text.replace(/ (?=[?!:;»])|(?<=«) /g, '\u00a0') : text

/** The languages of the catalogues, in the order in which they are offered. */
export const languages = ['en', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, as a person looks for it. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español' }

/** What `Intl` is asked for: English is written the British way. */
export const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr', es: 'es' }

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

/** Text direction, for `<html dir>`; right-to-left scripts need nothing but their catalogues. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  ['ar', 'fa', 'he', 'ur'].includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** The first of the wished languages (`fr-CA`, `en`, …) that there is a catalogue for. */
export const languageFor = (wished: readonly string[]): Language =>
  wished.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'

import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { refusals } from '../../shared/refusals.ts'
import { catalogues, isTextKey, sentence } from '../../shared/text/index.ts'
import { directionOf, languageFor, languages, locales } from '../../shared/text/languages.ts'
import { formatMessage, formatParts } from '../../shared/text/message.ts'
import { roomOf } from '../../shared/text/rooms.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** What a sentence names and which elements it has: `{name}`, `<b>`. */
function placeholders(elements: readonly Element[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === 8) found.add(`<${element.value}>`)
    else if (element.type !== 0 && element.type !== 7) found.add(`{${element.value}}`)
    if ('children' in element) placeholders(element.children, found)
    if ('options' in element) for (const option of Object.values(element.options)) placeholders(option.value, found)
  }
  return found
}

const namedBy = (language: (typeof languages)[number], key: string) => {
  const source = (catalogues[language] as Record<string, string>)[key] as string
  return [...placeholders(new IntlMessageFormat(source, locales[language]).getAst())].sort()
}

const keys = Object.keys(catalogues.en)

describe.each(languages)('the sentences in %s', (language) => {
  const catalogue: Record<string, string> = catalogues[language]

  test('have the same keys as the English ones', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort())
  })

  test('say something, without blanks around it and without the straight apostrophe that ICU takes for a quote', () => {
    const wrong = Object.entries(catalogue).filter(([, text]) => !text || text !== text.trim() || text.includes("'"))
    expect(wrong).toEqual([])
  })

  test('can be parsed, and name what the English ones name', () => {
    const differing = keys.filter((key) => namedBy(language, key).join() !== namedBy('en', key).join())
    expect(differing).toEqual([])
  })

  test('have one for every refusal, which names nothing: a button says it before the server could', () => {
    for (const code of Object.keys(refusals)) {
      expect(catalogue, code).toHaveProperty([`refusal.${code}`])
      expect(namedBy(language, `refusal.${code}`), code).toEqual([])
    }
  })
})

test('every key begins with the name of the room whose catalogue has it', async () => {
  const files = import.meta.glob<Record<string, Record<string, string>>>('../../shared/text/en/*.ts')
  for (const [path, load] of Object.entries(files)) {
    const room = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
    const texts = (await load())[room] as Record<string, string>
    const strays = Object.keys(texts).filter((key) => roomOf(key) !== room)
    expect(strays, room).toEqual([])
    expect(
      Object.keys(texts).filter((key) => !isTextKey(key)),
      `${room} is registered`,
    ).toEqual([])
  }
})

test('there is no sentence for a refusal that does not exist', () => {
  const left = keys.filter((key) => key.startsWith('refusal.') && !(key.slice('refusal.'.length) in refusals))
  expect(left).toEqual([])
})

test('the server says a sentence in a language, with its plural', () => {
  expect(sentence('en', 'ui.daysLate', { days: 1 })).toBe('1 day late')
  expect(sentence('fr', 'ui.daysLate', { days: 2 })).toBe('2 jours de retard')
  expect(sentence('es', 'ui.daysLeft', { days: 0 })).toBe('hoy')
})

test('a sentence without names or elements is said as it stands', () => {
  expect(formatMessage('en', '50 # of ’all’')).toBe('50 # of ’all’')
})

test('an element of a sentence becomes what its function makes of the inside', () => {
  const parts = formatParts<{ link: unknown }>('en', 'Read <a>the text</a> of {party}.', {
    party: 'Cambodia',
    a: (inner) => ({ link: inner }),
  })
  expect(parts).toEqual(['Read ', { link: ['the text'] }, ' of Cambodia.'])
})

test('a browser gets the first of its languages that there is, else English', () => {
  expect(languageFor(['km-KH', 'fr-CA', 'en'])).toBe('fr')
  expect(languageFor(['km'])).toBe('en')
  expect(directionOf('ar-EG')).toBe('rtl')
  expect(directionOf('es')).toBe('ltr')
})

test('a French sentence does not break before its signs nor inside its quotation marks', () => {
  expect(formatMessage('fr', 'Qui observe ? « {who} » : fin', { who: 'BIT' })).toBe(
    'Qui observe\u00a0? «\u00a0BIT\u00a0»\u00a0: fin',
  )
  expect(formatParts('fr', 'Lire <b>ceci</b> : fin', { b: (inner) => inner.join('') }).join('')).toBe(
    'Lire ceci\u00a0: fin',
  )
  expect(formatMessage('en', 'Who ? : {who}', { who: 'x' })).toBe('Who ? : x')
})

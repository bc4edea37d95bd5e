import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogues } from '../../shared/text/index.ts'
import { languages } from '../../shared/text/languages.ts'
import { formatMessage } from '../../shared/text/message.ts'

/** What a kind is said as: an act in the ledger, a duty with its reason and its button, a piece of news. */
const families = { act: [''], duty: ['', '.why', '.act'], news: [''] } as const
type Family = keyof typeof families

/** The names by which the house hands its facts over, and what they become: `recordAct(…)`, `const news = {…}`. */
const marks: Record<Family, RegExp> = {
  act: /\brecordAct\(|\b(?:const|let) (?:act|step|act\w+) = /,
  duty: /\b(?:openDuty|closeDuty)\(|\b(?:const|let) duty = /,
  news: /\bnotify(?:Seats)?\(|\b(?:const|let) news = /,
}

/** Every kind that the server names, with what it is said as; undefined where the source does not tell. */
function kindsIn(source: string): { kind: string; family: Family | undefined }[] {
  const found: { kind: string; family: Family | undefined }[] = []
  for (const statement of statementsOf(source)) {
    for (const [, kind] of statement.matchAll(/\bkind(?:: |\s*=\s*)'([a-z]+\.[a-z_]+)'/g))
      found.push({ kind: kind!, family: familyOf(statement) })
    for (const [, kind] of statement.matchAll(/\b(?:closeDuty)\(\s*trx,\s*'([a-z]+\.[a-z_]+)'/g))
      found.push({ kind: kind!, family: 'duty' })
    for (const [, kind] of statement.matchAll(/\btellOfItem\([^)]*?'([a-z]+\.[a-z_]+)'/g))
      for (const family of ['act', 'news'] as const) found.push({ kind: kind!, family })
  }
  return found
}

/** A statement from its first line to the next one that is indented no more than it. */
const statementsOf = (source: string): string[] =>
  source.split(/\n(?= {0,4}(?:await|const|let|return|if|for|export|async|else)\b)/)

function familyOf(statement: string): Family | undefined {
  const told = (Object.keys(marks) as Family[]).filter((family) => marks[family].test(statement))
  return told.length === 1 ? told[0] : undefined
}

const files = globSync('server/**/*.ts').map((path) => ({ path, source: readFileSync(path, 'utf8') }))
const kinds = files.flatMap(({ path, source }) => kindsIn(source).map((found) => ({ ...found, path })))
/** What is named in a table or given to a function is found by its form: a noun and what was done to it. */
const done = /'((?!publication\.)[a-z]+\.(?:[a-z_]+ed|made|given|resent))'/g
const steps = files.flatMap(({ path, source }) => [...source.matchAll(done)].map(([, kind]) => ({ kind: kind!, path })))
const keys = (language: (typeof languages)[number]) => catalogues[language] as Record<string, string>
/** Deadlines are dates, not steps: they are said among the dates to come. */
const isSaid = (of: Record<string, string>, kind: string) =>
  [...Object.keys(families).map((family) => `${family}.${kind}`), `notice.date.${kind}`].some((key) => key in of)

test('the source is read: kinds of every family are found in it', () => {
  for (const family of Object.keys(families))
    expect(kinds.filter((found) => found.family === family).length).toBeGreaterThan(4)
  expect(kindsIn("  await recordAct(trx, actor, { agreementId, kind: 'forum.lost', subject: id }, now)")).toEqual([
    { kind: 'forum.lost', family: 'act' },
  ])
  expect(kindsIn("  const duty = {\n    kind: 'forum.lost',\n  }")).toEqual([{ kind: 'forum.lost', family: 'duty' }])
})

describe.each(languages)('in %s', (language) => {
  test('every act, duty and piece of news has its sentences', () => {
    const missing = kinds.flatMap(({ kind, family, path }) =>
      family === undefined
        ? isSaid(keys(language), kind)
          ? []
          : [`${path}: ${kind}`]
        : families[family]
            .map((part) => `${family}.${kind}${part}`)
            .filter((key) => !keys(language)[key]?.trim())
            .map((key) => `${path}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('every step that is named anywhere can be told', () => {
    expect(steps.length).toBeGreaterThan(20)
    const untold = steps.filter(({ kind }) => !isSaid(keys(language), kind))
    expect(untold).toEqual([])
  })

  test('a duty that is named has its reason and the word on its button', () => {
    const duties = Object.keys(keys(language)).filter((key) => /^duty\.[a-z]+\.[a-z_]+$/.test(key))
    expect(duties.length).toBeGreaterThan(5)
    const half = duties.filter((key) => !keys(language)[`${key}.why`] || !keys(language)[`${key}.act`])
    expect(half).toEqual([])
  })

  test('each of these sentences can be said, whatever its facts are', () => {
    const facts = new Proxy({}, { has: () => true, get: () => '' })
    for (const [key, sentence] of Object.entries(keys(language)))
      if (/^(act|duty|news|notice\.date)\./.test(key))
        expect(formatMessage(language, sentence, facts), key).not.toBe('')
  })
})

import * as z from 'zod/mini'
import { type Direction, type Family, grains, type Nature, type RatePer } from './record.ts'
import { type Language, languages } from './text/languages.ts'

/** One entry: what it tells of, what it is a rate of, and which way is better. Its words are in the catalogues. */
interface Entry {
  family: Family
  nature: Nature
  direction: Direction
  /** The entry of which it is told as a rate, computed and never typed. */
  of?: string
  ratePer?: RatePer
  /** `c81`: asked of every inspectorate by Article 21 of ILO Convention No. 81; `own`: this library's. */
  source: 'c81' | 'own'
}

/** Well-known figures of labour inspection, ready to be taken into an agreement; what others are a rate of comes first. */
export const library = {
  workers: { family: 'ground', nature: 'amount', direction: 'neither', source: 'c81' },
  workplaces: { family: 'ground', nature: 'amount', direction: 'neither', source: 'c81' },
  inspectors: {
    family: 'inspectors',
    nature: 'amount',
    direction: 'more',
    of: 'workers',
    ratePer: 10_000,
    source: 'c81',
  },
  inspections: {
    family: 'inspections',
    nature: 'events',
    direction: 'more',
    of: 'inspectors',
    ratePer: 1,
    source: 'c81',
  },
  workplaces_inspected: {
    family: 'inspections',
    nature: 'share',
    direction: 'more',
    of: 'workplaces',
    ratePer: 100,
    source: 'c81',
  },
  unannounced: {
    family: 'unannounced',
    nature: 'share',
    direction: 'more',
    of: 'inspections',
    ratePer: 100,
    source: 'own',
  },
  violations_found: {
    family: 'violations',
    nature: 'events',
    direction: 'neither',
    of: 'inspections',
    ratePer: 100,
    source: 'c81',
  },
  violations_remedied: {
    family: 'remedied',
    nature: 'share',
    direction: 'more',
    of: 'violations_found',
    ratePer: 100,
    source: 'own',
  },
  violations_verified: {
    family: 'remedied',
    nature: 'share',
    direction: 'more',
    of: 'violations_found',
    ratePer: 100,
    source: 'own',
  },
  days_to_remedy: {
    family: 'days_to_remedy',
    nature: 'amount',
    direction: 'less',
    of: 'violations_remedied',
    ratePer: 1,
    source: 'own',
  },
  relapses: {
    family: 'relapse',
    nature: 'share',
    direction: 'less',
    of: 'violations_verified',
    ratePer: 100,
    source: 'own',
  },
  penalties_imposed: {
    family: 'penalties',
    nature: 'amount',
    direction: 'neither',
    of: 'violations_found',
    ratePer: 1,
    source: 'c81',
  },
  penalties_collected: {
    family: 'penalties',
    nature: 'amount',
    direction: 'more',
    of: 'penalties_imposed',
    ratePer: 100,
    source: 'own',
  },
  workers_covered: {
    family: 'workers_covered',
    nature: 'amount',
    direction: 'more',
    of: 'workers',
    ratePer: 100,
    source: 'own',
  },
  budget: { family: 'budget', nature: 'amount', direction: 'more', of: 'workers', ratePer: 1, source: 'own' },
  complaints_received: {
    family: 'complaints',
    nature: 'events',
    direction: 'neither',
    of: 'workers',
    ratePer: 10_000,
    source: 'own',
  },
  complaints_closed: {
    family: 'complaints',
    nature: 'share',
    direction: 'more',
    of: 'complaints_received',
    ratePer: 100,
    source: 'own',
  },
  days_to_close: {
    family: 'complaints',
    nature: 'amount',
    direction: 'less',
    of: 'complaints_closed',
    ratePer: 1,
    source: 'own',
  },
} as const satisfies Record<string, Entry>

export type LibraryCode = keyof typeof library
export const libraryCodes = Object.keys(library) as LibraryCode[]
export const entryOf = (code: LibraryCode): Entry => library[code]

/** Those asked for with all that they are rates of, each after what it is a rate of. */
export function withDenominators(asked: readonly LibraryCode[]): LibraryCode[] {
  const needed = new Set<LibraryCode>()
  for (const code of asked) for (let one: LibraryCode | undefined = code; one; one = denominatorOf(one)) needed.add(one)
  return libraryCodes.filter((code) => needed.has(code))
}

const denominatorOf = (code: LibraryCode): LibraryCode | undefined => entryOf(code).of as LibraryCode | undefined

/** Which entries, how long a time one figure covers, and the language in which the agreement keeps their words. */
export const libraryForm = z.strictObject({
  codes: z.array(z.enum(libraryCodes as [LibraryCode, ...LibraryCode[]])).check(z.minLength(1), z.maxLength(100)),
  grain: z.enum(grains),
  language: z.enum(languages as readonly [Language, ...Language[]]),
})
export type LibraryForm = z.infer<typeof libraryForm>

import * as z from 'zod/mini'
import type { Instant } from './dates.ts'

/** What can make two teams similarly situated, or not (R35, R36, R38). */
export const variables = ['region', 'development', 'sector', 'labour_relations', 'size'] as const
export type Variable = (typeof variables)[number]

/** The World Bank's four groups of income, lowest first. */
export const developments = ['low', 'lower_middle', 'upper_middle', 'high'] as const

/** What is known of a team's situation; `size` is a number of workers in digits, `development` one of the four groups. */
export type Situation = Partial<Record<Variable, string>>

/** A variable that the forum lets count: the same in both; for sizes, neither more than so many times the other. */
export interface AgreedVariable {
  variable: Variable
  factor?: number | undefined
}

/** Which circumstances count, as the forum agreed; each agreement takes the place of the one before it. */
export interface Similarity {
  id: string
  forumId: string
  variables: readonly AgreedVariable[]
  reason: string
  /** Who put it on record, and when. */
  by: string
  at: Instant
}

const sizes = z.string().check(z.regex(/^[1-9]\d{0,11}$/))
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))
const source = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))

/** One circumstance of a team, with where it is to be found. */
export const circumstanceForm = z.discriminatedUnion('variable', [
  z.strictObject({ variable: z.literal('size'), value: sizes, source }),
  z.strictObject({ variable: z.literal('development'), value: z.enum(developments), source }),
  z.strictObject({ variable: z.enum(['region', 'sector', 'labour_relations']), value: words, source }),
])
export type CircumstanceForm = z.infer<typeof circumstanceForm>

const agreed = z.union([
  z.strictObject({ variable: z.literal('size'), factor: z.number().check(z.minimum(1), z.maximum(1000)) }),
  z.strictObject({ variable: z.enum(['region', 'development', 'sector', 'labour_relations']) }),
])
/** What a forum agreed; none at all: every team is every other's peer. */
export const similarityForm = z.strictObject({
  variables: z.array(agreed).check(
    z.maxLength(variables.length),
    z.refine((list) => new Set(list.map((one) => one.variable)).size === list.length),
  ),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
})
export type SimilarityForm = z.infer<typeof similarityForm>

/** How two situations stand to one another by what was agreed: alike, or in what they differ and what is not known. */
export interface Likeness {
  similar: boolean
  differs: Variable[]
  unknown: Variable[]
}

/** The same whichever is named first. What is not known of one of them makes no likeness. */
export function likeness(a: Situation = {}, b: Situation = {}, agreed: readonly AgreedVariable[] = []): Likeness {
  const unknown = agreed.filter(({ variable }) => a[variable] === undefined || b[variable] === undefined)
  const differs = agreed.filter((one) => !unknown.includes(one) && !matches(one, a[one.variable]!, b[one.variable]!))
  return {
    similar: unknown.length + differs.length === 0,
    differs: differs.map(({ variable }) => variable),
    unknown: unknown.map(({ variable }) => variable),
  }
}

function matches({ factor }: AgreedVariable, a: string, b: string): boolean {
  if (factor === undefined) return plain(a) === plain(b)
  const [small, large] = [Number(a), Number(b)].sort((x, y) => x - y) as [number, number]
  return large <= small * factor
}

const plain = (text: string): string => text.trim().toLocaleLowerCase('en').normalize('NFC')

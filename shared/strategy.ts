import * as z from 'zod/mini'
import type { Cell } from './comparison.ts'
import { isDay } from './dates.ts'
import { comparePeriods, grainOf, isPeriod } from './period.ts'

/** A strategy is a method on trial; a forum judges it by its figures, and what worked becomes the floor for others (B48). */
export const strategyStates = ['on_trial', 'worked', 'failed'] as const
export type StrategyState = (typeof strategyStates)[number]

export const verdicts = ['worked', 'did_not', 'not_yet_known'] as const
export type StrategyVerdict = (typeof verdicts)[number]

/** What became of the floor for one team: asked, to be adopted by a day, in use, or explained. */
export const floorStates = ['asked', 'adopting', 'in_use', 'explained'] as const
export type FloorState = (typeof floorStates)[number]

const id = z.string().check(z.minLength(1), z.maxLength(64))
const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(5000))
const period = z.string().check(z.refine(isPeriod))
/** A forum's name in addresses, also of one that is not yet called. */
const label = z.string().check(z.regex(/^[12]\d{3}-[1-9]\d?$/))
const day = z.string().check(z.refine(isDay))

/** What a team puts on trial. The baseline is not typed: it is what the team has disclosed of its period. */
export const strategyForm = z
  .strictObject({
    title: line,
    /** What is expected to happen, and why. */
    hypothesis: text,
    /** What the team does otherwise than before. */
    practice: text,
    /** Where it is tried: whoever is in a like situation finds it again. */
    situation: z.string().check(z.trim(), z.maxLength(1000)),
    indicatorIds: z.array(id).check(
      z.minLength(1),
      z.maxLength(8),
      z.refine((ids) => new Set(ids).size === ids.length),
    ),
    baselinePeriod: period,
    trialPeriod: period,
    /** The first forum that may judge it. */
    judgedFrom: label,
  })
  .check(
    z.refine(
      (form) =>
        !isPeriod(form.baselinePeriod) ||
        !isPeriod(form.trialPeriod) ||
        (grainOf(form.baselinePeriod) === grainOf(form.trialPeriod) &&
          comparePeriods(form.baselinePeriod, form.trialPeriod) < 0),
      { path: ['trialPeriod'], error: 'dates_out_of_order' },
    ),
  )
export type StrategyForm = z.infer<typeof strategyForm>
export type StrategyBody = Omit<StrategyForm, 'judgedFrom'>

/** What a team had disclosed of an indicator before its trial. */
export interface Baseline {
  indicatorId: string
  cell: Cell
}

/** What the forum judges; what is not yet known is judged again, from a later forum on. */
export const judgementForm = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('worked'), reasons: text }),
  z.strictObject({ verdict: z.literal('did_not'), reasons: text }),
  z.strictObject({ verdict: z.literal('not_yet_known'), reasons: text, judgedFrom: label }),
])
export type JudgementForm = z.infer<typeof judgementForm>

export const dissentForm = z.strictObject({ reason: text })

/** Adopt by a day, or explain: a more promising way of one's own, or why it cannot be done here. */
export const floorAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('adopt'), byDay: day, text: z.string().check(z.trim(), z.maxLength(5000)) }),
  z.strictObject({ answer: z.literal('explain'), text }),
])
export type FloorAnswer = z.infer<typeof floorAnswer>

export const floorInUse = z.strictObject({ methodId: id })

/** Fora in their order: by year, then by number. */
export function compareLabels(a: string, b: string): number {
  const [ya, na] = a.split('-').map(Number) as [number, number]
  const [yb, nb] = b.split('-').map(Number) as [number, number]
  return ya - yb || na - nb
}

/** Whether every word that is looked for stands somewhere in these texts, whatever its accents and letters. */
export function saysAll(texts: readonly string[], sought: string): boolean {
  const said = plain(texts.join(' '))
  return plain(sought)
    .split(/\s+/)
    .every((word) => said.includes(word))
}

const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en')

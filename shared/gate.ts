import { type Day, isDay } from './dates.ts'
import { compareDecimals, isDecimal } from './decimal.ts'
import type { DraftMeasure, DraftPlan, Measure, PlanBody } from './plan.ts'
import { isEmptyText, type RichText } from './rich-text.ts'

/**
 * What a draft lacks to be frozen. What cannot be verified cannot be agreed (B31: precise enough that nobody need
 * dispute whether it was carried out), so each entry is named, field by field, before anyone is asked to concur.
 */
export interface Missing {
  /** Absent for the plan's own entries. */
  measureId?: string | undefined
  /** The measure's number as the page shows it, from 1. */
  number?: number | undefined
  field: GateField
  code: GateCode
}

export type GateField =
  | Exclude<keyof DraftMeasure, 'id' | 'answers'>
  | 'periodFrom'
  | 'periodUntil'
  | 'preamble'
  | 'measures'

/** Each with a short word `plan.gate.<code>`, and what would satisfy it, `plan.satisfy.<field>` or `plan.satisfy.<code>`. */
export const gateCodes = [
  'empty',
  'too_long',
  'too_many',
  'unreadable',
  'not_a_day',
  'before_start',
  'outside_period',
  'past',
  'range',
  'not_a_value',
  'as_baseline',
  'unknown_party',
] as const
export type GateCode = (typeof gateCodes)[number]

export const mostMeasures = 200
const limits = {
  title: 500,
  office: 500,
  unit: 500,
  baselineNote: 500,
  proof: 5000,
  resources: 5000,
  efforts: 5000,
  excuses: 5000,
} as const

/** Everything that keeps the draft from being a reading, in the order of the page; at most one entry a field. */
export function missing(draft: DraftPlan, partyIds: ReadonlySet<string>, today: Day): Missing[] {
  const list: Missing[] = []
  const say = (field: GateField, code: GateCode | undefined) => code && list.push({ field, code })
  say('title', lineCode(draft.title, limits.title))
  say('periodFrom', dayCode(draft.periodFrom))
  say('periodUntil', untilCode(draft, today))
  say('preamble', draft.preamble === undefined ? 'unreadable' : undefined)
  say('measures', draft.measures.length === 0 ? 'empty' : draft.measures.length > mostMeasures ? 'too_many' : undefined)
  for (const [i, measure] of draft.measures.entries())
    for (const [field, code] of measureCodes(measure, draft, partyIds, today))
      if (code) list.push({ measureId: measure.id, number: i + 1, field, code })
  return list
}

/** The body of a draft that lacks nothing; what surrounds an entry in white space is no part of it. */
export const bodyOf = (draft: DraftPlan): PlanBody => ({
  v: 1,
  title: draft.title.trim(),
  periodFrom: draft.periodFrom,
  periodUntil: draft.periodUntil,
  preamble: present(draft.preamble),
  measures: draft.measures.map(measureOf),
})

function measureOf(draft: DraftMeasure): Measure {
  const entries = Object.entries(draft).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value])
  return { ...(Object.fromEntries(entries) as DraftMeasure), text: present(draft.text) }
}

function present(text: RichText | undefined): RichText {
  if (!text) throw new TypeError('a text that cannot be read has no body: ask the gate first')
  return text
}

type Verdict = [GateField, GateCode | undefined]

const measureCodes = (measure: DraftMeasure, plan: DraftPlan, parties: ReadonlySet<string>, today: Day): Verdict[] => [
  ['title', lineCode(measure.title, limits.title)],
  ['text', textCode(measure.text)],
  ['partyId', measure.partyId === '' ? 'empty' : parties.has(measure.partyId) ? undefined : 'unknown_party'],
  ['office', lineCode(measure.office, limits.office)],
  ['start', dayCode(measure.start) ?? periodCode(measure.start, plan)],
  ['due', dueCode(measure, plan, today)],
  ['baseline', valueCode(measure.baseline)],
  ['baselineNote', longCode(measure.baselineNote, limits.baselineNote)],
  ['target', targetCode(measure)],
  ['unit', lineCode(measure.unit, limits.unit)],
  ['proof', lineCode(measure.proof, limits.proof)],
  ['resources', longCode(measure.resources, limits.resources)],
  ['efforts', longCode(measure.efforts, limits.efforts)],
  ['excuses', longCode(measure.excuses, limits.excuses)],
]

const longCode = (text: string, most: number): GateCode | undefined =>
  text.trim().length > most ? 'too_long' : undefined

const lineCode = (text: string, most: number): GateCode | undefined =>
  text.trim() === '' ? 'empty' : longCode(text, most)

function textCode(text: RichText | undefined): GateCode | undefined {
  if (text === undefined) return 'unreadable'
  return isEmptyText(text) ? 'empty' : undefined
}

function dayCode(day: string): GateCode | undefined {
  if (day === '') return 'empty'
  return isDay(day) ? undefined : 'not_a_day'
}

function untilCode(plan: DraftPlan, today: Day): GateCode | undefined {
  const code = dayCode(plan.periodUntil)
  if (code) return code
  if (isDay(plan.periodFrom) && plan.periodUntil <= plan.periodFrom) return 'before_start'
  return plan.periodUntil < today ? 'past' : undefined
}

function dueCode(measure: DraftMeasure, plan: DraftPlan, today: Day): GateCode | undefined {
  const code = dayCode(measure.due)
  if (code) return code
  if (isDay(measure.start) && measure.due < measure.start) return 'before_start'
  if (measure.due < today) return 'past'
  return periodCode(measure.due, plan)
}

/** A programme is for a determinate period (B2): its measures begin and end within it. */
const periodCode = (day: Day, plan: DraftPlan): GateCode | undefined =>
  (isDay(plan.periodFrom) && day < plan.periodFrom) || (isDay(plan.periodUntil) && day > plan.periodUntil)
    ? 'outside_period'
    : undefined

function valueCode(text: string): GateCode | undefined {
  const value = text.trim()
  if (value === '') return 'empty'
  if (isDecimal(value)) return undefined
  return looksLikeRange(value) ? 'range' : 'not_a_value'
}

function targetCode(measure: DraftMeasure): GateCode | undefined {
  const code = valueCode(measure.target)
  if (code) return code
  const baseline = measure.baseline.trim()
  return isDecimal(baseline) && compareDecimals(baseline, measure.target.trim()) === 0 ? 'as_baseline' : undefined
}

/** `60–69`, `60 to 69`, `in the 60% range`: for the word that is said only; either way it is not one value. */
const looksLikeRange = (text: string): boolean => rangeWords.test(text.slice(0, 100))
const rangeWords =
  /\d\s?%?\s?(?:[-–—~]|\.{2,}|\b(?:to|and|or|à|a|et|ou|y|o)\b)\s?[-+]?\d|\b(?:range|between|fourchette|entre|rango|intervalo)\b/i

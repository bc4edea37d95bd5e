import * as z from 'zod/mini'
import { isPeriod, type Period } from './period.ts'

export const directions = ['more', 'less', 'neither'] as const
/** Whether more of it, or less of it, is better for workers. */
export type Direction = (typeof directions)[number]

/** Why there is no figure. A silence is never a zero (B51). */
export const missings = ['not_reported', 'not_applicable', 'unknown', 'suppressed'] as const
export type Missing = (typeof missings)[number]

export const grains = ['year', 'half_year', 'quarter', 'month'] as const
/** The length of time that one figure of an indicator covers. */
export type Grain = (typeof grains)[number]

/** A rate is told per so many of its denominator; per 100 it is a percentage. */
export const ratePers = [1, 100, 1000, 10_000, 100_000] as const
export type RatePer = (typeof ratePers)[number]

/**
 * What is counted, and so which chance the figure is subject to. `share`: each of the denominator's cases is one of it or
 * is not; `events`: things that happen, by themselves or per so much exposure; `amount`: money, days, what is measured.
 */
export const natures = ['share', 'events', 'amount'] as const
export type Nature = (typeof natures)[number]

/** What can change under a figure's name, so that figures before and after, or of this team and others, are unlike. */
export const breakKinds = ['definition', 'denominator', 'coverage', 'territory', 'source', 'method'] as const
export type BreakKind = (typeof breakKinds)[number]

/** A break in a series: from a period on its figures are something else than before. */
export interface SeriesBreak {
  id: string
  indicatorId: string
  /** Whose figures; absent: everyone's. One team's sets it apart from the others too, unless it is of territory. */
  teamId?: string | undefined
  kind: BreakKind
  from: Period
  /** The last period of which it is so; absent: until further notice. */
  until?: Period | undefined
  /** Whether it parts the figures, or is only to be told beside them. */
  parts: boolean
  note: string
}

/** A well-defined figure. Its definition never changes: another definition is another indicator. */
export interface Indicator {
  id: string
  agreementId: string
  code: string
  title: string
  definition: string
  unit: string
  /** What its rate is a rate of; the rate is computed from both figures and never typed. */
  denominatorId?: string | undefined
  ratePer: RatePer
  direction: Direction
  nature: Nature
  grain: Grain
  source: string
  /** Figures of one family tell of the same thing, by other definitions or from other sources. */
  family?: Family | undefined
  /** The entry of the library that it was taken from: its words are there in every language. */
  library?: string | undefined
  /** The first and the last period of which it can be asked. */
  validFrom?: Period | undefined
  validTo?: Period | undefined
  breaks?: readonly SeriesBreak[] | undefined
  illustrative: boolean
}

/** What the library's figures tell of; figures of one family from two sources are laid side by side. */
export const families = [
  'ground',
  'inspectors',
  'inspections',
  'unannounced',
  'violations',
  'remedied',
  'days_to_remedy',
  'relapse',
  'penalties',
  'workers_covered',
  'budget',
  'complaints',
] as const
export type Family = (typeof families)[number]

export const isPercent = (unit: string): boolean => /%|per ?cent|pour ?cent|por ?ciento/i.test(unit)

/** Whether the figures that are compared are percentages: a rate per hundred, or a value whose unit says so. */
export const inPercent = (indicator: Pick<Indicator, 'denominatorId' | 'ratePer' | 'unit'>): boolean =>
  indicator.denominatorId ? indicator.ratePer === 100 : isPercent(indicator.unit)

const id = z.string().check(z.minLength(1), z.maxLength(64))
const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))

const aPeriod = z.string().check(z.refine(isPeriod))

export const indicatorForm = z.strictObject({
  code: z.string().check(z.trim(), z.regex(/^[\p{L}\d][\p{L}\d_.:-]{0,63}$/u)),
  title: line(200),
  definition: line(2000),
  unit: line(80),
  denominatorId: z.optional(id),
  ratePer: z._default(z.literal(ratePers), 100),
  direction: z.enum(directions),
  nature: z._default(z.enum(natures), 'amount'),
  grain: z.enum(grains),
  source: z.string().check(z.trim(), z.maxLength(1000)),
  family: z.optional(z.enum(families)),
  validFrom: z.optional(aPeriod),
  validTo: z.optional(aPeriod),
  illustrative: z._default(z.boolean(), false),
})
export type IndicatorForm = z.infer<typeof indicatorForm>

/** The last period of which an indicator can be asked. */
export const validityForm = z.strictObject({ validTo: aPeriod })

export const breakForm = z.strictObject({
  teamId: z.optional(id),
  kind: z.enum(breakKinds),
  from: aPeriod,
  until: z.optional(aPeriod),
  parts: z.boolean(),
  note: line(1000),
})
export type BreakForm = z.infer<typeof breakForm>

/** A team's way of working, in a version of its own. */
export interface Method {
  id: string
  teamId: string
  version: number
  title: string
  body: string
  at: string
}

export const methodForm = z.strictObject({ title: line(200), body: line(20_000) })
export type MethodForm = z.infer<typeof methodForm>

/** What one record says: a figure, or why there is none; never both, never neither. */
const said = {
  indicatorId: id,
  period: aPeriod,
  value: z.optional(z.number().check(z.minimum(-1e15), z.maximum(1e15))),
  missing: z.optional(z.enum(missings)),
  /** Only where it differs from the indicator's. */
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  note: z.string().check(z.maxLength(2000)),
}
const oneOf = z.refine<{ value?: number | undefined; missing?: Missing | undefined }>(
  (record) => (record.value === undefined) !== (record.missing === undefined),
  { path: ['value'] },
)

/** A record as a person types it; `why` where it is not what the team has said before. */
export const recordForm = z
  .strictObject({ ...said, why: z.optional(z.string().check(z.trim(), z.maxLength(1000))) })
  .check(oneOf)
export type RecordForm = z.infer<typeof recordForm>

/** A record as it comes from a file, with the cell that it was read from and its line. */
export type ImportedRow = Omit<RecordForm, 'why'> & { line: number; raw: string }

/** A record as it stands in a disclosure. */
export interface DisclosedRecord {
  id: string
  indicatorId: string
  period: string
  value?: number | undefined
  missing?: Missing | undefined
  unit?: string | undefined
  raw: string
  note: string
  /** The import that brought it, and the line of its file; absent for what was typed. */
  batchId?: string | undefined
  line?: number | undefined
  /** Who said it and when; and, where it took the place of another, why. */
  personId: string
  at: string
  why: string
}

import type * as z from 'zod/mini'
import type { Sections } from '../../shared/disclosure.ts'
import type { indicatorForm, Missing } from '../../shared/record.ts'

type IndicatorForm = z.input<typeof indicatorForm>

/** What the synthesis report of December 2009 says of monitored factories, as Banks tells it. Shares of violations and of compliance are told apart by their direction. */
const report = 'Better Factories Cambodia, synthesis report of December 2009, as told by Banks†'
const share = { unit: '% of monitored factories', grain: 'month', source: report } as const

interface Reported {
  indicator: IndicatorForm
  value?: number
  missing?: Missing
  note: string
}

export const december = '2009-12'

export const reported: readonly Reported[] = [
  {
    indicator: {
      ...share,
      code: 'foa-interference',
      title: 'Interference with freedom of association†',
      definition:
        'Monitored factories in which the employer had interfered with freedom of association. A share of violations.',
      direction: 'less',
    },
    value: 3,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'anti-union',
      title: 'Anti-union discrimination†',
      definition:
        'Monitored factories in which the employer had engaged in anti-union discrimination. A share of violations.',
      direction: 'less',
    },
    value: 1,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'children',
      title: 'Children working†',
      definition: 'Monitored factories in which children were working. A share of violations.',
      direction: 'less',
    },
    value: 1,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'discrimination',
      title: 'Discrimination†',
      definition: 'Monitored factories in which the employer had engaged in discrimination. A share of violations.',
      direction: 'less',
    },
    value: 10,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'wage-regular',
      title: 'Minimum wage, regular employees†',
      definition: 'Monitored factories that comply with the minimum wage for regular employees. A share of compliance.',
      direction: 'more',
    },
    value: 100,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'wage-piece',
      title: 'Minimum wage, piece rates†',
      definition:
        'Monitored factories that comply with the minimum wage for employees paid by the piece. A share of compliance.',
      direction: 'more',
    },
    value: 94,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'overtime-voluntary',
      title: 'Overtime voluntary†',
      definition: 'Monitored factories in which overtime is voluntary. A share of compliance.',
      direction: 'more',
    },
    value: 90,
    note: '',
  },
  {
    indicator: {
      ...share,
      code: 'osh',
      title: 'Important safety and health measures†',
      definition: 'Compliance with important occupational safety and health measures. A share of compliance.',
      direction: 'more',
    },
    missing: 'unknown',
    note: 'The report says “in the 60% range” and gives no single value†.',
  },
]

/** What the teams count, each with the whole that it is a share of. All figures of teams are illustrative. */
const own = { grain: 'half_year', source: 'The teams’ own registers', illustrative: true } as const
const counted = { ...own, nature: 'share' } as const
const whole = { ...own, nature: 'events', direction: 'neither' } as const

export const teamIndicators: readonly (Omit<IndicatorForm, 'denominatorId'> & { of?: string })[] = [
  {
    ...whole,
    code: 'factories-second',
    title: 'Factories that need a second inspection',
    definition: 'Factories in which a first inspection of the half-year found non-compliance.',
    unit: 'factories',
  },
  {
    ...counted,
    code: 'second-90',
    of: 'factories-second',
    title: 'Second inspection within 90 days',
    definition: 'Of the factories that need one, those inspected again within 90 days of the first inspection.',
    unit: 'factories',
    direction: 'more',
  },
  {
    ...whole,
    code: 'violations',
    title: 'Violations found',
    definition: 'Findings of non-compliance at first inspections of the half-year.',
    unit: 'violations',
  },
  {
    ...counted,
    code: 'put-right',
    of: 'violations',
    title: 'Violations put right by the second inspection',
    definition:
      'Of the violations found, those that the second inspection saw put right. A letter of correction does not count.',
    unit: 'violations',
    direction: 'more',
  },
  {
    ...whole,
    code: 'visits',
    title: 'Visits',
    definition: 'All visits to factories in the half-year.',
    unit: 'visits',
  },
  {
    ...counted,
    code: 'unannounced',
    of: 'visits',
    title: 'Visits made without notice',
    definition: 'Of all visits, those of which the factory was not told before.',
    unit: 'visits',
    direction: 'more',
    family: 'unannounced',
  },
  {
    ...counted,
    code: 'unannounced-gates',
    of: 'visits',
    title: 'Visits made without notice, by the gate books',
    definition:
      'Of all visits, those that no entry in the factory’s gate book expected. A check on the registers, and no goal of its own.',
    unit: 'visits',
    direction: 'neither',
    source: 'Gate books of the factories',
    family: 'unannounced',
  },
  {
    ...whole,
    code: 'factories-piece',
    title: 'Factories that pay by the piece',
    definition: 'Factories visited in the half-year that pay some workers by the piece.',
    unit: 'factories',
  },
  {
    ...counted,
    code: 'piece-minimum',
    of: 'factories-piece',
    title: 'Minimum wage paid on piece rates',
    definition: 'Of the factories that pay by the piece, those in which every payroll read shows the minimum wage.',
    unit: 'factories',
    direction: 'more',
  },
]

export type Counted = number | Missing

export interface TeamFigures {
  team: 'team.phnompenh' | 'team.kandal' | 'team.kampongspeu' | 'inspectorate'
  method: { title: string; body: string }
  /** What it discloses in words; the inspectorate leaves them empty, which is noted. */
  sections?: Sections
  /** What it filed at first and amended before the comparison opened. */
  atFirst?: Record<string, Counted>
  figures: Record<string, Counted>
  /** Where a team counted something else under the same name: what it counted. */
  units?: Record<string, string>
  /** What stands beside single records, by the code of their indicator. */
  notes: Record<string, string>
}

export const teamFigures: readonly TeamFigures[] = [
  {
    team: 'team.phnompenh',
    sections: {
      successes:
        'Of 50 factories seen a second time within 90 days, 44 were. Wage books were corrected in all but two, and overtime is now paid in the same month.',
      failures:
        'Eight factories that changed owners escaped the second visit. Retaliation against two shop stewards was found and not ended by the end of the half-year.',
    },
    method: {
      title: 'Method 3: the second day is set at the first',
      body: 'Two visits without notice. The day by which each violation is to be put right is written down at the first visit, and the second visit is made in the week after it. Interviews are held off the premises; who was interviewed is kept nowhere.',
    },
    notes: {},
    figures: {
      'factories-second': 50,
      'second-90': 44,
      violations: 439,
      'put-right': 312,
      visits: 171,
      unannounced: 171,
      'unannounced-gates': 166,
      'factories-piece': 180,
      'piece-minimum': 175,
    },
  },
  {
    team: 'team.kandal',
    sections: {
      successes: 'Where a second visit was made in time, more than half of the violations were put right.',
      failures:
        'Fifteen factories were not seen a second time within 90 days: there was no vehicle. Nine visits became known before they were made.',
    },
    method: {
      title: 'Method 2: two visits a half-year',
      body: 'Two visits without notice where a vehicle can be had. One vehicle serves two provinces.',
    },
    atFirst: { 'put-right': 148 },
    notes: {
      'second-90': 'One vehicle serves two provinces; a second was asked for in March.',
      'put-right': 'Factories newly joined are counted.',
    },
    figures: {
      'factories-second': 35,
      'second-90': 20,
      violations: 294,
      'put-right': 141,
      visits: 119,
      unannounced: 110,
      'unannounced-gates': 97,
      'factories-piece': 132,
      'piece-minimum': 123,
    },
  },
  {
    team: 'team.kampongspeu',
    sections: {
      successes: 'Every visit was made without notice, and two thirds of the violations found were put right.',
      failures: 'A list that is left at the factory sets no day: where none was agreed, a third visit was needed.',
    },
    method: {
      title: 'Method 2: two visits a half-year',
      body: 'Two visits without notice; a list of violations is left at the factory.',
    },
    notes: { 'piece-minimum': 'No factory there pays by the piece.' },
    figures: {
      'factories-second': 32,
      'second-90': 26,
      violations: 283,
      'put-right': 187,
      visits: 104,
      unannounced: 104,
      'unannounced-gates': 104,
      'factories-piece': 'not_applicable',
      'piece-minimum': 'not_applicable',
    },
  },
  {
    team: 'inspectorate',
    method: {
      title: 'Inspection by the labour ministry',
      body: 'Visits are announced by letter. A letter of correction is sent after each visit; compliance is taken from the factory’s answer.',
    },
    units: { 'put-right': 'letters answered' },
    notes: {
      'second-90': 'Second inspections are not registered as such.',
      'put-right': 'It counts letters of correction that were answered, and not second visits.',
      'piece-minimum': 'Fewer than three factories fall short; the figure would point at them.',
    },
    figures: {
      'factories-second': 'not_reported',
      'second-90': 'not_reported',
      violations: 226,
      'put-right': 88,
      visits: 226,
      unannounced: 77,
      'unannounced-gates': 42,
      'factories-piece': 405,
      'piece-minimum': 'suppressed',
    },
  },
]

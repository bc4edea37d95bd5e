/**
 * The measures of the demonstration. A dagger marks a figure or term of the sources (the synthesis report of December
 * 2009 and the share of arbitration awards carried out, as Banks tells them); everything else is illustrative.
 */
export interface DemoMeasure {
  title: string
  /** Paragraphs; each with the mark of the delegation that wrote it. */
  text: readonly (readonly [by: string, words: string])[]
  party: 'KH' | 'US'
  office: string
  /** Months from the month in which the demonstration is made: the last day of that month. */
  dueInMonths: number | undefined
  baseline: string
  baselineNote: string
  target: string
  unit: string
  proof: string
  resources: string
  efforts: string
  excuses: string
}

const december = 'Synthesis report, December 2009†'

/** The programme in force: locked by the closed forum. */
export const lockedMeasures: readonly DemoMeasure[] = [
  {
    title: 'Name the safety and health measures that matter most',
    text: [
      [
        'CW',
        'The Government of Cambodia, with the two sides of the industry, names the safety and health measures that matter most and writes for each what counts as met.',
      ],
      ['CG', 'The list is fixed for the period, and every factory that holds an export permit receives it in Khmer.'],
      [
        'UG',
        'The report of December 2009 gives a range for these measures and no value; the list is what the next baseline is counted on.',
      ],
    ],
    party: 'KH',
    office: 'Labour ministry, inspection department',
    dueInMonths: -2,
    baseline: '0',
    baselineNote: 'No list exists; compliance “in the 60% range”†, December 2009',
    target: '22',
    unit: 'measures with a written test',
    proof: 'The list, and the register of its delivery, read by the ILO',
    resources: 'One officer for six months',
    efforts: 'A draft by the third month; two meetings with workers and employers before it is fixed',
    excuses: '',
  },
  {
    title: 'Pay piece-rate workers at least the minimum wage',
    text: [
      [
        'CW',
        'Every factory that holds an export permit pays each worker employed by the piece, for each month, no less than the minimum wage.',
      ],
      [
        'CG',
        'The labour ministry issues a written rule on how piece rates are set, instructs every factory in it, and inspects the payroll of each factory in which the monitor has found a shortfall.',
      ],
      [
        'UG',
        'The goal is reached when the share of monitored factories that pay piece-rate workers the minimum wage rises from 94 per cent† to 100 per cent.',
      ],
    ],
    party: 'KH',
    office: 'Labour ministry, wages office',
    dueInMonths: 5,
    baseline: '94',
    baselineNote: december,
    target: '100',
    unit: '% of monitored factories',
    proof: 'Payrolls read by the ILO',
    resources: 'Four inspectors',
    efforts: 'The rule in the third month; every factory instructed in the sixth',
    excuses: 'None',
  },
  {
    title: 'Keep overtime voluntary in every factory',
    text: [
      ['CE', 'No worker is disciplined, moved or paid less for refusing hours beyond the legal day.'],
      ['CW', 'Each factory posts this sentence in Khmer where the hours are posted.'],
    ],
    party: 'KH',
    office: 'Garment Manufacturer Association of Cambodia†',
    dueInMonths: 5,
    baseline: '90',
    baselineNote: december,
    target: '95',
    unit: '% of monitored factories where overtime is voluntary',
    proof: 'Interviews off the premises and time records, read by the ILO',
    resources: 'Posters and training by the association',
    efforts: 'Posters in every factory by the fourth month',
    excuses: '',
  },
  {
    title: 'Train inspectors beside the monitors',
    text: [
      ['UG', 'Inspectors of the labour ministry go with the monitors of the ILO on at least six visits each,'],
      ['CG', 'and write their own report of every visit.'],
    ],
    party: 'KH',
    office: 'Labour ministry, inspection department',
    dueInMonths: -3,
    baseline: '0',
    baselineNote: 'At the start of the period',
    target: '24',
    unit: 'inspectors with six visits',
    proof: 'Visit register of the ILO',
    resources: 'Travel paid from international financing†',
    efforts: 'A roster of visits, agreed with the ILO each quarter',
    excuses: 'Visits that the ILO cancels',
  },
  {
    title: 'Carry out the awards of the Labor Arbitration Council',
    text: [
      ['CE', 'A factory that does not carry out an award tells the Council why, in writing, within thirty days.'],
      ['UW', 'The Council publishes the reasons twice a year, no factory named.'],
    ],
    party: 'KH',
    office: 'Labour ministry, disputes department',
    dueInMonths: 5,
    baseline: '68',
    baselineNote: 'About 68% of cases†, though most awards are non-binding†',
    target: '75',
    unit: '% of awards carried out',
    proof: 'Register of the Labor Arbitration Council',
    resources: 'One registrar',
    efforts: '',
    excuses: '',
  },
  {
    title: 'No interference with unions',
    text: [
      ['CW', 'No employer interferes with the freedom of association of workers.'],
      ['UE', 'Buyers who ask for factory reports receive the finding on this point with them.'],
    ],
    party: 'KH',
    office: 'Garment Manufacturer Association of Cambodia†',
    dueInMonths: 5,
    baseline: '3',
    baselineNote: `${december}; a share of violations, lower is better`,
    target: '1',
    unit: '% of monitored factories with interference',
    proof: 'Monitoring visits of the ILO',
    resources: 'Two trainers of the association',
    efforts: '',
    excuses: '',
  },
]

/** The plan that is being written: the same fields, some of them still missing, as the gate will say. */
export const draftMeasures: readonly DemoMeasure[] = [
  {
    title: 'Raise compliance with the safety and health measures that matter most',
    text: [
      ['CW', 'In every factory that holds an export permit, the measures of the fixed list in the annex are met.'],
      ['CG', 'The inspection department visits each factory twice in the year, without notice, and writes down'],
      ['UG', 'which measures of the list were met, which were not, and by what day each is to be put right.'],
      [
        'CE',
        'The list does not change before the end of the period, save by an addendum that all delegations concur in.',
      ],
    ],
    party: 'KH',
    office: 'Labour ministry, inspection department',
    dueInMonths: 17,
    baseline: '',
    baselineNote: 'In the 60% range†, December 2009: a range cannot be measured against',
    target: '80',
    unit: '% of listed measures met',
    proof: 'Monitoring records of the ILO, two unannounced visits to each factory',
    resources: 'Twelve inspectors, full time, from the ministry’s budget',
    efforts: 'Both visits made in every factory',
    excuses: '',
  },
  {
    title: 'Pay every piece-rate worker the minimum wage',
    text: [
      ['CW', 'Each worker paid by the piece receives, for each month, no less than the minimum wage.'],
      [
        'CG',
        'Where a payroll shows a shortfall, the inspection department orders it paid within thirty days and inspects again.',
      ],
    ],
    party: 'KH',
    office: 'Labour ministry, wages office',
    dueInMonths: 12,
    baseline: '96',
    baselineNote: 'Finding of the monitor on commitment 2 of the programme in force',
    target: '100',
    unit: '% of monitored factories',
    proof: 'Payrolls read by the ILO; synthesis report',
    resources: 'Four inspectors; one accountant lent by the United States',
    efforts: '',
    excuses: '',
  },
  {
    title: 'Keep overtime voluntary, and show it',
    text: [
      ['CE', 'No worker is disciplined, moved or paid less for refusing hours beyond the legal day.'],
      ['CW', 'Each factory posts this sentence in Khmer where the hours are posted.'],
    ],
    party: 'KH',
    office: 'Garment Manufacturer Association of Cambodia†',
    dueInMonths: 17,
    baseline: '92',
    baselineNote: 'Finding of the monitor on commitment 3 of the programme in force',
    target: '97',
    unit: '% of monitored factories where overtime is voluntary',
    proof: '',
    resources: 'Posters and training by the association',
    efforts: '',
    excuses: '',
  },
  {
    title: 'Train inspectors beside the monitors',
    text: [
      ['UG', 'Inspectors of the labour ministry go with the monitors of the ILO on at least six visits each,'],
      ['CG', 'and write their own report of every visit.'],
    ],
    party: 'KH',
    office: '',
    dueInMonths: 14,
    baseline: '',
    baselineNote: '',
    target: '24',
    unit: 'inspectors with six visits',
    proof: 'Visit register of the ILO',
    resources: 'Travel paid from international financing†',
    efforts: '',
    excuses: '',
  },
  {
    title: 'Find out whether factories pay union officers',
    text: [
      ['CW', 'The monitor writes a method for detecting such payments,'],
      ['UE', 'tries it in factories that agree,'],
      ['CW', 'and asks workers away from the premises.'],
    ],
    party: 'KH',
    office: 'Garment Manufacturer Association of Cambodia†, with the ILO',
    dueInMonths: 17,
    baseline: '0',
    baselineNote: 'The report of December 2009 calls such payments hard to detect†',
    target: '',
    unit: 'factories examined by the method',
    proof: 'The method and its register, held by the ILO',
    resources: 'Two monitors for three months',
    efforts: '',
    excuses: '',
  },
]

export const lockedPreamble: readonly (readonly [string, string])[] = [
  [
    'CG',
    'The parties, having consulted on labour standards, on specific benchmarks and on the implementation of this programme†, undertake the measures below.',
  ],
  ['UG', 'They are the whole of what is to be carried out in the period.'],
]

export const draftPreamble: readonly (readonly [string, string])[] = [
  [
    'CG',
    'The parties, having consulted on labour standards, on specific benchmarks and on the implementation of the programme in force†,',
  ],
  ['CW', 'and having read the monitor’s findings, undertake the measures below.'],
  ['UG', 'They are the whole of what is to be carried out in the period.'],
]

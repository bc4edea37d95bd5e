import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { calendarOf, lateness, reportMissing, ticksOf, yearly } from '../../client/commitment/calendar.ts'
import {
  asFinding,
  asReply,
  asReport,
  emptyEvidence,
  emptyFinding,
  emptyReply,
  emptyReport,
} from '../../client/commitment/drafts.ts'
import type { Commitment } from '../../client/commitment/programmes.ts'
import { namesSum } from '../../client/commitment/verdict.ts'
import { decimalText, shortValue, valueInUnit } from '../../client/commitment/words.ts'
import { speak } from '../../client/text.ts'
import { newFinding, newReply, newReport } from '../../shared/finding.ts'

const commitment = (changes: Partial<Commitment> = {}) =>
  ({ startOn: '2010-01-01', dueOn: '2010-09-30', reports: [], findings: [], ...changes }) as unknown as Commitment
const found = (day: string, answer: string) =>
  ({ id: 'f', number: 1, publishedAt: `${day}T10:00:00.000Z`, implementation: { answer, text: '' } }) as never
const reported = (answers: boolean) => ({ at: '2010-03-31T10:00:00.000Z', claim: 'under_way', answers }) as never

describe('the timeline of a programme', () => {
  const programme = { periodFrom: '2010-01-01', periodUntil: '2010-12-31', commitments: [commitment()] }

  test('lies between its first and last day, and a day outside stands at an end', () => {
    const { place } = calendarOf(programme)
    expect([place('2010-01-01'), place('2010-12-31')]).toEqual([0, 100])
    expect(place('2010-07-02')).toBeCloseTo(50, 0)
    expect([place('2009-06-01'), place('2012-01-01')]).toEqual([0, 100])
  })

  test('reaches to a due day after its period, and marks months, then quarters, then years', () => {
    expect(calendarOf({ ...programme, commitments: [commitment({ dueOn: '2011-03-31' })] }).until).toBe('2011-03-31')
    expect(ticksOf(calendarOf(programme))).toHaveLength(12)
    const until = (periodUntil: string) => ticksOf(calendarOf({ ...programme, periodUntil }))
    expect(until('2012-12-31').slice(0, 3)).toEqual(['2010-01-01', '2010-04-01', '2010-07-01'])
    expect(until('2019-12-31')).toHaveLength(10)
  })

  test('shows the day that the charter names in every year', () => {
    const calendar = calendarOf({ ...programme, periodFrom: '2009-12-15', periodUntil: '2011-06-30' })
    expect(yearly(calendar, '12-01')).toEqual(['2010-12-01'])
    expect(yearly(calendar, undefined)).toEqual([])
  })

  test('is late from the due day until the monitor finds it carried out', () => {
    expect(lateness(commitment(), '2010-09-30')).toBeUndefined()
    expect(lateness(commitment(), '2010-10-14')).toEqual({ from: '2010-09-30', until: '2010-10-14' })
    const late = commitment({ findings: [found('2010-11-02', 'carried_out')] })
    expect(lateness(late, '2010-12-24')).toEqual({ from: '2010-09-30', until: '2010-11-02' })
    expect(lateness(commitment({ findings: [found('2010-09-02', 'carried_out')] }), '2010-12-24')).toBeUndefined()
  })

  test('misses the report of whoever answers, not that of others', () => {
    expect(reportMissing(commitment(), '2010-10-14')).toBe(true)
    expect(reportMissing(commitment({ reports: [reported(false)] }), '2010-10-14')).toBe(true)
    expect(reportMissing(commitment({ reports: [reported(true)] }), '2010-10-14')).toBe(false)
    expect(reportMissing(commitment(), '2010-09-30')).toBe(false)
  })
})

describe('values', () => {
  beforeEach(() => vi.stubGlobal('document', { documentElement: {} }))
  afterEach(async () => {
    await speak('en')
    vi.unstubAllGlobals()
  })

  test('keep the digits that were agreed, in each language', async () => {
    expect(decimalText('96.50')).toBe('96.50')
    expect(decimalText('123456789012345.123456')).toBe('123,456,789,012,345.123456')
    expect([shortValue('94', '% of factories'), valueInUnit('94', '% of factories')]).toEqual([
      '94%',
      '94% of factories',
    ])
    expect([shortValue('24', 'inspectors'), valueInUnit('24', 'inspectors')]).toEqual(['24', '24 inspectors'])
    await speak('fr')
    expect(decimalText('96.50')).toBe('96,50')
  })
})

describe('what stands in a form', () => {
  const item = { ...emptyEvidence(), title: 'The rule', kind: 'document', description: 'Prakas 12' }

  test('when empty is refused field by field, and never sent as it is', () => {
    const paths = (schema: typeof newReport | typeof newFinding | typeof newReply, value: unknown) =>
      schema.safeParse(value).error?.issues.map((issue) => issue.path.join('.'))
    expect(paths(newReport, asReport(emptyReport()))).toEqual(['claim', 'text'])
    expect(paths(newReply, asReply(emptyReply()))).toEqual(
      expect.arrayContaining(['implementation.stance', 'outcome.stance']),
    )
    expect(paths(newFinding, asFinding(emptyFinding()))).toEqual(
      expect.arrayContaining([
        'implementation.answer',
        'outcome.answer',
        'method',
        'evidence.0.title',
        'evidence.0.provenance',
      ]),
    )
  })

  test('is sent without what was left empty', () => {
    const report = asReport({ ...emptyReport(), claim: 'under_way', text: 'Begun', evidence: [item] })
    expect(newReport.parse(report)).toEqual({
      claim: 'under_way',
      text: 'Begun',
      evidence: [{ title: 'The rule', kind: 'document', description: 'Prakas 12' }],
    })
    expect(newReport.safeParse({ ...report, figure: { value: '96.5', asOf: '' } }).success).toBe(false)
    const finding = asFinding({
      ...emptyFinding(),
      implementation: { answer: 'partly', text: 'x' },
      outcome: { answer: 'moving', text: 'y' },
      method: 'z',
      value: ' 96.5 ',
      asOf: '2010-09-01',
      evidence: [{ ...item, provenance: 'monitor', bearsOn: 'both' }],
    })
    expect(newFinding.parse(finding)).toMatchObject({ figure: { value: '96.5', asOf: '2010-09-01' } })
  })
})

test('the act of a lock names the sum of the programme and of each commitment, and no other', () => {
  const body = {
    hash: 'a',
    commitments: [
      { number: 1, hash: 'b' },
      { number: 2, hash: 'c' },
    ],
  }
  expect(['a', 'b', 'c', 'd'].map((hash) => namesSum(body, hash))).toEqual([true, true, true, false])
  expect(namesSum({}, 'a')).toBe(false)
})

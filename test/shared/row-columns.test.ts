import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerWatch } from '../../client/record/header.ts'
import { readFigure } from '../../shared/figure.ts'
import { periodInName, periodOfDate } from '../../shared/period.ts'
import { missings } from '../../shared/record.ts'
import { inPlaceOrder, rowAt, rowColumns, toColumns } from '../../shared/row-columns.ts'

const row = fc.record({
  indicatorId: fc.constantFrom('a', 'b', 'c'),
  period: fc.constantFrom('2019', '2019-Q3', '2020-01'),
  figure: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(...missings)),
  unit: fc.option(fc.constantFrom('€', 'USD'), { nil: undefined }),
  note: fc.constantFrom('', '‡', 'S7:57'),
  raw: fc.string({ maxLength: 20 }),
  line: fc.integer({ min: 1, max: 1e6 }),
})
const rows = fc.array(row, { minLength: 1, maxLength: 60 }).map((all) =>
  all.map(({ figure, ...rest }) => ({
    ...rest,
    value: typeof figure === 'number' ? figure : undefined,
    missing: typeof figure === 'number' ? undefined : figure,
  })),
)

test('rows are the same rows again on the other side, and none is both a figure and a silence', () => {
  fc.assert(
    fc.property(rows, (sent) => {
      const columns = toColumns(sent)
      expect(rowColumns.safeParse(columns).success).toBe(true)
      expect(sent.map((_, at) => rowAt(columns, at))).toEqual(sent)
      const both = {
        ...columns,
        value: columns.value.map(() => 1),
        missing: columns.missing.map(() => 'unknown' as const),
      }
      expect(rowColumns.safeParse(both).success).toBe(false)
      expect(rowColumns.safeParse({ ...columns, line: [...columns.line, 1] }).success).toBe(false)
      expect(rowColumns.safeParse({ ...columns, note: columns.note.map(() => columns.notes.length) }).success).toBe(
        false,
      )
    }),
  )
})

test('in the order of their places rows of one place keep the order of their lines', () => {
  fc.assert(
    fc.property(rows, (sent) => {
      const columns = toColumns(sent)
      const order = inPlaceOrder(columns)
      expect(order.toSorted((a, b) => a - b)).toEqual(sent.map((_, at) => at))
      for (const [i, at] of order.entries()) {
        const next = order[i + 1]
        if (
          next !== undefined &&
          columns.indicator[at] === columns.indicator[next] &&
          columns.period[at] === columns.period[next]
        )
          expect(at).toBeLessThan(next)
      }
    }),
  )
})

test('plain digits mean the same by the short way as by the long one', () => {
  const digits = fc.tuple(
    fc.integer({ min: 0, max: 999_999_999 }),
    fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
  )
  fc.assert(
    fc.property(digits, ([whole, fraction]) => {
      const cell = fraction === undefined ? String(whole) : `${whole}.${fraction}`
      // A sign before the digits takes the long way.
      const long = readFigure(`+${cell}`, { decimal: '.' })
      expect(readFigure(cell, { decimal: '.' })).toMatchObject({ value: (long as { value: number }).value, marks: '' })
    }),
  )
  expect(readFigure('1.234')).toEqual({ fault: 'ambiguous_mark' })
  expect(readFigure('1.234', { decimal: ',' })).toMatchObject({ value: 1234 })
})

test('a name tells one period or none, with what else it says', () => {
  expect(periodInName('2019')).toEqual({ period: '2019', rest: '' })
  expect(periodInName('2019 [YR2019]')).toEqual({ period: '2019', rest: '' })
  expect(periodInName('2020‡')).toEqual({ period: '2020', rest: '' })
  expect(periodInName('Inspections – 2019-Q3')).toEqual({ period: '2019-Q3', rest: 'Inspections' })
  expect(periodInName('Fines (2018)')).toEqual({ period: '2018', rest: 'Fines' })
  for (const name of ['2018 to 2019', 'CODE_2019X1', 'visits', '12019', '3.2019'])
    expect(periodInName(name)).toBeUndefined()
})

test('a day lies in one period of each length, and what could be two days in none', () => {
  expect(
    (['year', 'half_year', 'quarter', 'month'] as const).map((grain) => periodOfDate('2019-08-31', grain)),
  ).toEqual(['2019', '2019-H2', '2019-Q3', '2019-08'])
  expect(periodOfDate('03/04/2019', 'year')).toBeUndefined()
})

test('two lines of names in a text: the upper one stands over the columns up to the next', () => {
  const names = headerWatch({ encoding: 'utf-8', delimiter: ',', headerLine: 2, headerLines: 2 })
  const lines = [
    ['Table 1', '', '', ''],
    ['Team', 'Visits', '', 'Fines'],
    ['', '2019', '2020', '2019'],
    ['North', '1', '2', '3'],
  ]
  expect(lines.map((cells, i) => names.passes({ cells, line: i + 1 }))).toEqual([false, false, false, true])
  expect(names.header()).toEqual(['Team', 'Visits – 2019', 'Visits – 2020', 'Fines – 2019'])
})

import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareName, firstNewline, guardCell, suggestDelimiter } from '../../shared/csv.ts'

test('the delimiter is the one that cuts the rows evenly', () => {
  expect(suggestDelimiter('a,b,c\n1,2,3\n')).toBe(',')
  expect(suggestDelimiter('a;b;c\n1,5;2,5;3,5\n')).toBe(';')
  expect(suggestDelimiter('a\tb\n"x, y, z"\t2\n')).toBe('\t')
  expect(suggestDelimiter('name,note\nA,"one; two; three; four"\nB,none\n')).toBe(',')
  expect(suggestDelimiter('one column\nalone\n')).toBe(',')
})

test('line ends inside quotes end no line', () => {
  expect(firstNewline('"a\nb",c\r\nd')).toBe('\r\n')
  expect(firstNewline('a,b\rc,d\r')).toBe('\r')
  expect(firstNewline('a,b')).toBe('\n')
})

test('no cell of an export is a formula to a spreadsheet program, and no figure is spoilt', () => {
  for (const cell of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x")', "-2+3+cmd|' /C calc'!A0"])
    expect(guardCell(cell)).toBe(`'${cell}`)
  for (const cell of ['-5', '+5', '-5.25', '1=1', 'a', '']) expect(guardCell(cell)).toBe(cell)
  expect(guardCell(-5)).toBe('-5')
  expect(guardCell(undefined)).toBe('')
})

test('whatever stands in a table, it comes back from the file, guarded', () => {
  const cell = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const guarded = rows.map((row) => row.map(guardCell))
      const back: string[][] = parse(stringify(guarded), { relax_column_count: true, skip_empty_lines: false })
      expect(back).toEqual(guarded)
      for (const text of back.flat())
        if (/^[=+\-@\t\r\n]/.test(text)) expect(Number.isNaN(Number(text.replace(',', '.')))).toBe(false)
    }),
  )
})

test('of a file name only the last part is kept', () => {
  expect(bareName('../../etc/passwd')).toBe('passwd')
  expect(bareName('C:\\fakepath\\records 2019.csv')).toBe('records 2019.csv')
  expect(bareName('/home/lina/..')).toBe('table.csv')
  expect(bareName('a\u0000b\u202egpj.csv')).toBe('abgpj.csv')
  expect(bareName('')).toBe('table.csv')
  expect(bareName(`${'x'.repeat(400)}.csv`)).toHaveLength(200)
})

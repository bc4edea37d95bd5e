import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { FileFault } from '../../client/record/file-fault.ts'
import { readRecords } from '../../client/record/read-records.ts'
import { type FileSeen, type FormGiven, scanFile } from '../../client/record/scan-file.ts'
import { lookOfCode, shownNumber } from '../../client/record/workbook/looks.ts'
import type { RowFault } from '../../shared/import-row.ts'
import type { Mapping } from '../../shared/mapping.ts'
import { guessMapping } from '../../shared/mapping-guess.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import { type SheetMade, workbook, zipped } from '../workbook.ts'

const scan = (file: Blob, given: FormGiven = {}) => scanFile(file, given, () => {})
const indicator = (code: string, over: Partial<Indicator> = {}): Indicator => ({
  id: code,
  agreementId: 'a',
  code,
  title: code,
  definition: '',
  unit: 'visits',
  ratePer: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'year',
  source: '',
  illustrative: false,
  ...over,
})
async function readAll(file: Blob, seen: FileSeen, mapping: Mapping, indicators: readonly Indicator[]) {
  const rows: ImportedRow[] = []
  const faults: RowFault[] = []
  for await (const piece of readRecords({ file, form: seen.form, header: seen.header, mapping, indicators })) {
    rows.push(...piece.rows)
    faults.push(...piece.faults)
  }
  return { rows, faults }
}
const guessed = (
  seen: FileSeen,
  indicators: readonly Indicator[],
  team = 'Team North',
  said: Partial<Mapping> = {},
) => {
  const { value: _, ...draft } = guessMapping(seen.columns, indicators, team)
  return { ...draft, ...said } as Mapping
}
const faultOf = (file: Blob) =>
  scan(file).then(
    () => undefined,
    (thrown: FileFault) => thrown.code,
  )

const plainSheet: SheetMade = {
  name: 'Visits',
  rows: [
    ['Year', 'visits', 'Note'],
    [2019, 5, 'é & <b>'],
    [2020, { value: '1.234' }, undefined],
  ],
}

test('a sheet is read as a table: shared texts, numbers with a point that parts no thousands, the file’s hash', async () => {
  const file = workbook([plainSheet])
  const seen = await scan(file)
  expect(seen).toMatchObject({ form: { sheet: 'Visits', headerLine: 1 }, header: ['Year', 'visits', 'Note'], rows: 2 })
  expect(seen.hash).toBe(
    createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex'),
  )
  const { rows, faults } = await readAll(file, seen, guessed(seen, [indicator('visits')]), [indicator('visits')])
  expect(faults).toEqual([])
  expect(rows).toMatchObject([
    { line: 2, period: '2019', value: 5, note: 'Note: é & <b>', raw: '5' },
    { line: 3, period: '2020', value: 1.234 },
  ])
})

test('of several sheets one is chosen; those that are shown come first, and elements may have a prefix', async () => {
  const other: SheetMade = {
    name: 'Fines & fees',
    rows: [
      ['Year', 'fines'],
      [2021, 7],
    ],
  }
  const file = workbook([{ ...plainSheet, hidden: true }, other], { prefix: 'x:' })
  expect(await scan(file)).toMatchObject({ sheets: ['Fines & fees', 'Visits'], header: ['Year', 'fines'] })
  expect(await scan(file, { sheet: 'Visits' })).toMatchObject({ form: { sheet: 'Visits' }, rows: 2 })
})

test('days, years, months and shares are what they are shown as, counted from 1900 or from 1904', async () => {
  const row = [
    { value: 43_466, style: 1 },
    { value: 43_466, style: 3 },
    { value: 43_466, style: 4 },
    { value: 0.256, style: 2 },
  ]
  const sheet: SheetMade = { name: 'S', rows: [['day', 'year', 'month', 'share'], row] }
  expect((await scan(workbook([sheet]))).sample[0]!.cells).toEqual(['2019-01-01', '2019', '2019-01', '25.6%'])
  expect((await scan(workbook([sheet], { from1904: true }))).sample[0]!.cells[0]).toBe('2023-01-02')
  expect(shownNumber('59', 'day', false)).toBe('1900-02-28')
  expect(shownNumber('61', 'day', false)).toBe('1900-03-01')
  expect(shownNumber('0.30000000000000004', 'number', false)).toBe('0.3')
  expect(lookOfCode('[$-409]d\\ mmm\\ yyyy;@')).toBe('day')
  expect(lookOfCode('#,##0.00 "days"')).toBe('number')
})

test('a day is a period only where it was said what it stands for', async () => {
  const sheet: SheetMade = {
    name: 'S',
    rows: [['date', 'visits'], ...[43_555, 43_646].map((value) => [{ value, style: 1 }, 4])],
  }
  const file = workbook([sheet])
  const seen = await scan(file)
  expect(seen.columns[0]).toMatchObject({ dates: 2, periods: 0 })
  const visits = [indicator('visits', { grain: 'quarter' })]
  const mapping = guessed(seen, visits)
  expect(mapping.period).toEqual({ column: 0, dates: 'quarter' })
  expect((await readAll(file, seen, mapping, visits)).rows.map((row) => row.period)).toEqual(['2019-Q1', '2019-Q2'])
  const silent = await readAll(file, seen, { ...mapping, period: { column: 0 } }, visits)
  expect(silent.faults.map(({ code }) => code)).toEqual(['period_unreadable', 'period_unreadable'])
})

test('a title over all columns is left, merged names stand over each of their columns, years in them are periods', async () => {
  const sheet: SheetMade = {
    name: 'Table 3',
    rows: [
      ['Table 3. Labour inspection, by year'],
      [],
      ['Country', 'visits', undefined, 'fines', undefined],
      [undefined, 2019, 2020, '2019 [YR2019]', '2020‡'],
      ['Eswatini', 10, 11, 20, 21],
      ['Other', 1, 2, 3, 4],
    ],
    merges: ['A1:E1', 'A3:A4', 'B3:C3', 'D3:E3'],
  }
  const file = workbook([sheet])
  const seen = await scan(file)
  expect(seen.form).toMatchObject({ headerLine: 3, headerLines: 2 })
  expect(seen.header).toEqual(['Country', 'visits – 2019', 'visits – 2020', 'fines – 2019 [YR2019]', 'fines – 2020‡'])
  const both = [indicator('visits'), indicator('fines')]
  const mapping = guessed(seen, both, 'Swaziland')
  expect(mapping.team).toEqual({ column: 0, names: ['Eswatini'] })
  const { rows, faults } = await readAll(file, seen, mapping, both)
  expect(faults).toEqual([])
  expect(rows.map((row) => [row.indicatorId, row.period, row.value, row.line])).toEqual([
    ['visits', '2019', 10, 5],
    ['visits', '2020', 11, 5],
    ['fines', '2019', 20, 5],
    ['fines', '2020', 21, 5],
  ])
})

test('a merged label stands for all its rows; a merged figure could be of any of them and is told', async () => {
  const sheet: SheetMade = {
    name: 'S',
    rows: [
      ['year', 'indicator', 'value'],
      [2019, 'visits', 5],
      [undefined, 'fines', undefined],
    ],
    merges: ['A2:A3', 'C2:C3'],
  }
  const file = workbook([sheet])
  const seen = await scan(file)
  const both = [indicator('visits'), indicator('fines')]
  const { faults } = await readAll(file, seen, guessed(seen, both), both)
  expect(faults.map(({ line, code, column }) => [line, code, column])).toEqual([
    [2, 'merged', 2],
    [3, 'merged', 2],
  ])
  const label = workbook([{ ...sheet, merges: ['A2:A3'], rows: [...sheet.rows.slice(0, 2), [undefined, 'fines', 6]] }])
  const { rows } = await readAll(label, await scan(label), guessed(seen, both), both)
  expect(rows.map((row) => [row.indicatorId, row.period, row.value])).toEqual([
    ['visits', '2019', 5],
    ['fines', '2019', 6],
  ])
})

test('formulas count as they were shown, errors and truths are words', async () => {
  const sheet: SheetMade = {
    name: 'S',
    rows: [
      ['year', 'visits'],
      [2019, { value: '#DIV/0!', kind: 'e' }],
      [2020, { value: 1, kind: 'b' }],
      [2021, { value: '7', kind: 'str' }],
    ],
  }
  const file = workbook([sheet])
  const seen = await scan(file)
  const { rows, faults } = await readAll(
    file,
    seen,
    guessed(seen, [indicator('visits')], 'x', { figures: { value: 1, indicatorId: 'visits' } }),
    [indicator('visits')],
  )
  expect(rows.map((row) => [row.period, row.value])).toEqual([['2021', 7]])
  expect(faults.map(({ cell }) => cell)).toEqual(['#DIV/0!', 'TRUE'])
})

test('what unpacks to far more than it is, or to more than it says, or expands entities, stays closed', async () => {
  const sound = {
    '_rels/.rels': '<Relationships/>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
  }
  const spaces = Buffer.alloc(60_000_000, 32)
  const bomb = zipped({
    ...sound,
    'xl/sheet.xml': Buffer.concat([Buffer.from('<worksheet>'), spaces, Buffer.from('</worksheet>')]),
  })
  expect(bomb.size).toBeLessThan(100_000)
  expect(await faultOf(bomb)).toBe('workbook_bomb')
  const lie = { ...sound, 'xl/sheet.xml': `<worksheet>${'<row/>'.repeat(1000)}</worksheet>` }
  expect(await faultOf(zipped(lie, 'xl/sheet.xml'))).toBe('workbook_bomb')
  const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
  expect(await faultOf(zipped({ ...sound, 'xl/sheet.xml': laughs }))).toBe('workbook_broken')
  const whole = workbook([plainSheet])
  expect(await faultOf(whole.slice(0, whole.size - 40))).toBe('workbook_broken')
  expect(await faultOf(zipped({ 'word/document.xml': '<w/>' }))).toBe('workbook_broken')
})

test('a long sheet is read in pieces, every row of it', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => [1900 + (i % 150), i, `place ${i % 7}`])
  const file = workbook([{ name: 'Long', rows: [['year', 'visits', 'where'], ...rows] }])
  const seen = await scan(file)
  expect(seen).toMatchObject({ rows: 30_000 })
  expect(seen.columns[2]!.words).toHaveLength(7)
})

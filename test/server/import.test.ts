import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { FileFault } from '../../client/record/file-fault.ts'
import { readRecords, type Tally } from '../../client/record/read-records.ts'
import { type FileSeen, scanFile } from '../../client/record/scan-file.ts'
import { tableRows } from '../../client/record/table-rows.ts'
import type { RowFault } from '../../shared/import-row.ts'
import type { Mapping } from '../../shared/mapping.ts'
import { guessMapping } from '../../shared/mapping-guess.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import { dataFile } from '../data.ts'
import { recordActs } from '../records.ts'
import { onBothEngines } from '../world.ts'

const blob = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => new Blob(parts)
const scan = (file: Blob, given: Parameters<typeof scanFile>[1] = {}) => scanFile(file, given, () => {})

const indicator = (code: string, over: Partial<Indicator> = {}): Indicator => ({
  id: code,
  agreementId: 'a',
  code,
  title: code,
  definition: '',
  unit: 'number',
  ratePer: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'year',
  source: '',
  illustrative: false,
  ...over,
})

/** Everything that a file becomes under a mapping. */
async function readAll(file: Blob, seen: FileSeen, mapping: Mapping, indicators: readonly Indicator[]) {
  const rows: ImportedRow[] = []
  const faults: RowFault[] = []
  let tally: Tally | undefined
  for await (const piece of readRecords({ file, form: seen.form, header: seen.header, mapping, indicators })) {
    rows.push(...piece.rows)
    faults.push(...piece.faults)
    tally = piece.tally
  }
  return { rows, faults, tally: tally! }
}

/** The mapping that the page suggests, with what the person says on top. */
const guess = (
  seen: FileSeen,
  indicators: readonly Indicator[],
  team: string,
  said: Partial<Mapping> = {},
): Mapping => {
  const { value: _, ...guessed } = guessMapping(seen.columns, indicators, team)
  return { ...guessed, ...said } as Mapping
}

const dol = dataFile('dol_child_labor_findings', 'derived', 'enforcement_long.csv')
const ilo = (name: string) => dataFile('ilostat_labour_inspection', `${name}.csv`)

describe('files that people have', () => {
  const one = [indicator('visits')]
  const simple: Mapping = {
    only: [],
    period: { column: 0 },
    figures: { value: 1, indicatorId: 'visits' },
    words: { unknown: 'unknown' },
    notes: [2],
  }
  const read = async (file: Blob, mapping: Mapping = simple) => readAll(file, await scan(file), mapping, one)

  test('semicolons, a decimal comma and a first line that Excel writes', async () => {
    const seen = await scan(blob('sep=;\r\nyear;value;note\r\n2019;12,5;a\r\n2020;1.234,5;"b;c"\r\n'))
    expect(seen).toMatchObject({ form: { delimiter: ';', headerLine: 2 }, header: ['year', 'value', 'note'], rows: 2 })
    expect(seen.columns[1]).toMatchObject({ decimal: ',', figures: 2 })
  })

  test('lines are counted as an editor counts them, through cells of several lines', async () => {
    const { rows, faults } = await read(blob('year,value,note\n2018,1,"one\ntwo\r\nthree"\n\n2019,x,\n2020,2,\n'))
    expect(rows.map((row) => [row.line, row.period])).toEqual([
      [2, '2018'],
      [7, '2020'],
    ])
    expect(faults).toEqual([{ line: 6, column: 1, code: 'not_a_number', cell: 'x' }])
  })

  test('an old Mac’s line ends and letters', async () => {
    const mac = new Map([
      ['é', 0x8e],
      ['à', 0x88],
      ['’', 0xd5],
      ['ê', 0x90],
    ])
    const text = 'année,visites,note\r2019,5,relevé à l’intérieur\r2020,6,enquête\r'
    const file = blob(Uint8Array.from(text, (letter) => mac.get(letter) ?? letter.charCodeAt(0)))
    const seen = await scan(file)
    expect(seen).toMatchObject({ encoding: { encoding: 'macintosh' }, header: ['année', 'visites', 'note'], rows: 2 })
    const { rows } = await readAll(file, seen, simple, one)
    expect(rows[0]!.note).toBe('note: relevé à l’intérieur')
  })

  test('a broken UTF-8 file: the rows that are broken are told with their line, the others are read', async () => {
    const text = new TextEncoder().encode('année,visites,note\n2018,1,relevé\n2019,2,relevé\n2020,3,relevé\n')
    const broken = Uint8Array.from([...text].toSpliced(text.lastIndexOf(0xc3), 1))
    const file = blob(broken)
    const seen = await scan(file)
    expect(seen.encoding).toEqual({ encoding: 'utf-8', sure: false, broken: { count: 1, lines: [4] } })
    const { rows, faults } = await readAll(file, seen, simple, one)
    expect(rows.map((row) => row.period)).toEqual(['2018', '2019'])
    expect(faults).toMatchObject([{ line: 4, column: 2, code: 'broken_text' }])
  })

  test('a formula is no figure and is not evaluated; as a note it stays the text that it is', async () => {
    const { rows, faults } = await read(
      blob('year,value,note\n2018,=1+1,\n2019,5,=HYPERLINK("x")\n2020,-5,\n2021,@x,\n'),
    )
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'formula'],
      [5, 'formula'],
    ])
    expect(rows).toMatchObject([{ value: 5, note: 'note: =HYPERLINK("x")' }, { value: -5 }])
  })

  test('rows that are too short, too long, or give one place twice are told; nothing is guessed', async () => {
    const { rows, faults } = await read(
      blob('year,value,note\n2018\n2019,1,,extra\n2020,1,\n2020,2,\n2021,"1,234",\n2022,,\n2023,Unknown*,\n'),
    )
    expect(faults.map(({ line, code, earlier }) => [line, code, earlier])).toEqual([
      [2, 'row_short', undefined],
      [3, 'row_long', undefined],
      [5, 'repeated', 4],
      [6, 'ambiguous_mark', undefined],
      [7, 'blank', undefined],
    ])
    expect(rows).toMatchObject([
      { period: '2020', value: 1 },
      { period: '2023', missing: 'unknown', note: '*', raw: 'Unknown*' },
    ])
  })

  test('words of a file that are also names in our language stay words', async () => {
    const { faults } = await read(blob('year,value,note\n2018,constructor,\n2019,__proto__,\n2020,toString,\n'))
    expect(faults.map((fault) => fault.code)).toEqual(['not_a_number', 'not_a_number', 'not_a_number'])
  })

  test('what cannot be kept is told and not sent: a NUL in a cell; what is cut is cut between letters', async () => {
    const long = `${'x'.repeat(499)}😀`
    const { rows, faults } = await read(
      blob(`year,value,note\n2018,1,a\u0000b\n2019,${long},\n2020,1,${'😀'.repeat(900)}\n`),
    )
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'broken_text'],
      [3, 'not_a_number'],
    ])
    expect(faults[1]!.cell).toBe('x'.repeat(499))
    expect(rows.every((row) => row.note.isWellFormed() && row.raw.isWellFormed())).toBe(true)
  })

  test('a column that explains decides why there is no figure, and contradicts none', async () => {
    const mapping: Mapping = { ...simple, notes: [], status: { column: 2, words: { C: 'suppressed', E: 'figure' } } }
    const { rows, faults } = await read(
      blob('year,value,status\n2018,,C\n2019,5,E\n2020,5,C\n2021,5,Q\n2022,5,\n'),
      mapping,
    )
    expect(rows).toMatchObject([
      { missing: 'suppressed', note: 'C' },
      { value: 5, note: 'E' },
      { value: 5, note: '' },
    ])
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [4, 'status_and_figure'],
      [5, 'status_unknown'],
    ])
  })

  test('a wide table: one indicator a column', async () => {
    const two = [indicator('visits'), indicator('fines', { unit: 'US dollars' })]
    const mapping: Mapping = {
      ...simple,
      figures: {
        wide: [
          { column: 1, indicatorId: 'visits' },
          { column: 2, indicatorId: 'fines' },
        ],
      },
      notes: [],
      blank: 'not_reported',
    }
    const file = blob('year,visits,fines\n2019,5,$1.5 million\n2020,,€20\n')
    const { rows, faults } = await readAll(file, await scan(file), mapping, two)
    expect(faults).toEqual([])
    expect(rows).toMatchObject([
      { indicatorId: 'visits', value: 5 },
      { indicatorId: 'fines', value: 1_500_000 },
      { indicatorId: 'visits', missing: 'not_reported' },
      { indicatorId: 'fines', value: 20, unit: '€' },
    ])
    expect(rows[1]).not.toHaveProperty('unit', '$')
  })

  test('what is no table, or never ends a quotation, gets a reason', async () => {
    const fault = async (file: Blob) =>
      scan(file).then(
        () => undefined,
        (thrown: FileFault) => [thrown.code, thrown.line],
      )
    expect(await fault(blob(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 20, 0)))).toEqual(['workbook', undefined])
    expect(await fault(blob(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)))).toEqual(['workbook_broken', undefined])
    expect(await fault(blob('%PDF-1.7\n%%EOF'))).toEqual(['not_table', undefined])
    expect(await fault(blob('alone\nalone\n'))).toEqual(['not_table', undefined])
    expect(await fault(blob(''))).toEqual(['not_table', undefined])
    expect(await fault(blob('a,b\n1,2\n3,"4\n5,6\n'))).toEqual(['quote_unclosed', 3])
    expect(await fault(blob('a,b\n1,"2\n', 'x,y\n'.repeat(600_000)))).toEqual(['quote_unclosed', 2])
  })

  test('how the bytes are cut on the way changes no row: a file many slices long', async () => {
    const line = (i: number) => `${i},"é\r\n""${'x'.repeat(i % 97)}""",ñ\r\n`
    const text = `id,text,end\r\n${Array.from({ length: 12_000 }, (_, i) => line(i)).join('')}`
    const file = blob(text)
    expect(file.size).toBeGreaterThan(3 * 262_144)
    const rows: string[][] = []
    let last = 0
    for await (const piece of tableRows(file, { encoding: 'utf-8', delimiter: ',', headerLine: 1 }))
      for (const row of piece.rows) {
        rows.push(row.cells)
        if (row.cells.length > 1) last = row.line
      }
    expect(rows.slice(0, -1)).toEqual(parse(text, { record_delimiter: '\r\n' }))
    expect(last).toBe(2 * 12_000)
  })
})

describe('the findings of the US Department of Labor, as they are', () => {
  const skip = dol === undefined
  const file = () => blob(readFileSync(dol!))
  const codes = ['Labor_Inspectors', 'Labor_Inspections', 'Labor_Violations', 'Labor_Funding']
  const known = codes.map((code) => indicator(code, code === 'Labor_Funding' ? { unit: 'US dollars' } : {}))

  test.skipIf(skip)('its 22,496 rows are read as csv-parse reads them', async () => {
    const rows: string[][] = []
    for await (const piece of tableRows(file(), { encoding: 'utf-8', delimiter: ',', headerLine: 1 }))
      for (const row of piece.rows) if (row.cells.length > 1) rows.push(row.cells)
    const expected: string[][] = parse(readFileSync(dol!), { bom: true })
    expect(expected).toHaveLength(22_497)
    expect(rows).toEqual(expected)
  })

  test.skipIf(skip)('the columns are found by themselves for a team that is a country of the file', async () => {
    const seen = await scan(file())
    expect(seen).toMatchObject({ rows: 22_496, form: { delimiter: ',', encoding: 'utf-8' }, encoding: { sure: true } })
    const mapping = guess(seen, known, 'cambodia')
    const named = (column: number | undefined) => seen.header[column ?? -1]
    expect(named(mapping.team?.column)).toBe('country')
    expect(mapping.team?.names).toEqual(['Cambodia'])
    expect(mapping.period && 'column' in mapping.period && named(mapping.period.column)).toBe('report_year')
    expect('codes' in mapping.figures && Object.keys(mapping.figures.codes ?? {}).sort()).toEqual([...codes].sort())
    expect(named(mapping.status?.column)).toBe('missing_kind')
    expect(mapping.status?.words).toMatchObject({ unknown: 'unknown', not_applicable: 'not_applicable' })
  })

  test.skipIf(skip)('every row becomes a record, is another country’s, is left out, or is told why', async () => {
    const seen = await scan(file())
    const source: Record<string, string>[] = parse(readFileSync(dol!), { columns: true, bom: true })
    const byCode = guess(seen, known, 'Cambodia')
    const figures = byCode.figures as Extract<Mapping['figures'], { codes: object }>
    const others = seen.columns[4]!.words.filter(({ text }) => !codes.includes(text))
    const codesOf = { ...figures.codes, ...Object.fromEntries(others.map(({ text }) => [text, ''])) }
    const value = seen.header.indexOf('raw_value')
    const mapping: Mapping = {
      ...byCode,
      figures: { ...figures, value, codes: codesOf },
      status: undefined,
      decimal: '.',
    }
    const { rows, faults, tally } = await readAll(file(), seen, mapping, known)
    const mine = source.filter((row) => row.country === 'Cambodia')
    expect(tally).toMatchObject({
      rows: 22_496,
      otherTeam: source.length - mine.length,
      leftOut: mine.filter((row) => !codes.includes(row.indicator!)).length,
      faults: faults.length,
    })
    expect(tally.records + tally.faults).toBe(mine.filter((row) => codes.includes(row.indicator!)).length)
    for (const row of rows) {
      const raw = source[row.line - 2]!
      expect(raw).toMatchObject({
        country: 'Cambodia',
        indicator: row.indicatorId,
        report_year: row.period,
        raw_value: row.raw,
      })
      if (row.value === undefined) expect(['unknown', 'not_applicable', 'unavailable']).toContain(raw.missing_kind)
      else expect(row.value).toBeCloseTo(Number(raw.number), 6)
    }
    expect(rows.length).toBeGreaterThan(15)
  })

  test.skipIf(skip)('all countries at once: every figure is the one that the source’s own reading has', async () => {
    const seen = await scan(file())
    const source: Record<string, string>[] = parse(readFileSync(dol!), { columns: true, bom: true })
    const value = seen.header.indexOf('raw_value')
    const words = { ...guess(seen, known, '').words, yes: 1, no: 0 }
    // One record a line, so that places do not repeat: each line gets a period of its own by fixing nothing else.
    const mapping: Mapping = {
      only: [],
      period: { column: 3 },
      figures: { value, indicatorId: 'any' },
      words,
      notes: [],
      decimal: '.',
      blank: 'not_reported',
    }
    const read = (await import('../../shared/import-row.ts')).rowReader(mapping, seen.header, [
      indicator('any', { unit: 'US dollars' }),
    ])
    const wrong: unknown[] = []
    for (const [i, row] of source.entries()) {
      const outcome = read(Object.values(row), i + 2)
      const [record] = outcome.kind === 'read' ? outcome.rows : []
      const told = outcome.kind === 'read' ? outcome.faults[0]?.code : outcome.kind
      const agrees = row.number
        ? record?.value !== undefined && Math.abs(record.value - Number(row.number)) < 1e-6
        : record?.missing !== undefined || row.missing_kind === 'unparsed'
      if (!agrees) wrong.push([row.raw_value, row.number, record, told])
    }
    expect(wrong).toEqual([])
  })
})

describe('ILOSTAT’s labour inspection, as it is', () => {
  const codes = [
    'LAI_INDE_NOC_RT',
    'LAI_INSP_SEX_NB',
    'LAI_VDIN_NOC_RT',
    'LAI_VIST_NOC_NB',
    'LAI_WOPL_NOC_NB',
    'INJ_FATL_SEX_MIG_RT',
  ]
  const files = codes.map((code) => [code, ilo(`${code}_A`)] as const)
  const absent = files.some(([, path]) => path === undefined)
  const known = codes.map((code) => indicator(code))

  test.skipIf(absent).each(files)(
    '%s: every row of Costa Rica is a record, and the others’ are counted',
    async (code, path) => {
      const file = blob(readFileSync(path!))
      const seen = await scan(file)
      const source: Record<string, string>[] = parse(readFileSync(path!), { columns: true, bom: true })
      expect(seen).toMatchObject({ rows: source.length, encoding: { encoding: 'utf-8', sure: true } })
      const column = (name: string) => seen.header.indexOf(name)
      const totals: [string, string][] = [
        ['sex', 'SEX_T'],
        ['classif1', 'MIG_STATUS_TOTAL'],
      ]
      const only = totals.flatMap(([name, is]) => (column(name) < 0 ? [] : [{ column: column(name), is }]))
      const mapping = guess(seen, known, 'CRI', { only })
      expect(mapping.team).toEqual({ column: column('ref_area'), names: ['CRI'] })
      expect(mapping.period).toEqual({ column: column('time') })
      expect(mapping.figures).toEqual({
        value: column('obs_value'),
        column: column('indicator'),
        codes: { [code]: code },
      })
      const { rows, faults, tally } = await readAll(file, seen, mapping, known)
      const mine = source.filter((row) => row.ref_area === 'CRI')
      const wanted = mine.filter((row) => totals.every(([name, is]) => row[name] === undefined || row[name] === is))
      expect(faults).toEqual([])
      expect(tally).toEqual({
        rows: source.length,
        otherTeam: source.length - mine.length,
        leftOut: mine.length - wanted.length,
        records: wanted.length,
        faults: 0,
      })
      expect(rows.map((row) => [row.period, row.value])).toEqual(wanted.map((row) => [row.time, Number(row.obs_value)]))
      expect(rows.length).toBeGreaterThan(5)
    },
  )

  test.skipIf(absent)(
    'without saying which sex, the second and third figure of a year are told, not taken',
    async () => {
      const file = blob(readFileSync(ilo('LAI_INSP_SEX_NB_A')!))
      const { rows, faults } = await readAll(file, await scan(file), guess(await scan(file), known, 'CRI'), known)
      expect(faults.length).toBeGreaterThan(5)
      expect(new Set(faults.map((fault) => fault.code))).toEqual(new Set(['repeated']))
      expect(new Set(rows.map((row) => row.period)).size).toBe(rows.length)
    },
  )

  test.skipIf(absent)(
    'a value that is not significant and empty is not a zero: the person says what it is',
    async () => {
      const file = blob(readFileSync(ilo('INJ_FATL_SEX_MIG_RT_A')!))
      const seen = await scan(file)
      const status = seen.header.indexOf('obs_status')
      const mapping = guess(seen, known, '', { team: undefined, only: [{ column: status, is: 'S' }] })
      expect(mapping.status?.words).toEqual({ P: 'figure', S: 'figure' })
      const silent = await readAll(file, seen, mapping, known)
      expect(silent.rows).toEqual([])
      expect(silent.faults.map((fault) => fault.code)).toEqual(Array(5).fill('blank'))
      const said = await readAll(
        file,
        seen,
        { ...mapping, status: { column: status, words: { S: 'suppressed' } } },
        known,
      )
      expect(said.rows.every((row) => row.missing === 'suppressed' && row.value === undefined)).toBe(true)
      expect(said.rows.length + said.faults.length).toBe(5)
    },
  )
})

onBothEngines('an import', (world) => {
  const acts = recordActs(world)
  const draft = async () => {
    const forum = await acts.convene()
    const visits = (await acts.define('lina')).body.id
    const id = await acts.begin('lina', forum.id, world().team.north)
    const values = async () =>
      Object.fromEntries((await acts.records('lina', id)).body.records.map((record) => [record.period, record.value]))
    const bring = async (years: Record<string, number>) => {
      const batch = (await acts.batch('lina', id)).body.id
      const rows = Object.entries(years).map(([period, value]) => ({ indicatorId: visits, period, value }))
      await acts.rows('lina', batch, 0, rows)
      return { batch, finished: (await acts.finish('lina', batch, rows.length)).body }
    }
    return { forum, id, visits, values, bring }
  }

  test('counts when it is finished and not before, and keeps the cell and line that each record came from', async () => {
    const { id, visits, values } = await draft()
    const batch = (await acts.batch('tomas', id, { filename: '../../etc/C:\\fakepath\\visits 2025.csv' })).body
    expect(batch).toMatchObject({ filename: 'visits 2025.csv', state: 'open', chunks: 0 })
    const row = { indicatorId: visits, period: '2024', value: 1234, raw: '1,234‡', note: '‡', line: 77 }
    expect((await acts.rows('tomas', batch.id, 0, [row])).body).toEqual({ chunks: 1, rowsAccepted: 1, repeated: [] })
    expect(await values()).toEqual({})
    expect((await acts.file('lina', id)).body.code).toBe('disclosure_empty')
    expect((await acts.finish('tomas', batch.id, 9, 2)).body).toMatchObject({
      state: 'finished',
      rowsTotal: 9,
      rowsAccepted: 1,
      rowsRefused: 2,
      rowsReplaced: 0,
    })
    expect((await acts.records('lina', id)).body.records).toMatchObject([{ ...row, batchId: batch.id }])
    expect((await acts.rows('tomas', batch.id, 1, [row])).body.code).toBe('batch_finished')
  })

  test('a chunk that is sent twice counts once, and one that comes too early is refused', async () => {
    const { id, visits, values } = await draft()
    const batch = (await acts.batch('lina', id)).body.id
    const chunk = (n: number) =>
      acts.rows('lina', batch, n, [{ indicatorId: visits, period: String(2020 + n), value: n }])
    await chunk(0)
    expect((await chunk(0)).body).toMatchObject({ chunks: 1, rowsAccepted: 1 })
    expect(await chunk(2)).toMatchObject({ status: 409, body: { code: 'batch_out_of_order', detail: { next: 1 } } })
    const answers = await Promise.all([chunk(1), chunk(1)])
    expect(answers.map((answer) => answer.body.chunks)).toEqual([2, 2])
    expect((await acts.finish('lina', batch, 2)).body.rowsAccepted).toBe(2)
    expect(await values()).toEqual({ 2020: 0, 2021: 1 })
  })

  test('one place that a file gives twice is taken once, and the second line is named', async () => {
    const { id, visits } = await draft()
    const batch = (await acts.batch('lina', id)).body.id
    const place = { indicatorId: visits, period: '2024' }
    const taken = await acts.rows('lina', batch, 0, [
      { ...place, value: 1, line: 5 },
      { ...place, value: 2, line: 9 },
    ])
    expect(taken.body).toEqual({ chunks: 1, rowsAccepted: 1, repeated: [9] })
    expect((await acts.rows('lina', batch, 1, [{ ...place, value: 3, line: 12 }])).body.repeated).toEqual([12])
  })

  test('a second import replaces what it says anew and tells how many; undone, the first stands again', async () => {
    const { values, bring } = await draft()
    await bring({ 2023: 1, 2024: 2 })
    const { batch, finished } = await bring({ 2024: 20, 2025: 30 })
    expect(finished.rowsReplaced).toBe(1)
    expect(await values()).toEqual({ 2023: 1, 2024: 20, 2025: 30 })
    expect((await acts.undo('lina', batch)).body.state).toBe('undone')
    expect(await values()).toEqual({ 2023: 1, 2024: 2 })
    expect((await acts.undo('lina', batch)).body.code).toBe('batch_undone')
  })

  test('undone in any order, with hand-typed records between, what is left is what was not undone', async () => {
    const { id, visits, values, bring } = await draft()
    const put = (value: number) => acts.put('lina', id, { indicatorId: visits, period: '2024', value })
    const a = await bring({ 2024: 1 })
    const b = await bring({ 2024: 2 })
    const c = await bring({ 2024: 3 })
    await acts.undo('lina', b.batch)
    expect(await values()).toEqual({ 2024: 3 })
    await acts.undo('lina', c.batch)
    expect(await values()).toEqual({ 2024: 1 })
    await put(4)
    const d = await bring({ 2024: 5 })
    await acts.undo('lina', a.batch)
    expect(await values()).toEqual({ 2024: 5 })
    await acts.undo('lina', d.batch)
    expect(await values()).toEqual({ 2024: 4 })
  })

  test('a record taken out and typed again is not pushed aside by an undo', async () => {
    const { id, visits, values, bring } = await draft()
    await bring({ 2024: 1 })
    const second = await bring({ 2024: 2 })
    const [record] = (await acts.records('lina', id)).body.records
    await world().request('lina', 'DELETE', `/api/disclosures/${id}/records/${record!.id}`)
    await acts.put('lina', id, { indicatorId: visits, period: '2024', value: 3 })
    await acts.undo('lina', second.batch)
    expect(await values()).toEqual({ 2024: 3 })
  })

  test('an import that was left half-way is dropped without a trace', async () => {
    const { id, visits, values } = await draft()
    const batch = (await acts.batch('lina', id)).body.id
    await acts.rows('lina', batch, 0, [{ indicatorId: visits, period: '2024', value: 1 }])
    expect((await acts.undo('lina', batch)).body.state).toBe('undone')
    expect(await values()).toEqual({})
    expect((await acts.rows('lina', batch, 1, [{ indicatorId: visits, period: '2025', value: 1 }])).body.code).toBe(
      'batch_undone',
    )
    expect((await acts.finish('lina', batch)).body.code).toBe('batch_undone')
  })

  test('is its team’s: another team neither sends rows, nor finishes, nor undoes; nobody undoes after filing', async () => {
    const { id, visits, bring } = await draft()
    const open = (await acts.batch('lina', id)).body.id
    expect((await acts.rows('marc', open, 0, [{ indicatorId: visits, period: '2024', value: 1 }])).body.code).toBe(
      'only_own_team',
    )
    expect((await acts.finish('marc', open)).body.code).toBe('only_own_team')
    expect((await acts.undo('sok', open)).body.code).toBe('only_team')
    expect((await acts.undo('nemo', open)).status).toBe(404)
    expect((await acts.batch('lina', id)).body.code).toBe('import_unfinished')
    await acts.undo('lina', open)
    const { batch } = await bring({ 2024: 1 })
    await acts.file('lina', id)
    expect((await acts.undo('lina', batch)).body.code).toBe('disclosure_filed')
    expect((await acts.rows('lina', open, 0, [{ indicatorId: visits, period: '2025', value: 1 }])).body.code).toBe(
      'disclosure_filed',
    )
  })

  test('wrong rows are refused field by field, and an unknown indicator with its line', async () => {
    const { id, visits, values } = await draft()
    const batch = (await acts.batch('lina', id)).body.id
    const bad = [
      { indicatorId: visits, period: '24', value: 1 },
      { indicatorId: visits, period: '2024' },
      { indicatorId: visits, period: '2024', value: 1, missing: 'unknown' as const },
    ]
    for (const row of bad) expect((await acts.rows('lina', batch, 0, [row])).body.code).toBe('invalid_input')
    expect(
      (await acts.rows('lina', batch, 0, [{ indicatorId: 'nowhere', period: '2024', value: 1, line: 8 }])).body,
    ).toMatchObject({
      code: 'indicator_unknown',
      detail: { line: 8 },
    })
    await acts.finish('lina', batch)
    expect(await values()).toEqual({})
  })

  test('what was said of a file’s columns is remembered for the team’s next file with the same columns', async () => {
    const { id, visits } = await draft()
    const mapping: Mapping = {
      only: [],
      period: { column: 0 },
      figures: { value: 1, indicatorId: visits },
      words: { nil: 0 },
      notes: [],
    }
    const first = await acts.batch('lina', id, { header: ['year', 'visits'], mapping })
    await acts.finish('lina', first.body.id)
    world().now = '2026-03-02T09:05:00.000Z'
    const team = { column: 2, names: ['Swaziland', 'Eswatini'] }
    await acts.batch('tomas', id, {
      header: ['year', 'visits'],
      mapping: { ...mapping, team, words: { nil: 'unknown' } },
    })
    const next = await draft()
    const remembered = await acts.ask<{ batches: { header: string[]; mapping: Mapping }[]; aliases: string[] }>(
      'tomas',
      'GET',
      `disclosures/${next.id}/mappings`,
    )
    const same = remembered.body.batches.filter((batch) => batch.header.join() === 'year,visits')
    expect(same.map((batch) => batch.mapping.words)).toEqual([{ nil: 'unknown' }])
    expect(remembered.body.aliases).toEqual(expect.arrayContaining(['Eswatini', 'Swaziland']))
    expect((await acts.ask('marc', 'GET', `disclosures/${next.id}/mappings`)).body.code).toBe('disclosure_sealed')
  })

  test.skipIf(dol === undefined)('Cambodia’s real figures, from the file to the disclosure', async () => {
    const forum = await acts.convene()
    const define = async (code: string) =>
      (await acts.define('lina', { code: `${code}_${world().engine}`, title: code })).body
    const indicators = [
      await define('Labor_Inspectors'),
      await define('Labor_Inspections'),
      await define('Labor_Violations'),
    ]
    const id = await acts.begin('lina', forum.id, world().team.north)
    const file = blob(readFileSync(dol!))
    const seen = await scan(file)
    const mapping = guess(seen, indicators, 'Cambodia', { decimal: '.' })
    const figures = mapping.figures as Extract<Mapping['figures'], { codes: object }>
    const rest = seen.columns[4]!.words.map(({ text }) => [text, figures.codes[text] ?? ''])
    const whole: Mapping = { ...mapping, figures: { ...figures, codes: Object.fromEntries(rest) } }
    const { rows, tally } = await readAll(file, seen, whole, indicators)
    const batch = (await acts.batch('lina', id, { form: seen.form, header: seen.header, mapping: whole })).body.id
    expect((await acts.rows('lina', batch, 0, rows)).body).toMatchObject({ rowsAccepted: tally.records, repeated: [] })
    await acts.finish('lina', batch, tally.rows, tally.faults)
    const { total, records } = (await acts.records('lina', id, '?limit=500')).body
    expect(total).toBe(tally.records)
    const inspectors = records.filter((record) => record.indicatorId === indicators[0]!.id)
    expect(inspectors.map((record) => record.period)).toEqual(['2015', '2016', '2017', '2018', '2019', '2020'])
    const source: Record<string, string>[] = parse(readFileSync(dol!), { columns: true, bom: true })
    for (const record of records) {
      const raw = source[record.line! - 2]!
      expect(raw.country).toBe('Cambodia')
      if (raw.number) expect(record.value).toBe(Number(raw.number))
      else expect(record.missing).toBeDefined()
    }
  })
})

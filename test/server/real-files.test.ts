import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { readRecords } from '../../client/record/read-records.ts'
import { scanFile } from '../../client/record/scan-file.ts'
import type { RowFault } from '../../shared/import-row.ts'
import type { Mapping } from '../../shared/mapping.ts'
import { guessMapping } from '../../shared/mapping-guess.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import { dataFile } from '../data.ts'

const dol = dataFile('dol_child_labor_findings', 'derived', 'enforcement_long.csv')
const whd = dataFile('us_whd_inspections', 'whd_whisard.csv')

const indicator = (code: string, unit = 'number'): Indicator => ({
  id: code,
  agreementId: 'a',
  code,
  title: code,
  definition: '',
  unit,
  ratePer: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'year',
  source: '',
  illustrative: false,
})

/** What a file becomes under what is suggested for a team, with what the person says on top. */
async function become(
  path: string,
  known: readonly Indicator[],
  team: string,
  said: (draft: Mapping) => Partial<Mapping>,
) {
  const file = new Blob([readFileSync(path)])
  const seen = await scanFile(file, {}, () => {})
  const { value: _, ...draft } = guessMapping(seen.columns, known, team)
  const mapping = { ...draft, ...said(draft as Mapping) } as Mapping
  const [rows, faults]: [ImportedRow[], RowFault[]] = [[], []]
  for await (const piece of readRecords({ file, form: seen.form, header: seen.header, mapping, indicators: known })) {
    rows.push(...piece.rows)
    faults.push(...piece.faults)
  }
  return { seen, mapping, rows, faults }
}

/** The indicator column of the Department of Labor: rows of others are left out. */
const only =
  (...codes: string[]) =>
  (draft: Mapping): Partial<Mapping> => ({
    only: [],
    decimal: '.',
    figures: {
      ...(draft.figures as Extract<Mapping['figures'], { codes: object }>),
      value: 5,
      codes: Object.fromEntries([...allCodes()].map((code) => [code, codes.includes(code) ? code : ''])),
    },
    status: undefined,
  })
const source = (): Record<string, string>[] => parse(readFileSync(dol!), { columns: true, bom: true })
const allCodes = () => new Set(source().map((row) => row.indicator!))

test.skipIf(!dol)(
  'a renamed country is one country: Swaziland’s rows and Eswatini’s, each with its own cell',
  async () => {
    const known = [indicator('Labor_Inspectors'), indicator('Labor_Inspections')]
    const { mapping, rows, faults } = await become(
      dol!,
      known,
      'Eswatini',
      only('Labor_Inspectors', 'Labor_Inspections'),
    )
    expect(mapping.team?.names.toSorted()).toEqual(['Eswatini', 'Swaziland'])
    expect(faults).toEqual([])
    const inspections = rows.filter((row) => row.indicatorId === 'Labor_Inspections')
    expect(inspections.map((row) => [row.period, row.value ?? row.missing, row.raw])).toEqual([
      ['2015', 'unknown', 'Unknown*'],
      ['2016', 'unknown', 'Unknown'],
      ['2017', 2220, '2220'],
      ['2018', 2278, '2278'],
      ['2019', 1580, '1,580'],
      ['2020', 'unknown', 'Unknown'],
    ])
  },
)

test.skipIf(!dol)(
  'a territory told in parts: nothing is taken for the whole unless it is, and a part says that it is one',
  async () => {
    const known = [indicator('Labor_Inspectors')]
    const asked = only('Labor_Inspectors')
    const unsaid = await become(dol!, known, 'Tanzania', asked)
    expect(unsaid.rows).toEqual([])
    expect(new Set(unsaid.faults.map((fault) => `${fault.code} ${fault.cell}`))).toEqual(
      new Set(['territory_unknown Mainland', 'territory_unknown Zanzibar']),
    )
    const { rows, faults } = await become(dol!, known, 'Tanzania', (draft) => ({
      ...asked(draft),
      territory: { column: draft.territory!.column, words: { Zanzibar: 'part', Mainland: 'left_out' } },
    }))
    expect(faults).toEqual([])
    expect(rows.map((row) => row.value ?? row.missing)).toEqual(['unknown', 5, 11, 20, 11, 27])
    expect(new Set(rows.map((row) => row.note))).toEqual(new Set(['territory: Zanzibar']))
    const pakistan = await become(dol!, known, 'Pakistan', asked)
    expect(pakistan.mapping.territory?.words).toMatchObject({ National: 'whole', 'National Total': 'whole' })
    expect(pakistan.rows.map((row) => [row.period, row.missing])).toEqual([
      ['2018', 'unknown'],
      ['2019', 'unknown'],
    ])
  },
)

test.skipIf(!dol)(
  'footnote marks are notes, money in words is money, and every row of the file is accounted for',
  async () => {
    const rows = source()
    const known = [indicator('Labor_Funding', 'US dollars')]
    let taken = 0
    for (const country of [...new Set(rows.map((row) => row.country!))].slice(0, 40)) {
      const mine = rows.filter(
        (row) => row.country === country && row.indicator === 'Labor_Funding' && row.territory === '',
      )
      if (mine.length === 0) continue
      const read = await become(dol!, known, country, (draft) => ({
        ...only('Labor_Funding')(draft),
        team: { column: 0, names: [country] },
        blank: 'not_reported',
      }))
      for (const row of read.rows) {
        const raw = rows[row.line - 2]!
        expect([row.raw, row.unit]).toEqual([raw.raw_value, undefined])
        if (raw.number) expect(row.value).toBeCloseTo(Number(raw.number), 3)
        if (raw.footnote_mark) expect(row.note).toContain(raw.footnote_mark)
      }
      const told = read.faults.filter((fault) => fault.code !== 'territory_unknown')
      expect(read.rows.length + told.length).toBe(mine.length)
      taken += read.rows.length
      if (taken > 20) break
    }
    expect(taken).toBeGreaterThan(20)
  },
  60_000,
)

test.skipIf(!whd)(
  'an extract of inspections: days stand for the year that was said, and the row that is short is told',
  async () => {
    const known = [indicator('case_violtn_cnt')]
    const lines: string[][] = parse(readFileSync(whd!), { relax_column_count: true })
    const { seen, rows, faults } = await become(whd!, known, 'nobody', () => {
      const at = (name: string) => lines[0]!.indexOf(name)
      return {
        team: undefined,
        only: [],
        territory: undefined,
        status: undefined,
        notes: [],
        period: { column: at('findings_end_date'), dates: 'month' },
        figures: { value: at('case_violtn_cnt'), indicatorId: 'case_violtn_cnt' },
      }
    })
    expect(seen.rows).toBe(24)
    expect(seen.columns[lines[0]!.indexOf('findings_end_date')]).toMatchObject({ dates: 24, periods: 0 })
    const months = new Set(
      lines.slice(1, -1).map((cells) => cells[lines[0]!.indexOf('findings_end_date')]!.slice(0, 7)),
    )
    expect(new Set(rows.map((row) => row.period))).toEqual(months)
    expect(rows.length + faults.length).toBe(24)
    expect(faults.filter(({ code }) => code !== 'repeated')).toMatchObject([{ code: 'row_short', line: 25 }])
  },
)

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { compare } from '../../shared/comparing.ts'
import type { ComparedRecord } from '../../shared/comparison.ts'
import type { Indicator } from '../../shared/record.ts'
import { verdictBetween } from '../../shared/verdict.ts'
import { dataFile } from '../data.ts'

const dol = dataFile('dol_child_labor_findings', 'derived', 'enforcement_long.csv')
const ilo = dataFile('ilostat_labour_inspection', 'LAI_INSP_SEX_NB_A.csv')
const countries: Record<string, string> = {
  Colombia: 'COL',
  'Costa Rica': 'CRI',
  'El Salvador': 'SLV',
  Mongolia: 'MNG',
  Panama: 'PAN',
  Peru: 'PER',
  Philippines: 'PHL',
}
const inspectors = (source: string): Indicator => ({
  id: source,
  agreementId: 'a',
  code: `inspectors-${source}`,
  title: 'Labour inspectors',
  definition: 'Labour inspectors in post',
  unit: 'inspectors',
  ratePer: 1,
  direction: 'more',
  nature: 'amount',
  grain: 'year',
  source,
  family: 'inspectors',
  illustrative: false,
})
const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true, bom: true })

test.skipIf(!dol || !ilo)(
  'two sources that disagree stand side by side: the US Department of Labor and ILOSTAT',
  () => {
    const sources = [inspectors('DOL'), inspectors('ILOSTAT')] as const
    const told = (indicatorId: string, teamId: string, period: string, value: string): ComparedRecord => ({
      indicatorId,
      teamId,
      period,
      value: Number(value),
      note: '',
    })
    const records = [
      ...rowsOf(dol!)
        .filter(
          (row) => row.indicator === 'Labor_Inspectors' && !row.territory && row.number && countries[row.country!],
        )
        .map((row) => told('DOL', countries[row.country!]!, row.report_year!, row.number!)),
      ...rowsOf(ilo!)
        .filter((row) => row.sex === 'SEX_T' && row.obs_value)
        .map((row) => told('ILOSTAT', row.ref_area!, row.time!, row.obs_value!)),
    ]
    const method = { version: 1, title: 'As published' }
    const teams = Object.values(countries).map((id) => ({ id, name: id, disclosed: true, method }))
    const asked = ['2015', '2016', '2017', '2018', '2019'].flatMap((period) =>
      sources.map((indicator) => ({ indicator, period })),
    )
    const rows = compare(asked, teams, records)
    const pairs = rows.flatMap((row, i) =>
      i % 2 === 0 ? row.cells.map((cell, at) => [cell, rows[i + 1]!.cells[at]!] as const) : [],
    )
    const both = pairs.filter(([a, b]) => a.verdict.comparable && b.verdict.comparable)
    expect(both).toHaveLength(22)
    for (const [a, b] of both)
      expect(verdictBetween(sources[0], a, b, sources[1])).toEqual({
        kind: 'comparable_with_note',
        reasons: ['source'],
      })
    const agreeing = both.filter(([a, b]) => a.value === b.value).map(([a]) => `${a.teamId} ${a.period}`)
    expect(agreeing.sort()).toEqual(['MNG 2018', 'PHL 2015'])
    const panama = both.find(([a]) => a.teamId === 'PAN' && a.period === '2019')!
    expect(panama.map((cell) => cell.value)).toEqual([100, 220])
  },
)

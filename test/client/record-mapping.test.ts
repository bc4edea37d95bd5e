import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, mappingOf, unsaid } from '../../client/record/mapping-draft.ts'
import { columnWatch } from '../../shared/columns.ts'
import { chunkEnd, chunkLetters } from '../../shared/import-batch.ts'
import type { Mapping } from '../../shared/mapping.ts'
import { guessMapping } from '../../shared/mapping-guess.ts'
import type { Indicator } from '../../shared/record.ts'
import { chunkRows } from '../../shared/row-columns.ts'

const indicator = (code: string): Indicator => ({
  id: `id-${code}`,
  agreementId: 'a',
  code,
  title: `Title of ${code}`,
  definition: '',
  unit: 'visits',
  ratePer: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'year',
  source: '',
  illustrative: false,
})
const guess = (header: string[], rows: string[][], codes: string[], team = 'Team North') => {
  const watch = columnWatch(header)
  for (const row of rows) watch.see(row)
  return draftOf(guessMapping(watch.columns(), codes.map(indicator), team))
}

test('a file of one’s own with one indicator needs nothing to be said', () => {
  const draft = guess(
    ['year', 'visits'],
    [
      ['2019', '5'],
      ['2020', '6'],
    ],
    ['visits'],
  )
  expect(unsaid(draft)).toEqual([])
  expect(mappingOf(draft)).toMatchObject({ period: { column: 0 }, figures: { value: 1, indicatorId: 'id-visits' } })
})

test('a file of many reporters waits for the name under which it has the team', () => {
  const rows = [
    ['KHM', 'visits', '2019', '5'],
    ['VNM', 'visits', '2019', '6'],
  ]
  const draft = guess(['ref_area', 'indicator', 'time', 'obs_value'], rows, ['visits', 'fines'])
  expect(unsaid(draft)).toEqual(['team'])
  expect(mappingOf(draft)).toBeUndefined()
  expect(mappingOf({ ...draft, teamNames: ['KHM'] })).toMatchObject({
    team: { column: 0, names: ['KHM'] },
    figures: { value: 3, column: 1, codes: { visits: 'id-visits' } },
  })
})

test('where it is not known of which indicator the figures are, that is all that is asked', () => {
  const draft = guess(['année', 'valeur'], [['2019', '1,5']], ['visits', 'fines'])
  expect(unsaid(draft)).toEqual(['indicator'])
  expect(draft).toMatchObject({ kind: 'one', value: 1, decimal: ',' })
})

test('words that every file means alike have their meaning at once; an empty cell has none', () => {
  const draft = guess(
    ['year', 'value', 'flag'],
    [
      ['2019', '5', 'C'],
      ['2020', 'N/A', 'weird'],
    ],
    ['visits'],
  )
  expect(draft.words['n/a']).toBe('not_applicable')
  expect(draft.statusWords).toEqual({ C: 'suppressed' })
  expect(draft.blank).toBe('')
})

const column = fc.integer({ min: 0, max: 30 })
const mapping: fc.Arbitrary<Mapping> = fc.record({
  team: fc.option(fc.record({ column, names: fc.constant(['KHM']) }), { nil: undefined }),
  only: fc.array(fc.record({ column, is: fc.constantFrom('SEX_T', 'x') }), { maxLength: 3 }),
  period: fc.oneof(fc.record({ column }), fc.record({ fixed: fc.constantFrom('2019', '2019-Q3') })),
  figures: fc.oneof(
    fc.record({ value: column, indicatorId: fc.constant('i') }),
    fc.record({ value: column, column, codes: fc.constant({ a: 'i', b: '' }) }),
    fc.record({
      wide: fc.uniqueArray(fc.record({ column, indicatorId: fc.constant('i') }), {
        selector: (one) => one.column,
        minLength: 1,
        maxLength: 5,
      }),
    }),
  ),
  status: fc.option(fc.record({ column, words: fc.constant({ E: 'figure' as const, C: 'suppressed' as const }) }), {
    nil: undefined,
  }),
  words: fc.constant({ yes: 1, unknown: 'unknown' as const }),
  blank: fc.option(fc.constant('unknown' as const), { nil: undefined }),
  decimal: fc.option(fc.constantFrom('.' as const, ',' as const), { nil: undefined }),
  notes: fc.uniqueArray(column, { maxLength: 5 }),
})

test('what was said of a file once is said of the next one word for word', () => {
  fc.assert(
    fc.property(mapping, (said) => {
      const again = mappingOf(draftOf(said))
      const sorted = (one: Mapping | undefined) =>
        one && 'wide' in one.figures
          ? { ...one, figures: { wide: one.figures.wide.toSorted((a, b) => a.column - b.column) } }
          : one
      expect(sorted(again)).toEqual(sorted(said))
    }),
  )
})

test('chunks hold no more than may be sent at once, and all rows are in one of them', () => {
  const row = fc.integer({ min: 0, max: 2500 }).map((letters) => ({ raw: '', note: 'x'.repeat(letters) }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 900 }), fc.integer({ min: 1, max: 12 }), (some, times) => {
      const rows = Array.from({ length: times }, () => some).flat()
      let waiting = rows
      let chunked = 0
      for (let end = chunkEnd(waiting); end !== undefined; end = chunkEnd(waiting)) {
        const chunk = waiting.slice(0, end)
        expect(chunk.length).toBeLessThanOrEqual(chunkRows)
        expect(chunk.reduce((sum, { note }) => sum + note.length, 0)).toBeLessThanOrEqual(chunkLetters + 2500)
        chunked += end
        waiting = waiting.slice(end)
      }
      expect(chunked + waiting.length).toBe(rows.length)
    }),
    { numRuns: 30 },
  )
})

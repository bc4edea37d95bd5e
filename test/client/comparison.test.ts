import { expect, test } from 'vitest'
import { type Comparison, csvAddress, listOf, type View, viewAddress, wayOf } from '../../client/record/comparison.ts'
import { bestOf, isRanked, pairVerdict, type SeenRow, seen, takesPart } from '../../client/record/comparison-seen.ts'
import { compare } from '../../shared/comparing.ts'
import type { Indicator } from '../../shared/record.ts'
import type { Situation } from '../../shared/similarity.ts'

const indicator = (id: string, over: Partial<Indicator> = {}): Indicator => ({
  id,
  agreementId: 'a',
  code: id,
  title: id,
  definition: id,
  unit: 'cases',
  ratePer: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'year',
  source: '',
  illustrative: false,
  ...over,
})

const situations: Record<string, Situation> = {
  kandal: { sector: 'garments', size: '900' },
  phnompenh: { sector: 'garments', size: '1200' },
  takeo: { sector: 'footwear', size: '1000' },
}
const figures: Record<string, number> = { kandal: 50, phnompenh: 70, takeo: 90 }

/** Three teams, one figure each: Takeo the best, but in another sector than the other two. */
function comparison(over: Partial<Comparison> = {}): Comparison {
  const teams = Object.keys(situations).map((id) => ({
    id,
    name: id,
    kind: 'team' as const,
    disclosed: true,
    method: { version: 1, title: 'Two visits' },
    situation: situations[id],
  }))
  const indicators = [indicator('visits')]
  const records = teams.map(({ id }) => ({
    teamId: id,
    indicatorId: 'visits',
    period: '2025',
    value: figures[id],
    note: '',
  }))
  const agreed = [{ variable: 'sector' as const }]
  const rows = compare([{ indicator: indicators[0]!, period: '2025' }], teams, records, agreed)
  const similarity = { id: 's', forumId: 'f', variables: agreed, reason: '', by: '', at: '' }
  const periods = { visits: ['2025', '2024', '2024-H1'] }
  return { forumId: 'f', label: '1', openedAt: '', teams, similarity, indicators, periods, rows, asked: 1, ...over }
}

const row = (view: View, own?: string): [ReturnType<typeof seen>, SeenRow] => {
  const shown = seen(comparison(), view, own)
  return [shown, shown.rows[0]!]
}
const standings = ({ cells }: SeenRow) => Object.fromEntries(cells.map((cell) => [cell.teamId, cell.standing]))

test('as the forum agreed: the best of another sector is nobody’s peer here', () => {
  const [shown, visits] = row({}, 'kandal')
  expect(shown.isOtherwise).toBe(false)
  expect(standings(visits)).toMatchObject({ kandal: 'behind', phnompenh: 'best' })
  expect(shown.teamsById.get('takeo')!.likeness).toMatchObject({ similar: false, differs: ['sector'] })
  expect(bestOf(shown, visits)?.teamId).toBe('phnompenh')
  expect(isRanked(shown, visits, visits.byTeam.get('takeo')!)).toBe(false)
})

test('a view may count otherwise, says so, and works out anew who stands where', () => {
  const [shown, visits] = row({ alike: 'none' }, 'kandal')
  expect(shown.isOtherwise).toBe(true)
  expect(standings(visits)).toEqual({ kandal: 'behind', phnompenh: 'behind', takeo: 'best' })
  expect(bestOf(shown, visits)?.teamId).toBe('takeo')
  const [bySize] = row({ alike: 'size' }, 'kandal')
  expect(bySize.alike).toEqual([{ variable: 'size', factor: 3 }])
  expect(row({ alike: 'sector' }, 'kandal')[0].isOtherwise).toBe(false)
})

test('fewer teams are judged among themselves, and the one that looks is always there', () => {
  const [shown, visits] = row({ teams: 'takeo', alike: 'none', from: 'kandal' })
  expect(shown.teams.map(({ team }) => team.id)).toEqual(['kandal', 'takeo'])
  expect(visits.cells.map((cell) => cell.teamId)).toEqual(['kandal', 'takeo'])
  expect(visits.byTeam.get('kandal')).toMatchObject({ standing: 'behind', peerId: 'takeo', gap: 40 })
})

test('seen from nobody in particular, no one is set aside', () => {
  const [shown, visits] = row({ from: 'none' }, 'kandal')
  expect(shown.from).toBeUndefined()
  expect(shown.teams.every(({ likeness }) => likeness.similar)).toBe(true)
  expect(visits.cells.every((cell) => takesPart(shown, visits, cell))).toBe(true)
})

test('two records are one verdict, and one’s own is laid beside nothing', () => {
  const [shown, visits] = row({}, 'kandal')
  expect(pairVerdict(shown, visits, visits.byTeam.get('phnompenh')!)?.kind).toBe('comparable')
  expect(pairVerdict(shown, visits, visits.byTeam.get('kandal')!)).toBeUndefined()
})

test('the address holds the view, and the table the same of it', () => {
  expect(wayOf({ way: 'ranked' })).toBe('ranked')
  expect(wayOf({ way: 'nonsense' })).toBe('side')
  expect(listOf('a,,b')).toEqual(['a', 'b'])
  expect(viewAddress({ from: 'kandal', way: 'trend' }, { way: undefined, of: 'x@2025' })).toBe(
    '?from=kandal&of=x%402025',
  )
  expect(csvAddress(comparison(), {})).toBe('/api/forums/f/comparison.csv')
  expect(csvAddress(comparison(), { indicators: 'visits', teams: 'takeo' })).toBe(
    '/api/forums/f/comparison.csv?indicators=visits&teams=takeo',
  )
  expect(csvAddress(comparison(), { way: 'trend' })).toBe('/api/forums/f/comparison.csv?periods=2024%2C2025')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../shared/comparison.ts'
import { changeOf, effectOf, isPeer } from '../../shared/effect.ts'
import { intervalOf } from '../../shared/noise.ts'
import type { Indicator } from '../../shared/record.ts'
import { compareLabels, saysAll } from '../../shared/strategy.ts'

const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  id: 'share',
  agreementId: 'a',
  code: 'share',
  title: 'Put right',
  definition: 'Violations put right',
  unit: 'violations',
  denominatorId: 'found',
  ratePer: 100,
  direction: 'more',
  nature: 'share',
  grain: 'year',
  source: '',
  illustrative: true,
  ...over,
})
const of = 1000
const cell = (teamId: string, period: string, value: number | undefined, on = indicator()): Cell =>
  value === undefined
    ? { teamId, period, missing: 'unknown', note: '', verdict: { comparable: false, because: 'no_figure' } }
    : {
        teamId,
        period,
        value,
        of,
        rate: (value / of) * 100,
        note: '',
        verdict: { comparable: true },
        interval: intervalOf(on, { value, of }),
      }
const counted = fc.option(fc.integer({ min: 0, max: of }), { nil: undefined })

test('what is better one way is worse the other way, and chance is neither', () => {
  const turned = { better: 'worse', worse: 'better', level: 'level', cannot_be_said: 'cannot_be_said' } as const
  fc.assert(
    fc.property(counted, counted, fc.constantFrom('more' as const, 'less' as const), (was, is, direction) => {
      const on = indicator({ direction })
      const [a, b] = [cell('t', '2024', was, on), cell('t', '2025', is, on)]
      const forth = changeOf(on, a, b)
      expect(changeOf(on, b, a).moved).toBe(turned[forth.moved])
      if (was === undefined || is === undefined) expect(forth).toMatchObject({ moved: 'cannot_be_said' })
      else expect(forth.by).toBeCloseTo((is - was) / 10)
      if (was === is && was !== undefined) expect(forth.moved).toBe('level')
    }),
  )
})

test('what happened anyway is the middle of the comparable peers’ changes, and nobody else’s', () => {
  const team = fc.record({ was: counted, is: counted, near: fc.boolean() })
  fc.assert(
    fc.property(fc.array(team, { maxLength: 7 }), (others) => {
      const teams = [
        { id: 'own', situation: { region: 'here' } },
        ...others.map(({ near }, i) => ({ id: `t${i}`, situation: { region: near ? 'here' : 'there' } })),
      ]
      const cells = (period: string, pick: (one: (typeof others)[number]) => number | undefined) => [
        cell('own', period, 500),
        ...others.map((one, i) => cell(`t${i}`, period, pick(one))),
      ]
      const laid = { before: cells('2024', ({ was }) => was), after: cells('2025', ({ is }) => is) }
      const effect = effectOf(indicator(), teams, laid, 'own', [{ variable: 'region' }])
      const counts = others
        .filter(({ was, is, near }) => near && was !== undefined && is !== undefined)
        .map(({ was, is }) => (is! - was!) / 10)
        .sort((a, b) => a - b)
      const below = counts.filter((by) => by < effect.peersBy! - 1e-9).length
      const above = counts.filter((by) => by > effect.peersBy! + 1e-9).length
      expect(effect.peersBy === undefined).toBe(counts.length === 0)
      if (counts.length > 0) expect(Math.max(below, above)).toBeLessThanOrEqual(counts.length / 2)
      expect(effect.peers.filter(isPeer).every((peer) => peer.similar)).toBe(true)
    }),
  )
})

test('a break in the series parts before and after', () => {
  const broken = indicator({
    breaks: [{ id: 'b', indicatorId: 'share', kind: 'definition', from: '2025', parts: true, note: 'Counted anew' }],
  })
  expect(changeOf(broken, cell('t', '2024', 100), cell('t', '2025', 900))).toMatchObject({
    moved: 'cannot_be_said',
    verdict: { reasons: ['break'] },
  })
})

test('fora come in the order of their years, then of their numbers', () => {
  expect(['2027-1', '2026-10', '2026-2', '2026-9'].sort(compareLabels)).toEqual([
    '2026-2',
    '2026-9',
    '2026-10',
    '2027-1',
  ])
})

test('a search finds all of its words, whatever their accents and their case, and no other', () => {
  expect(saysAll(['Fábricas de ladrillo', 'visitas'], 'VISITAS fabricas')).toBe(true)
  expect(saysAll(['Fábricas de ladrillo'], 'fabricas nocturnas')).toBe(false)
})

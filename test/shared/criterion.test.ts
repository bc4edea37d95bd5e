import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundParties,
  bounds,
  type CriterionBody,
  type CriterionSource,
  criterionBody,
  isStricter,
  mostProtective,
  protectionFault,
  sourceKinds,
} from '../../shared/criterion.ts'
import { readAgainst } from '../../shared/criterion-reading.ts'
import { strengthens, weakening } from '../../shared/ratchet.ts'

const value = fc.integer({ min: -20, max: 20 })
const source: fc.Arbitrary<CriterionSource> = fc.oneof(
  fc.constant({ found: false as const, looked: 'The register of laws' }),
  fc.record(
    {
      found: fc.constant(true as const),
      says: fc.constant('At least so much'),
      citation: fc.constant('Article 1'),
      value,
      disqualified: fc.constant('Below the convention'),
    },
    { requiredKeys: ['found', 'says', 'citation'] },
  ),
)
const common = {
  title: fc.constant('Unannounced visits'),
  right: fc.constant('Labour inspection, Convention 81'),
  binds: fc.subarray([...boundParties], { minLength: 1 }),
  sources: fc.record({ domestic: source, international: source, best_practice: source }),
  argument: fc.constantFrom('', 'Because'),
  governs: fc.option(fc.constantFrom(...sourceKinds), { nil: undefined }),
}
const brightLine = fc.record({
  kind: fc.constant('bright_line' as const),
  clauses: fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }),
  ...common,
})
const measureOf = (bound: fc.Arbitrary<(typeof bounds)[number]>, indicatorId = fc.constantFrom('i', 'j')) =>
  fc.record({
    kind: fc.constant('measure' as const),
    indicatorId,
    value,
    bound,
    period: fc.constantFrom('year' as const, 'quarter' as const),
    unit: fc.constant('%'),
    ...common,
  })
const body: fc.Arbitrary<CriterionBody> = fc.oneof(brightLine, measureOf(fc.constantFrom(...bounds)))

/** Whether somebody who does this meets the criterion: the meaning that the ratchet is held against. */
interface Conduct {
  by: (typeof boundParties)[number]
  does: readonly string[]
  reaches: (indicatorId: string, period: string) => number
}
const conduct: fc.Arbitrary<Conduct> = fc.record({
  by: fc.constantFrom(...boundParties),
  does: fc.subarray(['a', 'b', 'c', 'd', 'e']),
  reaches: fc.func(value),
})
const meets = (criterion: CriterionBody, { by, does, reaches }: Conduct): boolean => {
  if (!criterion.binds.includes(by)) return true
  if (criterion.kind === 'bright_line') return criterion.clauses.every((clause) => does.includes(clause))
  return !isStricter(criterion.bound, criterion.value, reaches(criterion.indicatorId, criterion.period))
}

describe('the ratchet', () => {
  test('lets through only what asks at least as much: who meets the revision meets what stood', () => {
    fc.assert(
      fc.property(body, body, conduct, (standing, revision, someone) => {
        fc.pre(!weakening(standing, revision))
        if (meets(revision, someone)) expect(meets(standing, someone)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('holds over any number of revisions: the last asks as much as each before it', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 12 }), conduct, (proposed, someone) => {
        const stood = [proposed[0]!]
        for (const revision of proposed.slice(1)) if (!weakening(stood.at(-1)!, revision)) stood.push(revision)
        if (meets(stood.at(-1)!, someone)) for (const before of stood) expect(meets(before, someone)).toBe(true)
        for (const before of stood) expect(weakening(before, stood.at(-1)!)).toBeUndefined()
      }),
    )
  })

  test('a revision that strengthens is weakened by what stood, and nothing strengthens itself', () => {
    fc.assert(
      fc.property(body, body, (standing, revision) => {
        expect(weakening(standing, standing)).toBeUndefined()
        expect(strengthens(standing, standing)).toBe(false)
        if (strengthens(standing, revision)) expect(weakening(revision, standing)).toBeDefined()
      }),
    )
  })

  test('refuses each way of taking something back, and what cannot be laid beside what stands', () => {
    const say = (over: object): CriterionBody =>
      ({
        ...(fc.sample(measureOf(fc.constant('at_least' as const), fc.constant('i')), {
          numRuns: 1,
          seed: 7,
        })[0] as object),
        binds: ['government', 'employers'],
        value: 10,
        period: 'year',
        ...over,
      }) as CriterionBody
    const standing = say({})
    expect(weakening(standing, say({ value: 9 }))).toEqual({ code: 'criterion_weaker', by: 'value' })
    expect(weakening(standing, say({ value: 11 }))).toBeUndefined()
    expect(weakening(say({ bound: 'at_most' }), say({ bound: 'at_most', value: 11 }))).toMatchObject({ by: 'value' })
    expect(weakening(standing, say({ value: 99, binds: ['government'] }))).toMatchObject({ by: 'binds' })
    for (const [over, at] of [
      [{ bound: 'at_most' }, 'bound'],
      [{ indicatorId: 'j' }, 'indicator'],
      [{ period: 'quarter' }, 'period'],
      [{ kind: 'bright_line', clauses: ['a'] }, 'kind'],
    ] as const)
      expect(weakening(standing, say(over))).toEqual({ code: 'criterion_unlike', in: at })
    const lines = (...clauses: string[]) => say({ kind: 'bright_line', clauses })
    expect(weakening(lines('a', 'b'), lines('a', 'c'))).toEqual({
      code: 'criterion_weaker',
      by: 'clauses',
      gone: ['b'],
    })
    expect(strengthens(lines('a'), lines('b', 'a'))).toBe(true)
  })
})

describe('the three sources', () => {
  test('the computed one is at least as protective as every other that has a figure', () => {
    fc.assert(
      fc.property(body, (criterion) => {
        const { computed, argued, disqualified, notFound } = mostProtective(criterion)
        const counted = new Set([...argued, ...disqualified, ...notFound, ...(computed?.by ?? [])])
        for (const kind of sourceKinds) {
          const one = criterion.sources[kind]
          if (counted.has(kind)) continue
          expect(criterion.kind === 'measure' && one.found && one.value !== undefined).toBe(true)
          if (criterion.kind === 'measure' && one.found)
            expect(isStricter(criterion.bound, computed!.value, one.value!)).toBe(true)
        }
      }),
    )
  })

  test('a criterion that stands on them asks no less than the most protective, and argues where figures cannot tell', () => {
    fc.assert(
      fc.property(body, (criterion) => {
        const { computed, argued } = mostProtective(criterion)
        const fault = protectionFault(criterion)
        if (fault) return
        expect(computed !== undefined || argued.length > 0).toBe(true)
        if (criterion.kind === 'measure' && computed)
          expect(isStricter(criterion.bound, computed.value, criterion.value)).toBe(false)
        if (argued.length > 0) expect(criterion.argument).not.toBe('')
      }),
    )
  })

  test('a disqualified domestic rule does not hold the criterion down or up', () => {
    const found = (value: number, disqualified?: string) => ({
      found: true,
      says: 'So much',
      citation: 'Article 1',
      value,
      ...(disqualified && { disqualified }),
    })
    const at = (asked: number, domestic: object) =>
      criterionBody.parse({
        kind: 'measure',
        indicatorId: 'i',
        value: asked,
        bound: 'at_least',
        period: 'year',
        unit: '%',
        title: 'Unannounced',
        right: 'Inspection',
        binds: ['government'],
        argument: '',
        sources: { domestic, international: found(50), best_practice: found(90) },
      })
    expect(mostProtective(at(90, found(95))).computed).toEqual({ value: 95, by: ['domestic'] })
    expect(protectionFault(at(90, found(95)))).toBe('criterion_below_source')
    expect(protectionFault(at(90, found(95, 'It forbids union visits')))).toBeUndefined()
    expect(protectionFault(at(99, found(10)))).toBeUndefined()
  })
})

describe('a record read against a criterion', () => {
  const cell = (figure: number, interval?: { low: number; high: number }) => ({
    value: figure,
    verdict: { comparable: true } as const,
    interval: interval && { ...interval, level: 0.95, kind: 'wilson' as const },
  })
  const counts = fc
    .tuple(value, fc.nat(10), fc.nat(10))
    .map(([figure, down, up]) => cell(figure, { low: figure - down, high: figure + up }))

  test('is met only where its whole interval is, and not met only where none of it is', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...bounds), value, (record, bound, line) => {
        const { met, because } = readAgainst({ bound, value: line }, {}, record)
        const holds = (figure: number) => !isStricter(bound, line, figure)
        const [low, high] = [holds(record.interval!.low), holds(record.interval!.high)]
        expect(met).toBe(low && high ? 'met' : low || high ? 'cannot_be_said' : 'not_met')
        expect(because).toBe(met === 'cannot_be_said' ? 'within_chance' : undefined)
      }),
    )
  })

  test('who meets a stricter criterion meets the milder one', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...bounds), value, value, (record, bound, a, b) => {
        const [strict, mild] = isStricter(bound, a, b) ? [a, b] : [b, a]
        if (readAgainst({ bound, value: strict }, {}, record).met === 'met')
          expect(readAgainst({ bound, value: mild }, {}, record).met).toBe('met')
      }),
    )
  })

  test('without a figure, or with one that stands beside no other, nothing can be said', () => {
    const none = { verdict: { comparable: false, because: 'no_figure' } as const }
    expect(readAgainst({ bound: 'at_least', value: 0 }, {}, none)).toEqual({
      met: 'cannot_be_said',
      because: 'no_figure',
      figure: undefined,
    })
    expect(readAgainst({ bound: 'at_most', value: 5 }, {}, cell(5)).met).toBe('met')
    expect(readAgainst({ bound: 'at_most', value: 5 }, {}, cell(6)).met).toBe('not_met')
  })
})

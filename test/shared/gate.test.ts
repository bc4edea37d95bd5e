import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, type GateCode, type GateField, gateCodes, missing } from '../../shared/gate.ts'
import { type DraftMeasure, type DraftPlan, planBody } from '../../shared/plan.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import { catalogues } from '../../shared/text/index.ts'
import { goodPlans, parties, today } from './arbitraries.ts'

const gate = (plan: DraftPlan) => missing(plan, parties, today)

/** The first measure spoiled in one way, with what the gate must call it. */
const spoilings: [GateField, GateCode, Partial<DraftMeasure>][] = [
  ['title', 'empty', { title: '  ' }],
  ['title', 'too_long', { title: 'x'.repeat(501) }],
  ['text', 'empty', { text: paragraphs('', ' ') }],
  ['text', 'unreadable', { text: undefined }],
  ['partyId', 'empty', { partyId: '' }],
  ['partyId', 'unknown_party', { partyId: 'atlantis' }],
  ['office', 'empty', { office: '' }],
  ['start', 'empty', { start: '' }],
  ['start', 'not_a_day', { start: '1 January' }],
  ['start', 'outside_period', { start: '2025-12-31' }],
  ['due', 'empty', { due: '' }],
  ['due', 'not_a_day', { due: '2026-02-30' }],
  ['due', 'before_start', { start: '2026-06-02', due: '2026-06-01' }],
  ['due', 'past', { start: '2026-01-01', due: '2026-03-01' }],
  ['due', 'outside_period', { due: '2027-01-01' }],
  ['baseline', 'empty', { baseline: '' }],
  ['baseline', 'range', { baseline: 'in the 60% range†' }],
  ['baseline', 'range', { baseline: '60–69' }],
  ['baseline', 'range', { baseline: '60 % to 70 %' }],
  ['baseline', 'range', { baseline: 'entre 60 et 70' }],
  ['baseline', 'not_a_value', { baseline: '94, December 2009' }],
  ['baseline', 'not_a_value', { baseline: '80%' }],
  ['baseline', 'not_a_value', { baseline: 'to be fixed' }],
  ['baseline', 'not_a_value', { baseline: '1e3' }],
  ['baselineNote', 'too_long', { baselineNote: 'x'.repeat(501) }],
  ['target', 'empty', { target: '' }],
  ['target', 'range', { target: '70..80' }],
  ['target', 'as_baseline', { baseline: '80', target: '80.0' }],
  ['unit', 'empty', { unit: '' }],
  ['proof', 'empty', { proof: '\n' }],
  ['proof', 'too_long', { proof: 'x'.repeat(5001) }],
  ['resources', 'too_long', { resources: 'x'.repeat(5001) }],
]

describe('the gate', () => {
  test('lets through what lacks nothing, and that is exactly a body of the schema', () => {
    fc.assert(
      fc.property(goodPlans, (plan) => {
        expect(gate(plan)).toEqual([])
        expect(planBody.safeParse(bodyOf(plan)).error).toBeUndefined()
      }),
    )
  })

  test('whatever people write: what it lets through fits the schema, and what does not fit it names', () => {
    const scraps = fc.oneof(
      fc.constantFrom('', ' ', '60', '60.5', '-1', '60-70', '2026-05-01', '2026-02-30', 'kh', 'words', 'x'.repeat(600)),
      fc.string(),
    )
    const spoiled = fc.record(
      Object.fromEntries(
        ['title', 'partyId', 'office', 'start', 'due', 'baseline', 'baselineNote', 'target', 'unit', 'proof'].map(
          (field) => [field, scraps],
        ),
      ),
      { requiredKeys: [] },
    )
    const meta = fc.record({ title: scraps, periodFrom: scraps, periodUntil: scraps }, { requiredKeys: [] })
    fc.assert(
      fc.property(goodPlans, spoiled, meta, (plan, measure, plans) => {
        const draft = { ...plan, ...plans, measures: plan.measures.with(0, { ...plan.measures[0]!, ...measure }) }
        const lacks = gate(draft)
        if (lacks.length === 0) expect(planBody.safeParse(bodyOf(draft)).error).toBeUndefined()
        const fields = lacks.map((entry) => `${entry.number}.${entry.field}`)
        expect(new Set(fields).size).toBe(fields.length)
      }),
      { numRuns: 400 },
    )
  })

  test.each(spoilings)('names %s, %s', (field, code, change) => {
    fc.assert(
      fc.property(goodPlans, (plan) => {
        const draft = { ...plan, measures: plan.measures.with(0, { ...plan.measures[0]!, ...change }) }
        expect(gate(draft)).toEqual([{ measureId: 'm1', number: 1, field, code }])
      }),
      { numRuns: 10 },
    )
  })

  test.each<[GateField, GateCode, Partial<DraftPlan>]>([
    ['title', 'empty', { title: '' }],
    ['preamble', 'unreadable', { preamble: undefined }],
    ['measures', 'empty', { measures: [] }],
    ['periodFrom', 'empty', { periodFrom: '' }],
    ['periodUntil', 'not_a_day', { periodUntil: 'December' }],
  ])('of the plan itself names %s, %s', (field, code, change) => {
    fc.assert(
      fc.property(goodPlans, (plan) => {
        expect(gate({ ...plan, ...change })).toEqual([{ field, code }])
      }),
      { numRuns: 10 },
    )
  })

  test('of a period that ends before it begins names its end, and of one that is over too', () => {
    fc.assert(
      fc.property(goodPlans, (plan) => {
        expect(gate({ ...plan, periodFrom: '2026-12-31', periodUntil: '2026-12-31' })[0]).toEqual({
          field: 'periodUntil',
          code: 'before_start',
        })
        expect(gate({ ...plan, periodFrom: '2025-01-01', periodUntil: '2025-12-31' })[0]).toEqual({
          field: 'periodUntil',
          code: 'past',
        })
      }),
      { numRuns: 10 },
    )
  })

  test('counts more measures than a programme can hold', () => {
    const [plan] = fc.sample(goodPlans, { numRuns: 1, seed: 7 })
    const measures = Array.from({ length: 201 }, (_, i) => ({ ...plan!.measures[0]!, id: `n${i}` }))
    expect(gate({ ...plan!, measures })).toEqual([{ field: 'measures', code: 'too_many' }])
  })

  test('takes no longer over a hostile entry than over any other', () => {
    const [plan] = fc.sample(goodPlans, { numRuns: 1, seed: 7 })
    const baseline = `1${' '.repeat(200_000)}x`
    const draft = { ...plan!, measures: [{ ...plan!.measures[0]!, baseline }] }
    expect(gate(draft)).toEqual([{ measureId: 'm1', number: 1, field: 'baseline', code: 'not_a_value' }])
  })

  test('has a word for each of its codes, and for each field that may lack something, in every language', () => {
    for (const catalogue of Object.values(catalogues) as Record<string, string>[]) {
      for (const code of gateCodes) expect(catalogue[`plan.gate.${code}`]).toBeTruthy()
      for (const [field] of spoilings) expect(catalogue[`plan.field.${field}`]).toBeTruthy()
    }
  })
})

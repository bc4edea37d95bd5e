import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareDecimals } from '../../shared/decimal.ts'
import { bodyOf } from '../../shared/gate.ts'
import { isOrderKey, keyBetween, keysFor } from '../../shared/order.ts'
import { hashedPlan, newPlan, planBody } from '../../shared/plan.ts'
import {
  addMeasure,
  findMeasure,
  measureText,
  moveMeasure,
  readPlan,
  removeMeasure,
  restoreMeasure,
  seedPlan,
} from '../../shared/plan-document.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import { goodPlans } from './arbitraries.ts'

const period = { title: 'Plan', periodFrom: '2026-01-01', periodUntil: '2026-12-31' }
const planOf = (...ids: string[]) => {
  const doc = new Y.Doc()
  seedPlan(doc, { ...period, measures: ids.map((id) => ({ id, title: id })) })
  return doc
}
const order = (doc: Y.Doc) => readPlan(doc).measures.map((measure) => measure.id)
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const meet = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

describe('a live plan', () => {
  test('is read back as it was seeded, over the wire too', () => {
    fc.assert(
      fc.property(goodPlans, (plan) => {
        const doc = new Y.Doc()
        seedPlan(doc, { ...plan, preamble: plan.preamble })
        expect(readPlan(copyOf(doc))).toEqual(plan)
      }),
    )
  })

  test('keeps words that were typed in a measure while another person moved it', () => {
    const chan = planOf('a', 'b', 'c')
    const dara = copyOf(chan)
    moveMeasure(chan, 'a', 2)
    const text = new Y.XmlElement('paragraph')
    measureText(findMeasure(dara, 'a')!)!.push([text])
    text.push([new Y.XmlText('typed meanwhile')])
    meet(chan, dara)
    expect(order(chan)).toEqual(['b', 'c', 'a'])
    expect(order(dara)).toEqual(['b', 'c', 'a'])
    expect(readPlan(chan).measures[2]!.text).toEqual(paragraphs('typed meanwhile'))
  })

  test('two people add, move and remove at once: both see one order, and no measure is lost or doubled', () => {
    const act = fc.record({ kind: fc.nat(2), which: fc.nat(9), place: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.array(act, { maxLength: 8 }), (his, hers) => {
        const chan = planOf('a', 'b', 'c')
        const dara = copyOf(chan)
        const added = [...run(chan, his, 'x'), ...run(dara, hers, 'y')]
        meet(chan, dara)
        expect(order(chan)).toEqual(order(dara))
        const all = ['a', 'b', 'c', ...added]
        for (const id of all) restoreMeasure(chan, id)
        expect(order(chan).sort()).toEqual(all.sort())
      }),
    )
    function run(doc: Y.Doc, acts: { kind: number; which: number; place: number }[], by: string): string[] {
      const made: string[] = []
      for (const { kind, which, place } of acts) {
        const ids = order(doc)
        const id = ids[which % Math.max(1, ids.length)]
        if (kind === 0) {
          made.push(`${by}${made.length}`)
          addMeasure(doc, { id: made.at(-1)! }, id)
        } else if (id && kind === 1) moveMeasure(doc, id, place)
        else if (id) removeMeasure(doc, id)
      }
      return made
    }
  })

  test('a moved measure stands where it was put; an added one after the one that was named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), fc.nat(9), (count, from, to) => {
        const ids = Array.from({ length: count }, (_, i) => `m${i}`)
        const doc = planOf(...ids)
        const id = ids[from % count]!
        const rest = ids.filter((other) => other !== id)
        moveMeasure(doc, id, to)
        expect(order(doc)).toEqual(rest.toSpliced(to, 0, id))
        const before = order(doc)
        addMeasure(doc, { id: 'new' }, id)
        expect(order(doc)).toEqual(before.toSpliced(before.indexOf(id) + 1, 0, 'new'))
      }),
    )
  })

  test('a removed measure comes back with its words, where it stood', () => {
    const doc = planOf('a', 'b', 'c')
    removeMeasure(doc, 'b')
    expect(order(doc)).toEqual(['a', 'c'])
    restoreMeasure(doc, 'b')
    expect(order(doc)).toEqual(['a', 'b', 'c'])
  })

  test('reads whatever a document holds, and takes nothing for a measure that is none', () => {
    const doc = planOf('a')
    const list = doc.getArray('measures')
    const twin = new Y.Map<unknown>([
      ['id', 'a'],
      ['title', 'a false twin'],
    ])
    const nameless = new Y.Map<unknown>([['title', 'no id']])
    const odd = new Y.Map<unknown>([
      ['id', 'odd'],
      ['title', 7],
      ['answers', '{"not":"a list"}'],
      ['text', 'no text'],
      ['position', '~~0'],
    ])
    list.push(['words', 3, { id: 'plain object' }, twin, nameless, odd])
    doc.getMap('meta').set('title', { not: 'text' })
    const plan = readPlan(doc)
    expect(plan.title).toBe('')
    expect(plan.measures.map(({ id, title, text, answers }) => ({ id, title, text, answers }))).toEqual([
      { id: 'a', title: 'a', text: { type: 'doc', content: [] }, answers: [] },
      { id: 'odd', title: '', text: undefined, answers: [] },
    ])
  })
})

describe('the sum of a reading', () => {
  const sum = (text: string) => createHash('sha256').update(text).digest('hex')

  test('is the same wherever it is counted, and another for one changed character', () => {
    fc.assert(
      fc.property(goodPlans, fc.nat(), (plan, at) => {
        const body = bodyOf(plan)
        expect(planBody.parse(body)).toEqual(body)
        const sent = planBody.parse(JSON.parse(JSON.stringify(body)))
        expect(hashedPlan(sent)).toBe(hashedPlan(body))
        const measure = sent.measures[at % sent.measures.length]!
        measure.proof += '.'
        expect(sum(hashedPlan(sent))).not.toBe(sum(hashedPlan(body)))
      }),
    )
  })

  test('is that of the published form: the tag, then RFC 8785', () => {
    const body = planBody.parse({
      v: 1,
      title: 'Programme of 2026',
      periodFrom: '2026-01-01',
      periodUntil: '2026-12-31',
      preamble: paragraphs('The parties agree.'),
      measures: [
        {
          id: 'm1',
          title: 'Visit',
          text: paragraphs('Each factory is visited twice.'),
          partyId: 'kh',
          office: 'Inspection department',
          start: '2026-01-01',
          due: '2026-12-31',
          baseline: '60.5',
          baselineNote: '',
          target: '80',
          unit: '% of factories',
          proof: 'Register',
          resources: '',
          efforts: '',
          excuses: '',
          answers: [],
        },
      ],
    })
    expect(hashedPlan(body).startsWith('parley/plan/v1\n{"measures":[{"answers":[],"baseline":"60.5",')).toBe(true)
    expect(sum(hashedPlan(body))).toBe('9abe7c0ebeaab706941b373fb53409dc4bacc3fa6981c5a403fc73a374f3b7c9')
  })
})

describe('the small parts', () => {
  test('a key stands between any two keys', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (places) => {
        const keys: string[] = []
        for (const place of places) {
          const at = place % (keys.length + 1)
          const key = keyBetween(keys[at - 1], keys[at])
          expect(isOrderKey(key)).toBe(true)
          keys.splice(at, 0, key)
        }
        expect(keys).toEqual([...new Set(keys)].sort())
      }),
    )
    expect(() => keyBetween('b', 'a')).toThrow(RangeError)
    for (const count of [0, 1, 2, 60, 61, 62, 63, 200, 4000]) {
      const keys = keysFor(count)
      expect(keys.every(isOrderKey)).toBe(true)
      expect([...new Set(keys)].sort()).toEqual(keys)
      expect(keys.length).toBe(count)
    }
  })

  test('decimals are compared as numbers, however they are written', () => {
    expect(compareDecimals('80', '80.000')).toBe(0)
    expect(compareDecimals('-0', '0')).toBe(0)
    expect(compareDecimals('-1.5', '-1.25')).toBeLessThan(0)
    expect(compareDecimals('999999999999999.999999', '999999999999999.999998')).toBeGreaterThan(0)
  })

  test('a plan is opened for a period that ends after it begins', () => {
    expect(newPlan.safeParse(period).success).toBe(true)
    for (const wrong of [{ periodUntil: '2025-12-31' }, { periodUntil: '2026-02-30' }, { title: ' ' }, { extra: 1 }])
      expect(newPlan.safeParse({ ...period, ...wrong }).success).toBe(false)
  })
})

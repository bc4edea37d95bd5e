import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareHref, readingHref, readShown } from '../../client/plan/addresses.ts'
import { entryHelp, entryName, entryWord } from '../../client/plan/gate-words.ts'
import { fieldAnchor, measureGrid } from '../../client/plan/measure-fields.ts'
import { type PlanUndo, watchPlan } from '../../client/plan/plan-undo.ts'
import { rememberTexts } from '../../client/plan/remembered-texts.ts'
import { loadTexts } from '../../client/text.ts'
import { type Missing, missing } from '../../shared/gate.ts'
import { measureFields } from '../../shared/plan.ts'
import {
  addMeasure,
  findMeasure,
  measureText,
  moveMeasure,
  readPlan,
  removeMeasure,
  seedPlan,
} from '../../shared/plan-document.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import { goodPlans, parties, today } from '../shared/arbitraries.ts'

const titles = (doc: Y.Doc) => readPlan(doc).measures.map((measure) => measure.title)

function open(): { doc: Y.Doc; undo: PlanUndo; act: (run: () => void) => void } {
  const doc = new Y.Doc()
  const seed = [{ id: 'a' }, { id: 'b' }].map(({ id }) => ({ id, title: id, text: paragraphs(id) }))
  seedPlan(doc, { title: 'Plan', periodFrom: '2026-01-01', periodUntil: '2026-12-31', measures: seed })
  return { doc, undo: watchPlan(doc, () => {}), act: (run) => doc.transact(run) }
}

/** What another person does reaches this document as an update. */
function fromOther(doc: Y.Doc, change: (other: Y.Doc) => void): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  change(other)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the network')
}

describe('what one did to measures and terms', () => {
  test('is taken back and done again, step by step', () => {
    const { doc, undo, act } = open()
    act(() => addMeasure(doc, { id: 'c', title: 'c' }))
    act(() => moveMeasure(doc, 'c', 0))
    act(() => removeMeasure(doc, 'a'))
    act(() => findMeasure(doc, 'b')!.set('title', 'renamed'))
    const states = [
      ['c', 'renamed'],
      ['c', 'b'],
      ['c', 'a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b'],
    ]
    for (const [i, state] of states.entries()) {
      expect(titles(doc)).toEqual(state)
      expect(undo.canUndo()).toBe(i < states.length - 1)
      undo.undo()
    }
    for (const state of states.toReversed()) {
      expect(titles(doc)).toEqual(state)
      undo.redo()
    }
    expect(undo.canRedo()).toBe(false)
  })

  test('is all that is taken back: not what others did, and not an entry that others have changed since', () => {
    const { doc, undo, act } = open()
    fromOther(doc, (other) => findMeasure(other, 'a')!.set('office', 'theirs'))
    expect(undo.canUndo()).toBe(false)
    act(() => findMeasure(doc, 'a')!.set('title', 'mine'))
    act(() => findMeasure(doc, 'b')!.set('title', 'mine too'))
    fromOther(doc, (other) => findMeasure(other, 'b')!.set('title', 'theirs'))
    undo.undo()
    undo.undo()
    expect(titles(doc)).toEqual(['a', 'theirs'])
    expect(findMeasure(doc, 'a')!.get('office')).toBe('theirs')
  })

  test('takes back a measure with what others wrote in it, and brings that back with it', () => {
    const { doc, undo, act } = open()
    act(() => addMeasure(doc, { id: 'c', title: 'c' }))
    fromOther(doc, (other) => {
      const paragraph = new Y.XmlElement('paragraph')
      measureText(findMeasure(other, 'c')!)!.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('written by another')])
    })
    undo.undo()
    expect(titles(doc)).toEqual(['a', 'b'])
    undo.redo()
    expect(readPlan(doc).measures[2]!.text).toEqual(paragraphs('written by another'))
  })

  test('is forgotten when something new is done after taking back, and does not hear the words of the texts', () => {
    const { doc, undo, act } = open()
    act(() => removeMeasure(doc, 'a'))
    undo.undo()
    act(() => findMeasure(doc, 'a')!.set('unit', 'visits'))
    expect(undo.canRedo()).toBe(false)
    undo.undo()
    act(() => measureText(findMeasure(doc, 'a')!)!.insert(0, [new Y.XmlElement('paragraph')]))
    expect(undo.canUndo()).toBe(false)
    undo.destroy()
    act(() => removeMeasure(doc, 'b'))
    expect(undo.canUndo()).toBe(false)
  })
})

describe('texts read again and again', () => {
  test('are what they are in the document, however they were changed and by whom', () => {
    const doc = new Y.Doc()
    seedPlan(doc, {
      title: 'p',
      periodFrom: '',
      periodUntil: '',
      measures: [{ id: 'a' }, { id: 'b', text: paragraphs('b') }],
    })
    const texts = rememberTexts(doc)
    const both = () => expect(readPlan(doc, texts.read)).toEqual(readPlan(doc))
    both()
    const before = readPlan(doc, texts.read).measures[1]!.text
    const paragraph = new Y.XmlElement('paragraph')
    measureText(findMeasure(doc, 'a')!)!.insert(0, [paragraph])
    both()
    const words = new Y.XmlText('one')
    paragraph.insert(0, [words])
    both()
    words.insert(3, ' two', { bold: {} })
    both()
    fromOther(doc, (other) => measureText(findMeasure(other, 'a')!)!.delete(0, 1))
    both()
    expect(readPlan(doc, texts.read).measures[1]!.text).toBe(before)
    texts.destroy()
  })
})

describe('the address of a plan', () => {
  test('says which reading, or which two versions, it shows', () => {
    const query = (href: string) => Object.fromEntries(new URL(href, 'http://x').searchParams)
    expect(readShown(query(readingHref('textile', '2026-1', 3)))).toEqual({ reading: 3 })
    expect(readShown(query(compareHref('textile', '2026-1', 1, 'draft')))).toEqual({ compare: [1, 'draft'] })
    expect(readShown({})).toEqual({})
  })

  test('that somebody made up shows what stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (reading, compare) => {
        const shown = readShown({ reading, compare })
        if (shown.reading !== undefined) expect(shown.reading).toBeGreaterThan(0)
        for (const version of shown.compare ?? []) expect(version === 'draft' || version > 0).toBe(true)
      }),
    )
    for (const compare of ['1', '1~', '~draft', '0~1', '1~-2', '1~1e3']) expect(readShown({ compare })).toEqual({})
  })
})

describe('what the gate names', () => {
  test('has a name, a word and what would satisfy it, in words and not in codes', async () => {
    await loadTexts('plan')
    const [plan] = fc.sample(goodPlans, { numRuns: 1, seed: 5 })
    const empty = Object.fromEntries(measureFields.map((field) => [field, '']))
    const measures = [
      { ...plan!.measures[0]!, ...empty, text: paragraphs('') },
      { ...plan!.measures[0]!, id: 'm2', baseline: '60-70', due: '2026-01-01', start: 'soon', text: undefined },
    ]
    const found: Missing[] = missing({ ...plan!, title: '', measures }, parties, today)
    expect(found.length).toBeGreaterThan(10)
    for (const entry of found) {
      for (const said of [entryName(entry), entryWord(entry), entryHelp(entry)]) expect(said).toMatch(/\S/)
      expect(entryHelp(entry)).not.toMatch(/_|plan\./)
    }
    const range = found.find((entry) => entry.code === 'range')!
    expect([entryName(range), entryWord(range)]).toEqual(['2 Baseline', 'a range, not a value'])
    expect(entryHelp(range)).toMatch(/^A range cannot be measured against\./)
  })

  test('stands somewhere on the page: each entry that may lack something has its place', () => {
    const places = new Set([...measureGrid.map((place) => place.field), 'title', 'text'].map(String))
    for (const field of measureFields) expect(places).toContain(field)
    expect(fieldAnchor('m1', 'due')).toBe('m-m1-due')
    expect(fieldAnchor(undefined, 'title')).toBe('plan-title')
  })
})

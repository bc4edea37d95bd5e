import * as Y from 'yjs'
import { isOrderKey, keyBetween, keysFor } from './order.ts'
import { type DraftMeasure, type DraftPlan, type MeasureField, measureFields, metaFields } from './plan.ts'
import type { RichText } from './rich-text.ts'
import { readXmlText, writeXmlText } from './xml-text.ts'

/**
 * A plan as one Y.Doc: `meta` (title, periodFrom, periodUntil), `preamble`, and `measures`, one Y.Map each: the fields as
 * strings, `text` as a fragment, and two keys that the reading does not show: `position`, an order key, so that moving a
 * measure leaves alone what others write in it at that moment, and `removed`, so that what is taken out can be put back.
 */
export const planMeta = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')
export const planPreamble = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('preamble')
const measuresOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('measures')

/**
 * The plan as it stands. Whatever a document holds, this answers; what is no measure of ours is nobody's measure. Who
 * reads again and again may give a `textOf` that remembers the fragments that have not changed.
 */
export const readPlan = (doc: Y.Doc, textOf = readXmlText): DraftPlan => ({
  title: stringOf(planMeta(doc).get('title')),
  periodFrom: stringOf(planMeta(doc).get('periodFrom')),
  periodUntil: stringOf(planMeta(doc).get('periodUntil')),
  preamble: textOf(planPreamble(doc)),
  measures: measureMaps(doc).map((map) => readMeasure(map, textOf)),
})

/** The measures that stand, in their order. */
export const measureMaps = (doc: Y.Doc): Y.Map<unknown>[] => allMeasures(doc).filter((map) => !map.get('removed'))

export const findMeasure = (doc: Y.Doc, id: string): Y.Map<unknown> | undefined =>
  allMeasures(doc).find((map) => map.get('id') === id)

/** The text of a measure, for an editor to be bound to. */
export function measureText(map: Y.Map<unknown>): Y.XmlFragment | undefined {
  const text = map.get('text')
  return text instanceof Y.XmlFragment ? text : undefined
}

function readMeasure(map: Y.Map<unknown>, textOf: typeof readXmlText): DraftMeasure {
  const text = measureText(map)
  const fields = Object.fromEntries(measureFields.map((field) => [field, stringOf(map.get(field))]))
  return {
    ...(fields as Record<MeasureField, string>),
    id: stringOf(map.get('id')),
    text: text && textOf(text),
    answers: listOf(map.get('answers')),
  }
}

const measureId = /^[\w-]{1,64}$/

/** In order of their keys; who made no key comes last. Of two with one id, the first in the array is the measure. */
function allMeasures(doc: Y.Doc): Y.Map<unknown>[] {
  const found = new Map<string, Y.Map<unknown>>()
  for (const item of measuresOf(doc).toArray()) {
    const id = item instanceof Y.Map ? item.get('id') : undefined
    if (typeof id === 'string' && measureId.test(id) && !found.has(id)) found.set(id, item as Y.Map<unknown>)
  }
  return [...found.values()]
    .map((map, place) => ({ map, place, key: keyOf(map) }))
    .sort((a, b) => compare(a.key ?? '~', b.key ?? '~') || a.place - b.place)
    .map(({ map }) => map)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function keyOf(map: Y.Map<unknown>): string | undefined {
  const key = map.get('position')
  return typeof key === 'string' && isOrderKey(key) ? key : undefined
}

function listOf(value: unknown): string[] {
  try {
    const list: unknown = JSON.parse(stringOf(value))
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}

/** What a measure may be made with; all but the id may be absent. */
export type NewMeasure = Pick<DraftMeasure, 'id'> & Partial<Omit<DraftMeasure, 'id'>>

/** Adds a measure after another one, or at the end. */
export function addMeasure(doc: Y.Doc, measure: NewMeasure, after?: string): void {
  doc.transact(() => {
    const list = withKeys(doc)
    const place = after === undefined ? list.length : list.findIndex((map) => map.get('id') === after) + 1
    const position = keyBetween(list[place - 1] && keyOf(list[place - 1]!), list[place] && keyOf(list[place]!))
    measuresOf(doc).push([makeMeasure(measure, position)])
  })
}

/** Takes a measure out, or puts it back where it stood. Its words stay in the document either way. */
export function removeMeasure(doc: Y.Doc, id: string): void {
  findMeasure(doc, id)?.set('removed', 'yes')
}
export function restoreMeasure(doc: Y.Doc, id: string): void {
  findMeasure(doc, id)?.delete('removed')
}

/** Moves a measure to a place among those that stand, counted from 0 without it. */
export function moveMeasure(doc: Y.Doc, id: string, place: number): void {
  doc.transact(() => {
    const all = withKeys(doc)
    const moved = all.find((map) => map.get('id') === id)
    if (!moved) return
    const others = all.filter((map) => map !== moved)
    const standing = others.filter((map) => !map.get('removed'))
    const next = standing[Math.max(0, place)]
    const at = next ? others.indexOf(next) : others.length
    moved.set('position', keyBetween(others[at - 1] && keyOf(others[at - 1]!), others[at] && keyOf(others[at]!)))
  })
}

export function setAnswers(map: Y.Map<unknown>, answers: readonly string[]): void {
  map.set('answers', JSON.stringify(answers))
}

/** All measures in order, removed ones too, each with a key of its own: two who added at once may have made the same. */
function withKeys(doc: Y.Doc): Y.Map<unknown>[] {
  const all = allMeasures(doc)
  const keys = all.map(keyOf)
  const distinct = keys.every((key, i) => key !== undefined && (i === 0 || keys[i - 1]! < key))
  if (!distinct) for (const [i, key] of keysFor(all.length).entries()) all[i]!.set('position', key)
  return all
}

function makeMeasure(measure: NewMeasure, position: string): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('id', measure.id)
  map.set('position', position)
  for (const field of measureFields) map.set(field, measure[field] ?? '')
  setAnswers(map, measure.answers ?? [])
  const text = new Y.XmlFragment()
  if (measure.text) writeXmlText(text, measure.text)
  map.set('text', text)
  return map
}

/** What a document is begun with. */
export interface PlanSeed {
  title: string
  periodFrom: string
  periodUntil: string
  preamble?: RichText | undefined
  measures?: readonly NewMeasure[] | undefined
}

/** Writes a plan into an empty document: a new one, a copy of a reading, or the demonstration's. */
export function seedPlan(doc: Y.Doc, seed: PlanSeed): void {
  doc.transact(() => {
    for (const field of metaFields) planMeta(doc).set(field, seed[field])
    if (seed.preamble) writeXmlText(planPreamble(doc), seed.preamble)
    const keys = keysFor(seed.measures?.length ?? 0)
    measuresOf(doc).push((seed.measures ?? []).map((measure, i) => makeMeasure(measure, keys[i]!)))
  })
}

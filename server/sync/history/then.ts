import * as Y from 'yjs'
import { livesAt } from './fates.ts'
import { entriesOf, heldBy, itemsOf, setMark } from './held.ts'
import type { Held, Lineage } from './lineage.ts'

/** A moment of a text: whether a position of an item was in it, and up to where that holds. */
export type When = (item: Y.Item, clock: number) => { is: boolean; end: number }

/** As the log had it after an update. */
export const whenAt =
  (lineage: Lineage, seq: number): When =>
  ({ id: { client } }, clock) => ({
    is: livesAt(lineage, seq, client, clock),
    end: Math.min(lineage.born.at(client, clock).end, lineage.died.at(client, clock).end),
  })

/** As a document has it. */
export const whenNow: When = (item) => ({ is: !item.deleted, end: Number.POSITIVE_INFINITY })

/** What stood under a key. */
export const entryAt = (type: Held, key: string, when: When): Y.Item | undefined =>
  entriesOf(type, key).findLast((item) => when(item, item.id.clock).is)

/** A child of a list: a type, or one of the values of an item that holds several. */
export interface Child {
  item: Y.Item
  clock: number
}

export const childrenAt = (type: Held, when: When): Child[] =>
  itemsOf(type).flatMap((item) => {
    if (!item.countable) return []
    const clocks = Array.from({ length: item.length }, (_, i) => item.id.clock + i)
    return clocks.filter((clock) => when(item, clock).is).map((clock) => ({ item, clock }))
  })

/** A child anew, as it was. */
export const childAgain = ({ item, clock }: Child, when: When): unknown =>
  item.content instanceof Y.ContentType ? typeAgain(item.content.type, when) : heldBy(item, clock)

function typeAgain(type: Held, when: When): unknown {
  if (type instanceof Y.Text) {
    const made = type instanceof Y.XmlText ? new Y.XmlText() : new Y.Text()
    made.applyDelta(deltaAt(type, when))
    return made
  }
  if (type instanceof Y.Map) {
    const made = new Y.Map()
    for (const [key, entry] of entriesAt(type, when)) made.set(key, childAgain(entry, when))
    return made
  }
  const made =
    type instanceof Y.XmlElement
      ? new Y.XmlElement(type.nodeName)
      : type instanceof Y.Array
        ? new Y.Array()
        : new Y.XmlFragment()
  if (made instanceof Y.XmlElement)
    for (const [key, entry] of entriesAt(type, when)) made.setAttribute(key, childAgain(entry, when) as string)
  made.insert(0, childrenAt(type, when).map((child) => childAgain(child, when)) as never[])
  return made
}

const entriesAt = (type: Held, when: When): [string, Child][] =>
  [...type._map.keys()].sort().flatMap((key) => {
    const item = entryAt(type, key, when)
    return item ? [[key, { item, clock: item.id.clock + item.length - 1 }]] : []
  })

/** What a child said, for comparison: two are the same when this is. */
export const wordsOf = ({ item, clock }: Child, when: When): string =>
  item.content instanceof Y.ContentType
    ? typeWords(item.content.type, when)
    : JSON.stringify([typeof heldBy(item, clock), heldBy(item, clock)])

export function typeWords(type: Held, when: When): string {
  if (type instanceof Y.Text) return JSON.stringify(joined(deltaAt(type, when)))
  const name = type instanceof Y.XmlElement ? type.nodeName : ''
  const keys = entriesAt(type, when).map(([key, entry]) => [key, wordsOf(entry, when)])
  return JSON.stringify([name, keys, childrenAt(type, when).map((child) => wordsOf(child, when))])
}

export interface Step {
  retain?: number
  delete?: number
  insert?: string
  attributes?: Record<string, unknown>
}

const joined = (steps: readonly Step[]): Step[] => {
  const all: Step[] = []
  for (const step of steps) {
    const last = all.at(-1)
    if (last && JSON.stringify(last.attributes) === JSON.stringify(step.attributes)) last.insert! += step.insert
    else all.push({ ...step })
  }
  return all
}

/** The characters of a text as they were; with `onto`, from the text as it was at that other moment. */
export function deltaAt(text: Held, when: When, onto?: When): Step[] {
  const steps: Step[] = []
  const marks = { wanted: new Map<string, unknown>(), there: new Map<string, unknown>() }
  for (const item of itemsOf(text)) {
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (when(item, item.id.clock).is) setMark(marks.wanted, content)
      if (onto?.(item, item.id.clock).is) setMark(marks.there, content)
    } else if (content instanceof Y.ContentString) {
      const { clock } = item.id
      for (let at = clock; at < clock + item.length; ) {
        const wanted = when(item, at)
        const there = onto?.(item, at)
        const end = Math.min(clock + item.length, wanted.end, there?.end ?? Number.POSITIVE_INFINITY)
        if (there?.is && wanted.is) steps.push(retained(end - at, marks))
        else if (there?.is) steps.push({ delete: end - at })
        else if (wanted.is) steps.push(inserted(content.str.slice(at - clock, end - clock), marks.wanted))
        at = end
      }
    }
  }
  return steps
}

const inserted = (text: string, marks: ReadonlyMap<string, unknown>): Step => ({
  insert: text,
  ...(marks.size > 0 ? { attributes: Object.fromEntries([...marks].sort(([a], [b]) => (a < b ? -1 : 1))) } : {}),
})

function retained(length: number, marks: Record<'wanted' | 'there', ReadonlyMap<string, unknown>>): Step {
  const { wanted, there } = marks
  const attributes: Record<string, unknown> = {}
  for (const key of new Set([...wanted.keys(), ...there.keys()]))
    if (JSON.stringify(wanted.get(key)) !== JSON.stringify(there.get(key))) attributes[key] = wanted.get(key) ?? null
  return { retain: length, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) }
}

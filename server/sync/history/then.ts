import * as Y from 'yjs'
import { livesAt } from './fates.ts'
import { entriesOf, heldBy, itemsOf, setMark } from './held.ts'
import type { Held, Lineage } from './lineage.ts'

/** A point of a lineage. */
export interface Then {
  lineage: Lineage
  seq: number
}

/** What stood under a key at the point. */
export const valueThen = (type: Held, key: string, { lineage, seq }: Then): Y.Item | undefined =>
  entriesOf(type, key).findLast((item) => livesAt(lineage, seq, item.id.client, item.id.clock))

/** A type anew, as it was at the point. */
export function cloneOf(type: Held, then: Then): Y.AbstractType<unknown> {
  if (type instanceof Y.Text) {
    const made = type instanceof Y.XmlText ? new Y.XmlText() : new Y.Text()
    made.applyDelta(deltaAt(type, then, false))
    return made as never
  }
  if (type instanceof Y.XmlElement) {
    const made = new Y.XmlElement(type.nodeName)
    for (const key of type._map.keys()) {
      const value = heldBy(valueThen(type, key, then))
      if (value !== undefined) made.setAttribute(key, value as string)
    }
    made.insert(0, childrenThen(type, then) as never[])
    return made as never
  }
  const made = type instanceof Y.Map ? new Y.Map() : type instanceof Y.Array ? new Y.Array() : new Y.XmlFragment()
  if (made instanceof Y.Map)
    for (const key of type._map.keys()) {
      const stood = valueThen(type, key, then)
      if (stood)
        made.set(key, stood.content instanceof Y.ContentType ? cloneOf(stood.content.type, then) : heldBy(stood))
    }
  else made.insert(0, childrenThen(type, then) as never[])
  return made as never
}

const childrenThen = (type: Held, then: Then): unknown[] =>
  itemsOf(type).flatMap((item) => {
    if (!item.countable) return []
    const { client, clock } = item.id
    const positions = Array.from({ length: item.length }, (_, i) => clock + i)
    return positions
      .filter((at) => livesAt(then.lineage, then.seq, client, at))
      .map((at) => (item.content instanceof Y.ContentType ? cloneOf(item.content.type, then) : heldBy(item, at)))
  })

interface Step {
  retain?: number
  delete?: number
  insert?: string
  attributes?: Record<string, unknown>
}

/**
 * The characters of a text as they were at the point, as a delta: from nothing, or (`onto`) from the text as it stands,
 * where what stands is kept.
 */
export function deltaAt(text: Held, { lineage, seq }: Then, onto: boolean): Step[] {
  const steps: Step[] = []
  const marks = { before: new Map<string, unknown>(), now: new Map<string, unknown>() }
  for (const item of itemsOf(text)) {
    const { client, clock } = item.id
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (livesAt(lineage, seq, client, clock)) setMark(marks.before, content)
      if (!item.deleted) setMark(marks.now, content)
    } else if (content instanceof Y.ContentString) {
      const stands = onto && !item.deleted
      for (let at = clock; at < clock + item.length; ) {
        const end = Math.min(clock + item.length, lineage.born.at(client, at).end, lineage.died.at(client, at).end)
        const stood = livesAt(lineage, seq, client, at)
        if (stands && stood) steps.push(retained(end - at, marks))
        else if (stands) steps.push({ delete: end - at })
        else if (stood) steps.push(inserted(content.str.slice(at - clock, end - clock), marks.before))
        at = end
      }
    }
  }
  return steps
}

const inserted = (text: string, marks: ReadonlyMap<string, unknown>): Step => ({
  insert: text,
  ...(marks.size > 0 ? { attributes: Object.fromEntries(marks) } : {}),
})

function retained(length: number, { before, now }: Record<'before' | 'now', ReadonlyMap<string, unknown>>): Step {
  const attributes: Record<string, unknown> = {}
  for (const key of new Set([...before.keys(), ...now.keys()]))
    if (JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key))) attributes[key] = before.get(key) ?? null
  return { retain: length, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) }
}

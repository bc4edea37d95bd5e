import * as Y from 'yjs'
import type { HistoryPart, HistoryPath } from '../../../shared/history.ts'
import type { Shape } from '../../../shared/live.ts'
import { type Between, fatesOf, livesAt } from './fates.ts'
import { entriesOf, heldBy } from './held.ts'
import type { Held, Lineage } from './lineage.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Who did an update and when, for whoever is shown it. */
export interface Deeds {
  writerOf(seq: number): number
  atOf(seq: number): string
}

/** What the text says at one point and no longer, or not yet, at another; part by part, in the order of the shape. */
export function changesBetween(between: Between, shape: Shape, deeds: Deeds): HistoryPart[] {
  const { doc } = between.lineage
  const parts: HistoryPart[] = []
  const walk = { between, deeds, parts }
  for (const [name, kind] of Object.entries(shape.roots)) {
    if (kind === 'map') mapParts(walk, doc.getMap(name), [name])
    else if (kind === 'array') listParts(walk, doc.getArray(name), [name])
    else parts.push({ is: 'text', path: [name], paragraphs: paragraphsOf(between, doc.getXmlFragment(name), deeds) })
  }
  return parts
}

interface Walk {
  between: Between
  deeds: Deeds
  parts: HistoryPart[]
}

function typeParts(walk: Walk, type: Held, path: HistoryPath): void {
  if (type instanceof Y.Map) mapParts(walk, type, path)
  else if (type instanceof Y.Array) listParts(walk, type, path)
  else walk.parts.push({ is: 'text', path, paragraphs: paragraphsOf(walk.between, type, walk.deeds) })
}

function mapParts(walk: Walk, map: Held, path: HistoryPath): void {
  for (const key of map._map.keys()) {
    for (const item of entriesOf(map, key)) {
      const isThere = fatesOf(walk.between, item.id.client, item.id.clock, 1).length > 0
      if (isThere && item.content instanceof Y.ContentType) typeParts(walk, item.content.type, [...path, key])
    }
    const part = valuePart(walk, map, key, path)
    if (part) walk.parts.push(part)
  }
}

/** The value under a key at a point: what was set last of all that had come by then. */
const valueAt = (lineage: Lineage, map: Held, key: string, seq: number): unknown =>
  heldBy(entriesOf(map, key).find((item) => livesAt(lineage, seq, item.id.client, item.id.clock)))

function valuePart({ between, deeds }: Walk, map: Held, key: string, path: HistoryPath) {
  const { lineage, from, to } = between
  const before = valueAt(lineage, map, key, from)
  if (isSame(before, valueAt(lineage, map, key, to))) return undefined
  const turns = new Map<number, unknown>()
  for (const item of entriesOf(map, key)) {
    const { client, clock } = item.id
    const [born, died] = [lineage.born.at(client, clock).value!, lineage.died.at(client, clock).value]
    if (born > from && born <= to && !(died !== undefined && died <= born)) turns.set(born, heldBy(item))
    if (died !== undefined && died > from && died <= to && !turns.has(died)) turns.set(died, undefined)
  }
  const steps: (HistoryPart & { is: 'value' })['steps'] = []
  for (const [seq, value] of [...turns].sort(([a], [b]) => a - b)) {
    const step = { by: deeds.writerOf(seq), at: deeds.atOf(seq), value }
    if (steps.at(-1)?.by === step.by) steps[steps.length - 1] = step
    else steps.push(step)
  }
  return { is: 'value' as const, path: [...path, key], before, steps }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function listParts(walk: Walk, list: Held, path: HistoryPath): void {
  const { lineage, from, to } = walk.between
  for (let item = list._start; item; item = item.right) {
    const { client, clock } = item.id
    const [fate] = fatesOf(walk.between, client, clock, 1)
    if (!fate || !(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    const at = [...path, `${client}:${clock}`]
    const told = fate.is === 'same' ? {} : { by: walk.deeds.writerOf(fate.by), at: walk.deeds.atOf(fate.by) }
    const values = (seq: number) => (livesAt(lineage, seq, client, clock) ? plainValues(lineage, type, seq) : {})
    walk.parts.push({ is: 'entry', path: at, change: fate.is, ...told, before: values(from), after: values(to) })
    typeParts(walk, type, at)
  }
}

/** The values of an entry that are no texts of their own. */
function plainValues(lineage: Lineage, type: Held, seq: number): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key of type._map.keys()) {
    const value = valueAt(lineage, type, key, seq)
    if (value !== undefined) values[key] = value
  }
  return values
}

import fc from 'fast-check'
import * as Y from 'yjs'
import { takeExactly } from '../../server/sync/exactly.ts'
import { judge, type Verdict } from '../../server/sync/gate.ts'
import { type LiveLimits, standardLimits } from '../../server/sync/limits.ts'
import { type Places, placesOf } from '../../server/sync/places.ts'
import { documentShapes } from '../../shared/live.ts'

/** A shadow document behind the gate, as a room has one; without sockets and database. */
export interface Shadow {
  doc: Y.Doc
  owners: Map<number, string | null>
  /** Judges as the person's and applies what passes. `isHeld` says whether Yjs kept to the verdict. */
  take(person: string, update: Uint8Array): Verdict & { isHeld: boolean }
  judge(person: string, update: Uint8Array): Verdict
}

export function shadowOf(seed?: Uint8Array, limits: LiveLimits = standardLimits): Shadow {
  const doc = new Y.Doc()
  if (seed) Y.applyUpdate(doc, seed)
  const owners = new Map<number, string | null>([...doc.store.clients.keys()].map((client) => [client, null]))
  const places: Places = placesOf(doc, documentShapes.plan)
  const shadow: Shadow = {
    doc,
    owners,
    judge: (person, update) => {
      const ownership = (client: number) => {
        const owner = owners.get(client)
        return owner === undefined ? ('free' as const) : owner === person ? ('own' as const) : ('foreign' as const)
      }
      const freeClients = limits.documentClients - doc.store.clients.size
      return judge(update, { doc, places, shape: documentShapes.plan, limits, ownership, freeClients })
    },
    take: (person, update) => {
      const verdict = shadow.judge(person, update)
      if (verdict.is !== 'fresh') return { ...verdict, isHeld: true }
      for (const client of verdict.claims) owners.set(client, person)
      try {
        takeExactly(doc, () => Y.applyUpdate(doc, verdict.bytes))
      } catch {
        return { ...verdict, isHeld: false }
      }
      return { ...verdict, isHeld: doc.store.pendingStructs === null && doc.store.pendingDs === null }
    },
  }
  return shadow
}

/** A plan's document of a client, with the update that made it. */
export function blankPlan(clientId?: number): Y.Doc {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  return doc
}

/** Something that an editor does; the numbers choose where. */
export type Edit =
  | { is: 'paragraph'; at: number }
  | { is: 'type'; at: number; words: string }
  | { is: 'erase'; at: number; length: number }
  | { is: 'bold'; at: number; length: number }
  | { is: 'list'; at: number }
  | { is: 'remove'; at: number }
  | { is: 'measure'; at: number }
  | { is: 'field'; at: number; words: string }
  | { is: 'drop'; at: number }

const at = fc.nat(1_000)
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ is: fc.constant('paragraph' as const), at }),
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('type' as const),
      at,
      words: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('erase' as const), at, length: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({ is: fc.constant('bold' as const), at, length: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ is: fc.constant('list' as const), at }),
  fc.record({ is: fc.constant('remove' as const), at }),
  fc.record({ is: fc.constant('measure' as const), at }),
  fc.record({ is: fc.constant('field' as const), at, words: fc.string({ maxLength: 12 }) }),
  fc.record({ is: fc.constant('drop' as const), at }),
)

/** Does it, in whatever the document holds by now. */
export function edit(doc: Y.Doc, what: Edit): void {
  doc.transact(() => perform(doc, what))
}

function perform(doc: Y.Doc, what: Edit): void {
  const preamble = doc.getXmlFragment('preamble')
  const measures = doc.getArray<unknown>('measures')
  const maps = measures.toArray().filter((measure) => measure instanceof Y.Map) // a hostile hand may put others there
  const pick = <T>(list: readonly T[]): T | undefined => list[what.at % Math.max(list.length, 1)]
  const fragments = [
    preamble,
    ...maps.map((measure) => measure.get('text')).filter((text) => text instanceof Y.XmlFragment),
  ]
  const texts = fragments.flatMap((fragment) => textsOf(fragment))
  const text = pick(texts)
  const place = text ? what.at % (text.length + 1) : 0
  const fragment = pick(fragments)!
  const erasable = text && place < text.length ? Math.min('length' in what ? what.length : 1, text.length - place) : 0
  const acts: Record<Edit['is'], () => unknown> = {
    paragraph: () => fragment.insert(0, [paragraph('')]),
    type: () => what.is === 'type' && text?.insert(place, what.words),
    erase: () => erasable > 0 && text!.delete(place, erasable),
    bold: () => erasable > 0 && text!.format(place, erasable, { bold: true }),
    list: () => fragment.push([list()]),
    remove: () => fragment.length > 0 && fragment.delete(what.at % fragment.length, 1),
    measure: () => measures.insert(what.at % (measures.length + 1), [measure()]),
    field: () => what.is === 'field' && pick(maps)?.set(['title', 'due', 'office'][what.at % 3]!, what.words),
    drop: () => measures.length > 3 && measures.delete(what.at % measures.length, 1),
  }
  acts[what.is]()
}

function textsOf(of: Y.XmlFragment): Y.XmlText[] {
  return of
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsOf(child) : []))
}

export function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function list(): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, [paragraph('x')])
  const element = new Y.XmlElement('orderedList')
  element.setAttribute('start', 3 as unknown as string)
  element.insert(0, [item])
  return element
}

function measure(): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  const text = new Y.XmlFragment()
  text.insert(0, [paragraph('to be written')])
  map.set('id', 'm')
  map.set('answers', ['a', 'b'])
  map.set('text', text)
  return map
}

/** The whole state, for comparison: two documents are the same when this is. */
export const stateOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

/** Adds a paragraph to the preamble. */
export const write = (doc: Y.Doc, text: string): void => doc.getXmlFragment('preamble').push([paragraph(text)])

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Book, type Entry, openBook } from '../../server/sync/history/book.ts'
import type { HistoryRun } from '../../shared/history.ts'
import { documentShapes } from '../../shared/live.ts'
import { readXmlText } from '../../shared/xml-text.ts'
import { paragraph, shadowOf } from './texts.ts'

/** Everyone types with letters of their own, so that a letter itself says who typed it. */
const alphabets = ['abcdefgh', 'ABCDEFGH', '12345678', 'αβγδεζηθ'] as const
const typist = (letter: string): number => alphabets.findIndex((letters) => letters.includes(letter))

type Act =
  | { is: 'type'; at: number; words: number[] }
  | { is: 'erase'; at: number; length: number }
  | { is: 'bold'; at: number; length: number }
  | { is: 'break'; at: number }
  | { is: 'join'; at: number }
  | { is: 'heading'; at: number }
  | { is: 'drop'; at: number }

const at = fc.nat(500)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('type' as const),
      at,
      words: fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('erase' as const), at, length: fc.integer({ min: 1, max: 8 }) }),
  },
  fc.record({ is: fc.constant('bold' as const), at, length: fc.integer({ min: 1, max: 8 }) }),
  { weight: 2, arbitrary: fc.record({ is: fc.constant('break' as const), at }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('join' as const), at }) },
  fc.record({ is: fc.constant('heading' as const), at }),
  fc.record({ is: fc.constant('drop' as const), at }),
)

/** Somebody's turn: what they do, and whether they first hear what the others did. */
const turn = fc.record({ person: fc.nat(alphabets.length - 1), act, hears: fc.boolean() })

const preamble = (doc: Y.Doc) => doc.getXmlFragment('preamble')
const textOf = (element: unknown): Y.XmlText | undefined => {
  const first = element instanceof Y.XmlElement ? element.get(0) : undefined
  return first instanceof Y.XmlText ? first : undefined
}

/** As the editor does it: what moves is taken out here and written again there, in one transaction. */
function perform(doc: Y.Doc, what: Act, person: number): void {
  const fragment = preamble(doc)
  const index = what.at % Math.max(1, fragment.length)
  const text = textOf(fragment.length > 0 ? fragment.get(index) : undefined)
  if (what.is === 'drop') return void (fragment.length > 2 && fragment.delete(index, 1))
  if (!text) return
  const place = what.at % (text.length + 1)
  const rest = text.length - place
  if (what.is === 'type') text.insert(place, what.words.map((n) => alphabets[person]![n]).join(''))
  if (what.is === 'erase' && rest > 0) text.delete(place, Math.min(what.length, rest))
  if (what.is === 'bold' && rest > 0) text.format(place, Math.min(what.length, rest), { bold: {} })
  if (what.is === 'break' && rest > 0) {
    const tail = text
      .toString()
      .replaceAll(/<[^>]*>/g, '')
      .slice(place)
    text.delete(place, rest)
    fragment.insert(index + 1, [paragraph(tail)])
  }
  const next = textOf(fragment.length > index + 1 ? fragment.get(index + 1) : undefined)
  if (what.is === 'join' && next) {
    text.insert(text.length, next.toString().replaceAll(/<[^>]*>/g, ''))
    fragment.delete(index + 1, 1)
  }
  if (what.is === 'heading') {
    const heading = new Y.XmlElement('heading')
    heading.setAttribute('level', 2 as unknown as string)
    heading.insert(0, [new Y.XmlText(text.toString().replaceAll(/<[^>]*>/g, ''))])
    fragment.delete(index, 1)
    fragment.insert(index, [heading])
  }
}

/** What several people write through the gate, as the log would have it. */
function written(turns: readonly { person: number; act: Act; hears: boolean }[], seed: Uint8Array) {
  const shadow = shadowOf(seed)
  const log: Entry[] = []
  const docs = alphabets.map((_, person) => {
    const doc = new Y.Doc()
    doc.clientID = 1000 + person
    Y.applyUpdate(doc, seed)
    return doc
  })
  for (const { person, act: what, hears } of turns) {
    const doc = docs[person]!
    // Words are known as moved where they were taken out as they stood: who moves them has heard of them.
    if (hears || ['break', 'join', 'heading'].includes(what.is))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(shadow.doc, Y.encodeStateVector(doc)))
    doc.transact(() => perform(doc, what, person))
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(shadow.doc))
    const verdict = shadow.take(`person ${person}`, update)
    if (verdict.is === 'fresh')
      log.push({
        seq: log.length + 1,
        personId: `person ${person}`,
        delegationId: undefined,
        at: minute(log.length),
        bytes: verdict.bytes,
      })
    else expect(verdict.is).toBe('known')
  }
  return { shadow, log }
}

const minute = (n: number): string =>
  `2026-03-02T${String(9 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:30.000Z`

function seedText(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7
  preamble(doc).push([paragraph('xyzzy xyz'), paragraph('zzyyxx'), paragraph('x')])
  return Y.encodeStateAsUpdate(doc)
}

function bookOf(log: readonly Entry[], seed: Uint8Array, pieces: number): Book {
  const book = openBook(documentShapes.plan)
  book.begin(1, 0, seed)
  for (let i = 0; i < log.length; i += pieces) book.enter(1, log.slice(i, i + pieces))
  return book
}

/** Each letter that stands, with the number of the person to whom the book gives it. */
function blame(doc: Y.Doc, book: Book): { letter: string; by: number }[] {
  const { writers, passages } = book.attribution()
  const found: { letter: string; by: number }[] = []
  for (const structs of doc.store.clients.values())
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (const [i, letter] of item.content.str.split('').entries()) {
        const clock = item.id.clock + i
        const passage = passages.find(
          (one) => one.client === item.id.client && one.clock <= clock && clock < one.clock + one.length,
        )
        const writer = writers[passage!.by]
        found.push({ letter, by: writer ? Number(writer.personId.slice(7)) : -1 })
      }
    }
  return found
}

const side = (runs: readonly HistoryRun[], left: 'in' | 'out'): string =>
  runs
    .filter((run) => run.is !== left)
    .map((run) => run.text)
    .join('')

/** The letters of each paragraph, as the document itself has them. */
const lettersOf = (doc: Y.Doc): string[] =>
  preamble(doc)
    .toArray()
    .map(
      (element) =>
        textOf(element)
          ?.toString()
          .replaceAll(/<[^>]*>/g, '') ?? '',
    )
    .filter((line) => line !== '')

describe('who wrote each letter', () => {
  test('is who typed it, however others broke, joined, set and moved what it stands in', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (turns, pieces) => {
        const seed = seedText()
        const { shadow, log } = written(turns, seed)
        for (const { letter, by } of blame(shadow.doc, bookOf(log, seed, pieces)))
          expect([letter, by]).toEqual([letter, typist(letter)])
      }),
      { numRuns: 400 },
    )
  })

  test('stays, where the text is begun anew from the same words', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), fc.boolean(), (turns, same) => {
        const seed = seedText()
        const { shadow, log } = written(turns, seed)
        const book = bookOf(log, seed, 7)
        const copy = new Y.Doc()
        preamble(copy).push(lettersOf(shadow.doc).map((line) => paragraph(line)))
        const second = same ? Y.encodeStateAsUpdate(shadow.doc) : Y.encodeStateAsUpdate(copy)
        book.begin(2, log.length, second)
        for (const { letter, by } of blame(same ? shadow.doc : copy, book))
          expect([letter, by]).toEqual([letter, typist(letter)])
      }),
      { numRuns: 40 },
    )
  })
})

describe('what changed between two points', () => {
  const points = fc.tuple(fc.nat(100), fc.nat(100))
  test('reads as the earlier text without what came, and as the later without what went', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 50 }), points, (turns, [one, other]) => {
        const seed = seedText()
        const { log } = written(turns, seed)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
          .map((n) => n % (log.length + 1))
          .sort((a, b) => a - b) as [number, number]
        const at = (seq: number) => {
          const doc = new Y.Doc()
          Y.applyUpdate(doc, seed)
          for (const entry of log.slice(0, seq)) Y.applyUpdate(doc, entry.bytes)
          return lettersOf(doc)
        }
        const changes = bookOf(log, seed, 9).changes({ epoch: 1, seq: from }, { epoch: 1, seq: to })!
        const part = changes.stretches[0]!.parts.find((one) => one.path[0] === 'preamble')!
        const paragraphs = part.is === 'text' ? part.paragraphs : []
        expect(paragraphs.map(({ runs }) => side(runs, 'in')).join('')).toBe(at(from).join(''))
        expect(paragraphs.map(({ runs }) => side(runs, 'out')).join('')).toBe(at(to).join(''))
        const wrote = new Set(log.slice(from, to).map((entry) => entry.personId))
        for (const { is, by } of paragraphs.flatMap(({ runs }) => runs))
          if (is !== 'same') expect(wrote).toContain(changes.writers[by!]?.personId)
      }),
      { numRuns: 400 },
    )
  })
})

/** After these a paragraph that stood says what another said then: it stands for that one, and must be left as it is. */
const standsForAnother: (typeof turn extends fc.Arbitrary<infer One> ? One : never)[] = [
  { person: 0, act: { is: 'break', at: 4 }, hears: false },
  { person: 0, act: { is: 'break', at: 305 }, hears: false },
  { person: 0, act: { is: 'erase', at: 287, length: 1 }, hears: false },
  { person: 0, act: { is: 'break', at: 492 }, hears: false },
  { person: 0, act: { is: 'join', at: 0 }, hears: false },
]

describe('a point that is brought back', () => {
  test('reads exactly as it did, by an edit that the gate takes and that adds to the log', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 50 }), fc.nat(100), (turns, n) => {
        const seed = seedText()
        const { shadow, log } = written(turns, seed)
        const seq = n % (log.length + 1)
        const then = new Y.Doc()
        Y.applyUpdate(then, seed)
        for (const entry of log.slice(0, seq)) Y.applyUpdate(then, entry.bytes)
        const made = bookOf(log, seed, 9).restoration({ epoch: 1, seq }, 4242, [Y.encodeStateAsUpdate(shadow.doc)])!
        if (made.update) {
          const verdict = shadow.take('restorer', made.update)
          expect(verdict.is).toBe('fresh')
        }
        expect(readXmlText(preamble(shadow.doc))).toEqual(readXmlText(preamble(then)))
      }),
      { numRuns: 400, examples: [[standsForAnother, 2]] },
    )
  })
})

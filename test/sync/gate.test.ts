import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '../../server/sync/decode.ts'
import { standardLimits } from '../../server/sync/limits.ts'
import { anEdit, edit, paragraph, shadowOf, stateOf } from './texts.ts'

/** Four people who edit for a while, with syncs between them now and then, each through the gate. */
const aSession = fc.array(fc.record({ who: fc.nat(3), edit: anEdit, syncs: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
})

describe('honest editors', () => {
  test('are never refused, whatever they do, and converge', () => {
    fc.assert(
      fc.property(aSession, (session) => {
        const shadow = shadowOf()
        const people = ['ada', 'bo', 'cy', 'di'].map((name) => ({ name, doc: new Y.Doc(), sent: [] as Uint8Array[] }))
        for (const person of people)
          person.doc.on(
            'update',
            (update: Uint8Array, origin) => void (origin !== 'server' && person.sent.push(update)),
          )
        const sync = (person: (typeof people)[number]) => {
          Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(shadow.doc, Y.encodeStateVector(person.doc)), 'server')
          const verdict = shadow.take(person.name, Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(shadow.doc)))
          expect(['fresh', 'known']).toContain(verdict.is)
          expect(verdict.isHeld).toBe(true)
          person.sent.length = 0
        }
        for (const { who, edit: what, syncs } of session) {
          const person = people[who]!
          edit(person.doc, what)
          if (syncs) sync(person)
          else
            for (const update of person.sent.splice(0)) {
              const verdict = shadow.take(person.name, update)
              expect(['fresh', 'gap', 'known']).toContain(verdict.is)
              expect(verdict.isHeld).toBe(true)
            }
        }
        for (const person of people) sync(person)
        for (const person of people) {
          sync(person)
          expect(stateOf(person.doc)).toBe(stateOf(shadow.doc))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('are read as Yjs reads them', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 40 }), (edits) => {
        const doc = new Y.Doc()
        for (const what of edits) edit(doc, what)
        const bytes = Y.encodeStateAsUpdate(doc)
        const ours = decodeUpdate(bytes, standardLimits)
        const theirs = Y.decodeUpdate(bytes)
        const plain = (id: { client: number; clock: number } | null | undefined) =>
          id && { client: id.client, clock: id.clock }
        expect(
          [...ours.blocks.values()]
            .flat()
            .map(({ client, clock, length, origin, rightOrigin }) => ({ client, clock, length, origin, rightOrigin })),
        ).toEqual(
          theirs.structs.map((struct) => ({
            ...plain(struct.id),
            length: struct.length,
            origin: (struct instanceof Y.Item && plain(struct.origin)) || undefined,
            rightOrigin: (struct instanceof Y.Item && plain(struct.rightOrigin)) || undefined,
          })),
        )
        expect(ours.deletes).toEqual(
          [...theirs.ds.clients].flatMap(([client, runs]) =>
            runs.map(({ clock, len }) => ({ client, clock, length: len })),
          ),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('send what was known already without its being stored twice', () => {
    const shadow = shadowOf()
    const doc = new Y.Doc()
    doc.getXmlFragment('preamble').insert(0, [paragraph('one two three')])
    const all = Y.encodeStateAsUpdate(doc)
    expect(shadow.take('ada', all).is).toBe('fresh')
    expect(shadow.take('ada', all).is).toBe('known')
    ;(doc.getXmlFragment('preamble').get(0) as Y.XmlElement).insert(1, [new Y.XmlText('!')])
    const verdict = shadow.take('ada', Y.encodeStateAsUpdate(doc))
    expect(verdict.is === 'fresh' && verdict.bytes.length < all.length).toBe(true)
    expect(stateOf(shadow.doc)).toBe(stateOf(doc))
  })
})

describe('changed, cut and hostile bytes', () => {
  const honest = () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void updates.push(update))
    doc.getXmlFragment('preamble').insert(0, [paragraph('We agree')])
    doc.getArray('measures').push([new Y.Map([['title', 'one']])])
    ;(doc.getXmlFragment('preamble').get(0) as Y.XmlElement).insert(0, [new Y.XmlText('Freely: ')])
    doc.getXmlFragment('preamble').delete(0, 1)
    return updates
  }

  test('change nothing when they are refused, and do what the verdict says when they are not', () => {
    let refused = 0
    fc.assert(
      fc.property(
        fc.array(anEdit, { maxLength: 25 }),
        fc.array(anEdit, { minLength: 1, maxLength: 8 }),
        fc.array(fc.record({ at: fc.nat(), bit: fc.nat(7) }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (before, after, flips, cut) => {
          const author = new Y.Doc()
          for (const what of before) edit(author, what)
          const shadow = shadowOf()
          shadow.take('ada', Y.encodeStateAsUpdate(author))
          const vector = Y.encodeStateVector(author)
          for (const what of after) edit(author, what)
          const bytes = Y.encodeStateAsUpdate(author, vector)
          for (const { at, bit } of flips) bytes[at % bytes.length]! ^= 1 << bit
          const hostile = cut ? bytes.subarray(0, flips[0]!.at % bytes.length) : bytes
          const state = stateOf(shadow.doc)
          const verdict = shadow.take('ada', hostile)
          expect(verdict.isHeld).toBe(true)
          if (verdict.is !== 'fresh') expect(stateOf(shadow.doc)).toBe(state)
          if (verdict.is === 'refused') refused++
        },
      ),
      { numRuns: 2_000 },
    )
    expect(refused).toBeGreaterThan(200)
  })

  test('without the gate Yjs applies half of such updates: the control', () => {
    let halves = 0
    for (let seed = 0; seed < 3_000; seed++) {
      const doc = new Y.Doc()
      const updates = honest()
      for (const update of updates.slice(0, -2)) Y.applyUpdate(doc, update)
      const bytes = Y.mergeUpdates(updates.slice(-2))
      bytes[seed % bytes.length]! ^= 1 << (seed % 8)
      const state = stateOf(doc)
      try {
        Y.applyUpdate(doc, bytes)
      } catch {
        if (stateOf(doc) !== state || doc.store.pendingStructs !== null) halves++
      }
    }
    expect(halves).toBeGreaterThan(0)
  })
})

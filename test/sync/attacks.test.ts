import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { standardLimits } from '../../server/sync/limits.ts'
import { frame } from './hall.ts'
import { paragraph, shadowOf, stateOf, write } from './texts.ts'

/** One client's structs and a delete set, byte by byte, as no honest client would write them. */
const forged = (
  client: number,
  clock: number,
  structs: ((e: encoding.Encoder) => void)[],
  deletes: [number, number, number][] = [],
) =>
  frame((e) => {
    encoding.writeVarUint(e, structs.length > 0 ? 1 : 0)
    if (structs.length > 0) {
      encoding.writeVarUint(e, structs.length)
      encoding.writeVarUint(e, client)
      encoding.writeVarUint(e, clock)
      for (const struct of structs) struct(e)
    }
    encoding.writeVarUint(e, deletes.length)
    for (const [of, from, length] of deletes)
      for (const number of [of, 1, from, length]) encoding.writeVarUint(e, number)
  })
const garbage = (length: number) => (e: encoding.Encoder) => {
  encoding.writeUint8(e, 0)
  encoding.writeVarUint(e, length)
}
const skip = (length: number) => (e: encoding.Encoder) => {
  encoding.writeUint8(e, 10)
  encoding.writeVarUint(e, length)
}
const string =
  (
    words: string,
    beside: { origin?: [number, number]; right?: [number, number]; root?: string; parent?: [number, number] },
  ) =>
  (e: encoding.Encoder) => {
    encoding.writeUint8(e, 4 | (beside.origin ? 0x80 : 0) | (beside.right ? 0x40 : 0))
    for (const id of [beside.origin, beside.right]) if (id) for (const number of id) encoding.writeVarUint(e, number)
    if (!beside.origin && !beside.right) {
      encoding.writeVarUint(e, beside.root === undefined ? 0 : 1)
      if (beside.root !== undefined) encoding.writeVarString(e, beside.root)
      else for (const number of beside.parent!) encoding.writeVarUint(e, number)
    }
    encoding.writeVarString(e, words)
  }

/** A document in which Chan wrote two paragraphs, and the ids of their first characters. */
function written() {
  const shadow = shadowOf()
  const chan = new Y.Doc()
  chan.clientID = 1_000
  write(chan, 'First paragraph')
  write(chan, 'Second paragraph')
  shadow.take('chan', Y.encodeStateAsUpdate(chan))
  const letters = (n: number) => {
    const text = (chan.getXmlFragment('preamble').get(n) as Y.XmlElement).get(0) as Y.XmlText
    return [text._start!.id.client, text._start!.id.clock] as [number, number]
  }
  return { shadow, chan, letters }
}
const known = 1_000

describe('An update of another person', () => {
  test('cannot silence somebody by using up the clock of their client id', () => {
    const { shadow, chan } = written()
    const state = Y.getState(shadow.doc.store, known)
    expect(shadow.take('dara', forged(known, state, [garbage(2 ** 45)]))).toMatchObject({ is: 'refused' })
    expect(shadow.take('dara', forged(known, state, [garbage(100)]))).toMatchObject({
      is: 'refused',
      why: 'foreign_client',
    })
    write(chan, 'Third')
    expect(shadow.take('chan', Y.encodeStateAsUpdate(chan, Y.encodeStateVector(shadow.doc))).is).toBe('fresh')
    expect(stateOf(shadow.doc)).toBe(stateOf(chan))
  })

  test('cannot write under a foreign client id, nor under one of the text’s beginning', () => {
    const { shadow } = written()
    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(shadow.doc))
    const before = Y.encodeStateVector(forger)
    forger.clientID = known
    write(forger, 'Chan says')
    expect(shadow.take('dara', Y.encodeStateAsUpdate(forger, before))).toMatchObject({
      is: 'refused',
      why: 'foreign_client',
    })

    const seeded = shadowOf(Y.encodeStateAsUpdate(shadow.doc))
    expect(seeded.take('chan', Y.encodeStateAsUpdate(forger, before))).toMatchObject({
      is: 'refused',
      why: 'foreign_client',
    })
  })

  test('cannot slip another wording of known text into the log', () => {
    const { shadow, letters } = written()
    const other = forged(known, letters(0)[1], [string('Xirst paragraph', { parent: [known, letters(0)[1] - 1] })])
    expect(shadow.take('dara', other).is).toBe('known')
  })
})

describe('An update that is malformed or rests on nothing', () => {
  test('with a skip, an empty run, a doubled client or more after its end is refused', () => {
    const { shadow } = written()
    expect(shadow.judge('dara', forged(7, 0, [skip(3)]))).toMatchObject({ is: 'refused', why: 'skip' })
    expect(shadow.judge('dara', forged(7, 0, [garbage(0)]))).toMatchObject({ is: 'refused', why: 'malformed' })
    expect(shadow.judge('dara', forged(7, 0, [string('', { root: 'preamble' })]))).toMatchObject({ is: 'refused' })
    expect(shadow.judge('dara', Uint8Array.of(...forged(7, 0, [garbage(1)]), 0))).toMatchObject({
      is: 'refused',
      why: 'malformed',
    })
    const twice = forged(7, 0, [garbage(1)])
    expect(shadow.judge('dara', Uint8Array.of(2, ...twice.slice(1, -1), ...twice.slice(1)))).toMatchObject({
      is: 'refused',
      why: 'malformed',
    })
    expect(shadow.judge('dara', new Uint8Array())).toMatchObject({ is: 'refused', why: 'malformed' })
    expect(shadow.judge('dara', forged(7, 0, [garbage(standardLimits.structLength + 1)]))).toMatchObject({
      is: 'refused',
    })
  })

  test('with a gap, an unknown neighbour or deletions of what is not there is asked for again, and nothing is parked', () => {
    const { shadow } = written()
    const state = stateOf(shadow.doc)
    const updates = [
      forged(7, 5, [garbage(1)]),
      forged(7, 0, [string('x', { origin: [8, 3] })]),
      forged(7, 0, [string('x', { right: [known, 10_000] })]),
      forged(7, 0, [string('x', { parent: [9, 0] })]),
      forged(7, 0, [], [[known, 0, 100_000]]),
      forged(7, 0, [string('x', { origin: [7, 5] })]),
    ]
    for (const update of updates) expect(shadow.take('dara', update)).toEqual({ is: 'gap', isHeld: true })
    expect(stateOf(shadow.doc)).toBe(state)
  })

  test('of which thousands come costs little: Yjs alone takes half a minute for these', () => {
    const { shadow } = written()
    const began = performance.now()
    for (let i = 0; i < 4_000; i++) expect(shadow.judge('dara', forged(10_000 + i, 1, [garbage(1)])).is).toBe('gap')
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(shadow.doc.store.pendingStructs).toBeNull()
  })

  test('whose structs wait for each other in a circle is asked for again', () => {
    const { shadow } = written()
    const circle = frame((e) => {
      encoding.writeVarUint(e, 2)
      for (const [client, other] of [
        [7, 8],
        [8, 7],
      ] as const) {
        for (const number of [1, client, 0]) encoding.writeVarUint(e, number)
        string('x', { origin: [other, 0] })(e)
      }
      encoding.writeVarUint(e, 0)
    })
    expect(shadow.take('dara', circle)).toEqual({ is: 'gap', isHeld: true })
  })
})

describe('An update that would harm the editors of others', () => {
  test('that ties two lists together is refused', () => {
    const { shadow, letters } = written()
    expect(shadow.judge('dara', forged(7, 0, [string('x', { origin: letters(0), right: letters(1) })]))).toMatchObject({
      is: 'refused',
      why: 'place',
    })
  })

  test('of an unknown root, an unknown element or mark, or content where it does not belong is refused', () => {
    const { shadow, letters } = written()
    const attempt = (change: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(shadow.doc))
      const before = Y.encodeStateVector(doc)
      change(doc)
      return shadow.judge('dara', Y.encodeStateAsUpdate(doc, before))
    }
    const preamble = (doc: Y.Doc) => doc.getXmlFragment('preamble')
    const text = (doc: Y.Doc) => (preamble(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
    const refusals: [string, (doc: Y.Doc) => void][] = [
      ['root', (doc) => doc.getMap('elsewhere').set('a', 1)],
      ['content', (doc) => preamble(doc).push([new Y.XmlElement('script')])],
      ['content', (doc) => preamble(doc).push([new Y.XmlHook('hook') as never])],
      ['content', (doc) => text(doc).format(0, 3, { link: 'javascript:alert(1)' })],
      ['content', (doc) => text(doc).insertEmbed(0, { image: 'x' })],
      ['content', (doc) => doc.getMap('meta').set('file', new Uint8Array(9))],
      ['content', (doc) => doc.getMap('meta').set('inner', new Y.Doc())],
      ['place', (doc) => text(doc).setAttribute('style', 'x')],
      ['place', (doc) => doc.getMap('meta').set('element', new Y.XmlElement('paragraph'))],
      ['value', (doc) => doc.getMap('meta').set('constructor', 1)],
      ['value', (doc) => doc.getMap('meta').set('big', 1n)],
      ['value', (doc) => doc.getMap('meta').set('poison', JSON.parse('{"__proto__": {"administrator": true}}'))],
      ['value', (doc) => doc.getMap('meta').set('deep', nested(9))],
    ]
    for (const [why, change] of refusals) expect(attempt(change), String(change)).toMatchObject({ is: 'refused', why })
    expect(attempt((doc) => doc.getMap('meta').set('deep', nested(8)))).toMatchObject({ is: 'fresh' })
    expect(shadow.judge('dara', forged(7, 0, [string('x', { parent: letters(0) })]))).toMatchObject({
      is: 'refused',
      why: 'place',
    })
    expect(shadow.judge('dara', forged(7, 0, [string('x', { root: 'preamble' })]))).toMatchObject({
      is: 'refused',
      why: 'place',
    })
  })

  test('deeper than 32 levels is refused, and 32 are not', () => {
    const quotes = (levels: number) => {
      const doc = new Y.Doc()
      let inner: Y.XmlFragment = doc.getXmlFragment('preamble')
      for (let i = 1; i < levels; i++) {
        const quote = new Y.XmlElement('blockquote')
        inner.insert(0, [quote])
        inner = quote
      }
      return Y.encodeStateAsUpdate(doc)
    }
    expect(shadowOf().judge('dara', quotes(32))).toMatchObject({ is: 'fresh' })
    expect(shadowOf().judge('dara', quotes(33))).toMatchObject({ is: 'refused', why: 'depth' })
    expect(shadowOf().judge('dara', quotes(2_000))).toMatchObject({ is: 'refused', why: 'depth' })
  })

  test('with more client ids, structs or deletions than one update may have is refused', () => {
    const many = frame((e) => {
      encoding.writeVarUint(e, 1_001)
      for (let i = 0; i < 1_001; i++) {
        for (const number of [1, 5_000 + i, 0]) encoding.writeVarUint(e, number)
        garbage(1)(e)
      }
      encoding.writeVarUint(e, 0)
    })
    expect(shadowOf().judge('dara', many)).toMatchObject({ is: 'refused', why: 'too_many_clients' })
    expect(
      shadowOf(undefined, { ...standardLimits, structs: 2 }).judge(
        'dara',
        forged(7, 0, [garbage(1), garbage(1), garbage(1)]),
      ),
    ).toMatchObject({
      is: 'refused',
      why: 'too_large',
    })
    const full = shadowOf(undefined, { ...standardLimits, documentClients: 1 })
    expect(full.take('dara', forged(7, 0, [garbage(1)])).is).toBe('fresh')
    expect(full.take('dara', forged(7, 1, [garbage(1)])).is).toBe('fresh')
    expect(full.judge('dara', forged(8, 0, [garbage(1)]))).toMatchObject({ is: 'refused', why: 'too_many_clients' })
    const shadow = shadowOf(undefined, { ...standardLimits, deletions: 3 })
    const chan = new Y.Doc()
    chan.getXmlFragment('preamble').push([paragraph('0123456789')])
    shadow.take('chan', Y.encodeStateAsUpdate(chan))
    const text = (chan.getXmlFragment('preamble').get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (const at of [8, 6, 4, 2]) text.delete(at, 1)
    expect(shadow.judge('chan', Y.encodeStateAsUpdate(chan))).toMatchObject({ is: 'refused', why: 'too_large' })
  })
})

describe('An update that would keep everybody waiting', () => {
  const letters = (doc: Y.Doc) => (doc.getXmlFragment('preamble').get(0) as Y.XmlElement).get(0) as Y.XmlText

  test('by naming neighbours far apart is refused; thousands typed by two people at one place are not', () => {
    const shadow = shadowOf()
    const chan = new Y.Doc()
    chan.clientID = known
    write(chan, '')
    const dara = new Y.Doc()
    Y.applyUpdate(dara, Y.encodeStateAsUpdate(chan))
    shadow.take('chan', Y.encodeStateAsUpdate(chan))
    // Neither knows of the other, and no letter joins the one before: each stands between two, or before all.
    for (const doc of [chan, dara]) {
      for (let i = 0; i < 300; i++) letters(doc).insert(0, 'x')
      for (let i = 0; i < 3_000; i++) letters(doc).insert(i + 1, 'x')
    }
    for (const [person, doc] of [
      ['chan', chan],
      ['dara', dara],
    ] as const)
      expect(shadow.take(person, Y.encodeStateAsUpdate(doc))).toMatchObject({ is: 'fresh', isHeld: true })

    const first = Y.getState(chan.store, known) - 3_300
    // Under a high client id: such pass all others between the neighbours that they name.
    const far = (count: number) =>
      forged(
        2 ** 32 - 1,
        0,
        Array.from({ length: count }, (_, i) => string('y', { right: [known, first + (i % 50)] })),
      )
    const state = stateOf(shadow.doc)
    expect(shadow.take('dara', far(2_000))).toEqual({ is: 'refused', why: 'too_large', isHeld: true })
    expect(stateOf(shadow.doc)).toBe(state)
    expect(shadow.take('dara', far(3))).toMatchObject({ is: 'fresh', isHeld: true })
  })

  test('by saying the same deletion again and again costs one walk, and is logged once', () => {
    const { shadow, chan } = written()
    const end = Y.getState(chan.store, known)
    const again = frame((e) => {
      for (const number of [0, 1, known, 5_000]) encoding.writeVarUint(e, number)
      for (let i = 0; i < 5_000; i++) for (const number of [2, end - 2]) encoding.writeVarUint(e, number)
    })
    const verdict = shadow.take('chan', again)
    expect(verdict).toMatchObject({ is: 'fresh', isHeld: true })
    expect(verdict.is === 'fresh' && verdict.bytes.length).toBeLessThan(12)
    expect(shadow.take('chan', again).is).toBe('known')
  })
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

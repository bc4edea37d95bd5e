import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fullBucket, spend } from '../../server/sync/bucket.ts'
import { newCounters } from '../../server/sync/counters.ts'
import { type LiveLimits, standardLimits } from '../../server/sync/limits.ts'
import { emptyOutbox, type Wire } from '../../server/sync/outbox.ts'
import { type Peer, sendFrame, sendPresence } from '../../server/sync/peer.ts'
import { readme, withTable } from './limits-table.ts'
import { shadowOf } from './texts.ts'

/** An update that is exactly at each bound of the gate, so that a bound lower by one refuses it, and why. */
const atTheEdge: { [name in keyof LiveLimits]?: { bound: number; why: string; write: (doc: Y.Doc) => unknown } } = {
  structs: {
    bound: 4,
    why: 'too_large',
    write: (doc) => {
      for (const key of ['a', 'b', 'c', 'd']) doc.getMap('meta').set(key, key)
    },
  },
  deletions: {
    bound: 3,
    why: 'too_large',
    write: (doc) => {
      const text = textIn(doc, 'a-b-c')
      for (const at of [4, 2, 0]) text.delete(at, 1)
    },
  },
  updateClients: { bound: 3, why: 'too_many_clients', write: (doc) => byPeople(doc, 3) },
  documentClients: { bound: 3, why: 'too_many_clients', write: (doc) => byPeople(doc, 3) },
  // Three wrote at one place without knowing of each other: the second and the third pass one other each.
  neighbourSteps: {
    bound: 2,
    why: 'too_large',
    write: (doc) =>
      byPeople(doc, 3, (one) => void one.getXmlFragment('preamble').push([new Y.XmlElement('paragraph')])),
  },
  structLength: { bound: 50, why: 'malformed', write: (doc) => textIn(doc, 'x'.repeat(50)) },
  // The root, then paragraph, and the text in it: three levels.
  depth: { bound: 3, why: 'depth', write: (doc) => textIn(doc, 'x') },
  valueDepth: { bound: 2, why: 'value', write: (doc) => doc.getMap('meta').set('a', [{ b: 1 }]) },
  keyLength: { bound: 9, why: 'value', write: (doc) => doc.getMap('meta').set('x'.repeat(9), 1) },
}

function textIn(doc: Y.Doc, words: string): Y.XmlText {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  doc.transact(() => {
    paragraph.insert(0, [text])
    doc.getXmlFragment('preamble').insert(0, [paragraph])
    text.insert(0, words)
  })
  return text
}

function byPeople(
  doc: Y.Doc,
  count: number,
  write = (one: Y.Doc) => void one.getMap('meta').set(`${one.clientID}`, 1),
): void {
  for (let i = 1; i <= count; i++) {
    const one = new Y.Doc()
    one.clientID = i
    write(one)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(one))
  }
}

test('the bounds stand in the README as they are: npm run limits writes them there', () => {
  const text = readFileSync(readme, 'utf8')
  expect(text).toBe(withTable(text))
})

describe('An update', () => {
  test.each(Object.entries(atTheEdge))(
    'passes at the bound %s and is refused one past it',
    (name, { bound, why, write }) => {
      const doc = new Y.Doc()
      write(doc)
      const update = Y.encodeStateAsUpdate(doc)
      const under = (at: number) => shadowOf(undefined, { ...standardLimits, [name]: at })
      expect(under(bound).take('chan', update)).toMatchObject({ is: 'fresh', isHeld: true })
      const shadow = under(bound - 1)
      expect(shadow.take('chan', update)).toMatchObject({ is: 'refused', why })
      expect(shadow.doc.store.clients.size).toBe(0)
    },
  )
})

describe('What a person may send', () => {
  test('passes in a burst of three seconds to the last message, and the next waits for just as long as it must', () => {
    const bucket = fullBucket(8, 0)
    for (let i = 0; i < 24; i++) expect(spend(bucket, 1, 8, 0)).toBe(0)
    expect(spend(bucket, 1, 8, 0)).toBe(125)
    expect(spend(bucket, 0, 8, 62.5)).toBe(63)
    expect(spend(bucket, 0, 8, 125)).toBe(0)
    expect(spend(bucket, 24, 8, 1_000_000)).toBe(0)
    expect(spend(bucket, 1, 8, 1_000_000)).toBe(125)
  })
})

describe('What waits for a slow peer', () => {
  const slow = (waiting: number) => {
    const wire: Wire = { writable: true, writableLength: waiting, write: () => true, cork: () => {}, uncork: () => {} }
    let code: number | undefined
    const socket = {
      readyState: 1,
      resume: () => {},
      close: (with_: number) => {
        code = with_
      },
      terminate: () => {},
      once: () => {},
    }
    const peer = { socket, outbox: emptyOutbox(wire), counters: newCounters(), closing: false, sentAt: 0, answering: 0 }
    return { peer: peer as unknown as Peer, closedWith: () => code }
  }
  const limits = { ...standardLimits, backlogBytes: 1_000, presenceBacklogBytes: 100 }

  test('may fill its bound; with one byte more the socket is closed, to come back', () => {
    const full = slow(900)
    sendFrame(full.peer, Buffer.alloc(100), limits)
    expect(full.closedWith()).toBeUndefined()
    expect(full.peer.counters.bytesOut).toBe(100)
    const over = slow(900)
    sendFrame(over.peer, Buffer.alloc(101), limits)
    expect(over.closedWith()).toBe(4508)
    expect(over.peer.counters).toMatchObject({ bytesOut: 0, closed: { 4508: 1 } })
  })

  test('is never too much for a peer for whom nothing waits: a text larger than the bound reaches it', () => {
    const { peer, closedWith } = slow(0)
    sendFrame(peer, Buffer.alloc(5_000), limits)
    expect(closedWith()).toBeUndefined()
  })

  test('is spared news of presence past a bound of its own', () => {
    const at = slow(100)
    sendPresence(at.peer, Buffer.alloc(10), limits)
    expect(at.peer.counters).toMatchObject({ framesOut: 1, presenceSkipped: 0 })
    const past = slow(101)
    sendPresence(past.peer, Buffer.alloc(10), limits)
    expect(past.peer.counters).toMatchObject({ framesOut: 0, presenceSkipped: 1 })
    expect(past.closedWith()).toBeUndefined()
  })
})

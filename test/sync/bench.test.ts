import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { newHistogram, record, timeAt } from '../bench/sync/histogram.ts'
import { hashOf, writeHistory } from '../bench/sync/history.ts'
import { newHand } from '../bench/sync/keystrokes.ts'
import { type Row, ratio, type Sample } from '../bench/sync/row.ts'
import { judge } from '../bench/sync/scores.ts'
import { type } from '../bench/sync/typing.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A broadcast that passes on what it is told to. */
async function broadcast(passes: (nth: number) => boolean): Promise<string> {
  const rooms = new Map<string, Set<WebSocket>>()
  let heard = 0
  const server = createServer()
  servers.push(server)
  new WebSocketServer({ server }).on('connection', (socket, request) => {
    const room = rooms.get(request.url!) ?? new Set()
    rooms.set(request.url!, room.add(socket))
    socket.on('message', (data) => {
      if (!passes(heard++)) return
      for (const other of room) if (other !== socket) other.send(data)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const typing = { perRoom: 3, typists: 2, cursors: false, perSecond: 100, warmSeconds: 0.1, seconds: 0.4 }
const typeAt = (url: string) =>
  type({ is: 'type', kind: 'floor', servers: [{ url, pid: process.pid }], rooms: ['a', 'b'], ...typing }, () => {})

test('every keystroke is counted once for each of the others, and none where none is missing', async () => {
  const found = await typeAt(await broadcast(() => true))
  expect(found).toMatchObject({ sent: 40, missing: 0 })
})

test('what a server forgets is seen to be missing', async () => {
  // The first fourteen are how four typists begin and what they type to warm up; two others miss each.
  const found = await typeAt(await broadcast((nth) => nth !== 20 && nth !== 30))
  expect(found).toMatchObject({ sent: 40, missing: 4 })
})

test('a keystroke written by hand is what Yjs reads as a character typed behind the one before', () => {
  const doc = new Y.Doc()
  const hand = newHand(7)
  for (const update of [hand.beginning, hand.next(), hand.next(), hand.next(5)]) Y.applyUpdate(doc, update)
  expect(doc.getXmlFragment('preamble').toString()).toMatch(/^<paragraph>x.{7}<\/paragraph>$/)
  expect(doc.store.pendingStructs).toBeNull()
})

test('a history comes to the text that its updates come to, and to another with other chance', () => {
  const history = writeHistory(500, 1)
  expect(history.updates).toHaveLength(501)
  const doc = new Y.Doc()
  for (const update of history.updates) Y.applyUpdate(doc, update)
  expect(hashOf(doc)).toBe(history.hash)
  expect(writeHistory(500, 2).hash).not.toBe(history.hash)
})

test('a quantile of the histogram is within a percent', () => {
  const histogram = newHistogram()
  for (let i = 1; i <= 10_000; i++) record(histogram, i / 100)
  expect(timeAt(histogram, 0.5) / 50).toBeCloseTo(1, 1.5)
  expect(timeAt(histogram, 0.99) / 99).toBeCloseTo(1, 1.5)
  expect(timeAt(newHistogram(), 0.5)).toBeNaN()
})

test('a goal is met, missed, or not measured where a server is not there', () => {
  const goals = [
    { name: 'toFloor', value: ratio('ms', 'floor'), atMost: 2 },
    { name: 'toHocuspocus', value: ratio('ms', 'hocuspocus'), atMost: 1 },
  ]
  const row: Row = { name: 'row', about: '', isQuick: true, measure: async () => [], goals }
  const sample = (server: Sample['server'], repetition: number, ms: number): Sample => ({
    row: 'row',
    server,
    repetition,
    figures: { ms },
  })
  const samples = [sample('floor', 1, 1), sample('floor', 2, 9), sample('floor', 3, 2), sample('ours', 1, 3)]
  expect(judge([row], samples)).toMatchObject([
    { name: 'toFloor', value: 1.5, pass: true },
    { name: 'toHocuspocus', value: undefined, pass: undefined },
  ])
  expect(judge([row], [...samples, sample('hocuspocus', 1, 2)])).toMatchObject([{ pass: true }, { pass: false }])
})

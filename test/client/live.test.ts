import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textExtensions } from '../../client/live/extensions.ts'
import { startTally } from '../../client/live/tally.ts'
import { passagesOf } from '../../client/live/who-wrote.ts'
import { documentShapes } from '../../shared/live.ts'

test('nothing counts as saved until the server has everything, whatever it acknowledges on the way', () => {
  const tally = startTally()
  tally.connected()
  tally.edited()
  tally.sent(1, 'change') // typed before the server has asked what it lacks
  tally.acknowledged(1)
  expect(tally.waiting()).toBe(1)
  tally.sent(2, 'whole')
  tally.edited()
  tally.sent(3, 'change')
  tally.acknowledged(2)
  expect(tally.waiting()).toBe(1)
  tally.acknowledged(3)
  expect(tally.waiting()).toBe(0)
})

test('what the server missed is covered by the next catching up, and by nothing before it', () => {
  const tally = startTally()
  tally.connected()
  tally.sent(1, 'whole')
  tally.edited()
  tally.sent(2, 'change')
  tally.edited()
  tally.sent(3, 'change')
  tally.missed(2)
  tally.acknowledged(3)
  expect(tally.waiting()).toBe(2)
  tally.sent(4, 'whole')
  tally.acknowledged(4)
  expect(tally.waiting()).toBe(0)
})

test('a catching up that went out before the news of a miss covers it', () => {
  const tally = startTally()
  tally.connected()
  tally.sent(1, 'whole')
  tally.edited()
  tally.sent(2, 'change')
  tally.sent(3, 'whole')
  tally.missed(2)
  tally.acknowledged(3)
  expect(tally.waiting()).toBe(0)
})

test('changes made without a connection wait until one that holds them is acknowledged', () => {
  const tally = startTally()
  tally.found(4)
  tally.edited()
  tally.connected()
  expect(tally.waiting()).toBe(5)
  tally.sent(1, 'whole')
  tally.connected() // lost again before the answer
  tally.acknowledged(1)
  expect(tally.waiting()).toBe(5)
  tally.sent(2, 'whole')
  tally.acknowledged(2)
  expect(tally.waiting()).toBe(0)
})

test('the editor writes what the server takes, and no more', () => {
  const schema = getSchema(textExtensions)
  const nodes = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')
  for (const shape of Object.values(documentShapes)) {
    expect([...shape.elements].sort()).toEqual(nodes.sort())
    expect([...shape.marks].sort()).toEqual(Object.keys(schema.marks).sort())
  }
})

test('each passage is its writer’s, at the positions of the editor', () => {
  const schema = getSchema(textExtensions)
  const chan = new Y.Doc()
  const dara = new Y.Doc()
  const fragment = chan.getXmlFragment('body')
  const first = new Y.XmlElement('paragraph')
  first.insert(0, [new Y.XmlText('Each visited.')])
  const item = new Y.XmlElement('listItem')
  const second = new Y.XmlElement('paragraph')
  second.insert(0, [new Y.XmlText('one'), new Y.XmlElement('hardBreak'), new Y.XmlText('two')])
  item.insert(0, [second])
  const list = new Y.XmlElement('bulletList')
  list.insert(0, [item])
  fragment.insert(0, [first, list])
  Y.applyUpdate(dara, Y.encodeStateAsUpdate(chan))
  const text = (dara.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(4, ' factory')
  text.delete(0, 1)
  Y.applyUpdate(chan, Y.encodeStateAsUpdate(dara))

  const sign = { mark: 'CG', side: 'government', party: 'full' as const }
  const own = (client: number) => ({ ...sign, mark: client === chan.clientID ? 'CG' : 'CW' })
  expect(passagesOf(fragment, schema, own).map(({ from, to, sign: by }) => [from, to, by.mark])).toEqual([
    [1, 4, 'CG'],
    [4, 12, 'CW'],
    [12, 21, 'CG'],
    [25, 28, 'CG'],
    [29, 32, 'CG'],
  ])
  expect(passagesOf(fragment, schema, () => sign).map(({ from, to }) => [from, to])).toEqual([
    [1, 21],
    [25, 28],
    [29, 32],
  ])
  expect(passagesOf(fragment, schema, (client) => (client === dara.clientID ? sign : undefined))).toEqual([
    { from: 4, to: 12, sign },
  ])
  // What was moved has writers of its own: a client's characters are told apart by where they are.
  const moved = (client: number, clock: number) =>
    client !== dara.clientID ? undefined : { ...sign, mark: clock < 2 ? 'UG' : 'UW', until: clock < 2 ? 2 : undefined }
  expect(passagesOf(fragment, schema, moved).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(8)
})

test('a long absence is covered by its last piece, and by nothing once a piece was missed', () => {
  const tally = startTally()
  tally.connected()
  tally.found(50_000)
  for (let number = 1; number < 5; number++) tally.sent(number, 'part')
  tally.sent(5, 'whole')
  tally.edited()
  tally.sent(6, 'change')
  tally.acknowledged(4)
  expect(tally.waiting()).toBe(50_001)
  tally.acknowledged(5)
  expect(tally.waiting()).toBe(1)
  tally.acknowledged(6)
  expect(tally.waiting()).toBe(0)

  tally.found(10)
  tally.connected()
  tally.sent(7, 'part')
  tally.sent(8, 'part')
  tally.sent(9, 'whole')
  tally.acknowledged(7)
  tally.missed(8)
  tally.acknowledged(9)
  expect(tally.waiting()).toBe(10)
  tally.sent(10, 'whole')
  tally.acknowledged(10)
  expect(tally.waiting()).toBe(0)
})

import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { askFrame } from '../../server/sync/wire.ts'
import { openWorld } from '../world.ts'
import { joinRaw, newPlanText, openHall, origin, words } from './hall.ts'
import { paragraph, write } from './texts.ts'

/** Opens a socket that asks for the whole text and then reads nothing. */
async function joinAndStall(url: string, id: string, cookie: string) {
  const socket = new WebSocket(`${url}/${id}`, { headers: { cookie, origin }, maxPayload: 0 })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.pause()
  socket.send(askFrame(Y.encodeStateVector(new Y.Doc())))
  return { socket, closed }
}

test('Who reads a large text on a slow line is not closed because others write meanwhile, and then has it all', async () => {
  const world = await openWorld('sqlite')
  const limits = { backlogBytes: 200_000 }
  const hall = await openHall(world, { limits })
  const seed = new Y.Doc()
  const lines = Array.from({ length: 1_500 }, (_, n) => paragraph(`${n} ${'x'.repeat(10_000)}`))
  seed.getXmlFragment('preamble').insert(0, lines)
  const id = await newPlanText(world, Y.encodeStateAsUpdate(seed))
  const chan = await joinRaw(hall, id, world.cookie('chan'), { device: 'device-of-chan' })
  await chan.until(() => chan.doc.getXmlFragment('preamble').length === 1_500)
  const { socket, closed } = await joinAndStall(hall.url, id, world.cookie('dara'))
  // The answer is larger than what the two systems hold between them, so it waits with us while these are sent.
  for (let n = 1; n <= 10; n++) {
    write(chan.doc, `Meanwhile ${n}.`)
    await chan.hear('ack', (ack) => ack.seq === n)
  }
  const dara = new Y.Doc()
  const arrived = new Promise<void>((resolve) =>
    socket.on('message', (frame: Buffer) => {
      if (frame[0] !== 0 || frame[1] === 0) return
      Y.applyUpdate(dara, bodyOf(frame))
      if (words(dara).includes('Meanwhile 10.')) resolve()
    }),
  )
  socket.resume()
  const end = await Promise.race([arrived, closed])
  expect(end).toBeUndefined()
  expect(words(dara)).toBe(words(chan.doc))
  socket.close()
  await hall.close()
  await world.close()
})

/** The update of a sync message: behind two small numbers and its length. */
function bodyOf(frame: Buffer): Uint8Array {
  let at = 2
  while (frame[at++]! >= 0x80);
  return frame.subarray(at)
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { tell } from '../../server/sync/news.ts'
import { newId } from '../../shared/ids.ts'
import { onBothEngines } from '../world.ts'
import { type Hall, joinRaw, joinStock, newPlanText, openHall } from './hall.ts'
import { write } from './texts.ts'

onBothEngines('The door of the live texts', (world) => {
  let hall: Hall
  let id: string
  beforeAll(async () => {
    hall = await openHall(world(), { limits: { recheckMs: 300 } })
    id = await newPlanText(world())
  })
  afterAll(() => hall.close())

  test('lets nobody in without a session, a seat, a page of ours and a document, and says which it is', async () => {
    const cookie = world().cookie('chan')
    const code = async (...how: Parameters<typeof joinRaw>) => (await (await joinRaw(...how)).closed).code
    expect(await code(hall, id, undefined)).toBe(4401)
    expect(await code(hall, id, 'session=made-up')).toBe(4401)
    expect(await code(hall, id, world().cookie('nemo'))).toBe(4404)
    expect(await code(hall, newId(), cookie)).toBe(4404)
    expect(await code(hall, 'no-id', cookie)).toBe(4404)
    expect(await code(hall, id, cookie, { from: 'https://elsewhere.example' })).toBe(4403)
    expect(await code(hall, id, cookie, { from: null })).toBe(4403)
  })

  test('makes y-websocket’s provider stop for good', async () => {
    const provider = joinStock(hall, id, world().cookie('nemo'))
    const closed = await new Promise<{ code: number }>((resolve) => provider.on('closed', resolve))
    expect(closed.code).toBe(4404)
    expect(provider.shouldConnect).toBe(false)
    provider.destroy()
  })

  test('takes no upgrade on another path', async () => {
    const socket = new (await import('ws')).WebSocket(hall.url.replace('/sync', '/elsewhere'))
    await expect(new Promise((_, reject) => socket.once('error', reject))).rejects.toThrow('404')
  })

  test('shows a reader the text and takes no word from it: the third closes the socket', async () => {
    const text = await newPlanText(world())
    const chan = await joinRaw(hall, text, world().cookie('chan'), { device: 'device-of-chan' })
    write(chan.doc, 'For all to read.')
    await chan.hear('ack', (ack) => ack.seq >= 1)
    for (const person of ['ilona', 'sok', 'otto', 'lina'] as const) {
      const before = await readDocument(world().db.read, text)
      const reader = await joinRaw(hall, text, world().cookie(person), { follows: false })
      await reader.until(() => reader.doc.getXmlFragment('preamble').length === 1)
      write(reader.doc, 'I write all the same.')
      const update = Y.encodeStateAsUpdate(reader.doc)
      for (let i = 0; i < 3; i++) reader.write(update)
      expect((await reader.closed).code).toBe(4403)
      expect(reader.denied).toEqual(Array(3).fill('document_read_only'))
      expect(await readDocument(world().db.read, text)).toEqual(before)
    }
    chan.socket.close()
  })

  test('closes when the session ends or the seat goes, on an event at once and without one soon', async () => {
    const chan = await joinRaw(hall, id, world().cookie('chan'))
    hall.signedOut.add('chan')
    await world().db.write(async (trx) => tell(trx, { sessionId: 'session of chan' }))
    expect((await chan.closed).code).toBe(4401)

    const dara = await joinRaw(hall, id, world().cookie('dara'))
    hall.unseated.add('dara')
    await hall.live.seatsChanged(world().person.dara)
    expect((await dara.closed).code).toBe(4403)

    const bopha = await joinRaw(hall, id, world().cookie('bopha'))
    hall.signedOut.add('bopha')
    expect((await bopha.closed).code).toBe(4401)
  })

  test('drops what a person sent whose seat went before it was taken', async () => {
    const text = await newPlanText(world())
    const walt = await joinRaw(hall, text, world().cookie('walt'), { device: 'device-of-walt' })
    await walt.hear('state')
    hall.unseated.add('walt')
    const decided = hall.live.seatsChanged(world().person.walt)
    await decided
    write(walt.doc, 'Too late.')
    await walt.closed
    expect((await readDocument(world().db.read, text)).seq).toBe(0)
  })
})

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { lockDocument, readDocument, sealDocument } from '../../server/sync/documents.ts'
import { closeCodes } from '../../shared/live.ts'
import { messageLive } from '../../shared/live-wire.ts'
import { onBothEngines } from '../world.ts'
import { type Hall, joinRaw, joinStock, newPlanText, openHall, presence, untilDoc, words } from './hall.ts'
import { write } from './texts.ts'

const synced = (provider: WebsocketProvider): Promise<void> =>
  new Promise((resolve) => provider.once('sync', () => resolve()))
const closed = (provider: WebsocketProvider): Promise<{ code: number } | null> =>
  new Promise((resolve) => provider.once('connection-close', (event) => resolve(event)))

/** A stock provider that would notice a message of ours, which it must never be sent. */
function joinWatched(...where: Parameters<typeof joinStock>) {
  const provider = joinStock(...where)
  const strange: Uint8Array[] = []
  provider.messageHandlers[messageLive] = (_encoder, decoder) => void strange.push(decoder.arr)
  return { provider, strange }
}

onBothEngines('y-websocket’s provider as published', (world) => {
  let hall: Hall
  beforeAll(async () => {
    hall = await openHall(world(), { limits: { presenceEveryMs: 10 } })
  })
  afterAll(() => hall.close())
  const cookie = (person: 'chan' | 'dara' | 'ilona') => world().cookie(person)

  test('syncs both ways, with its own kind and with raw clients, what it wrote before it came too', async () => {
    const id = await newPlanText(world())
    const early = new Y.Doc()
    write(early, 'Written before.')
    const chan = joinStock(hall, id, cookie('chan'), early)
    await synced(chan)
    const dara = joinStock(hall, id, cookie('dara'))
    await untilDoc(dara.doc, () => words(dara.doc).includes('Written before.'))
    write(dara.doc, 'Answered.')
    await untilDoc(chan.doc, () => words(chan.doc).includes('Answered.'))
    const raw = await joinRaw(hall, id, cookie('ilona'))
    await raw.until(() => words(raw.doc) === words(chan.doc))
    expect(words(dara.doc)).toBe(words(chan.doc))
    const stored = new Y.Doc()
    Y.applyUpdate(stored, (await readDocument(world().db.read, id)).update)
    expect(words(stored)).toBe(words(chan.doc))
    for (const provider of [chan, dara]) provider.destroy()
    raw.socket.close()
  })

  test('sees others under the identity of the records, whatever they call themselves', async () => {
    const id = await newPlanText(world())
    const chan = joinStock(hall, id, cookie('chan'))
    const dara = joinStock(hall, id, cookie('dara'))
    chan.awareness.setLocalState({ user: { name: 'The Monitor', color: '#f00' }, cursor: { at: 1 } })
    const shown = () => dara.awareness.getStates().get(chan.doc.clientID)
    await expect.poll(shown).toMatchObject({ user: { name: 'Chan of the Government of Cambodia', mark: 'CG' } })
    expect(shown()).toMatchObject({ cursor: { at: 1 } })
    expect(shown()!.user).not.toHaveProperty('color')
    chan.destroy()
    await expect.poll(shown).toBeUndefined()
    dara.destroy()
  })

  test('is never sent a message of ours, not when it is refused or the text is sealed and locked', async () => {
    const id = await newPlanText(world())
    const { provider: chan, strange } = joinWatched(hall, id, cookie('chan'))
    const refusals: string[] = []
    chan.messageHandlers[2] = (_encoder, decoder) => void refusals.push(Buffer.from(decoder.arr).toString())
    await synced(chan)
    const raw = await joinRaw(hall, id, cookie('dara'), { device: 'device-of-dara' })
    write(raw.doc, 'From our own client.')
    await raw.hear('ack', (ack) => ack.seq === 1)
    await untilDoc(chan.doc, () => words(chan.doc).includes('our own'))
    chan.doc.getMap('elsewhere').set('a', 1)
    await expect.poll(() => refusals.length).toBe(1)
    await world().db.write((trx) => sealDocument(trx, id, world().now))
    await raw.hear('state', (state) => state.state === 'sealed')
    write(chan.doc, 'Too late.')
    await expect.poll(() => refusals.length).toBe(2)
    await world().db.write((trx) => lockDocument(trx, id))
    await raw.hear('state', (state) => state.state === 'locked')
    expect(raw.heard.map(({ is }) => is)).toEqual(expect.arrayContaining(['ack', 'state']))
    expect(refusals[0]).toContain('edit_refused')
    expect(strange).toEqual([])
    chan.destroy()
    raw.socket.close()
  })

  test('stays connected when it is alone, by the signs of life; without them it would come and go: the control', async () => {
    for (const keepaliveMs of [50, 60_000]) {
      const quiet = await openHall(world(), { limits: { keepaliveMs } })
      const id = await newPlanText(world())
      // The provider looks every three seconds whether it heard anything for half a minute; here it looks when told.
      const looks: (() => void)[] = []
      const plan = vi.spyOn(globalThis, 'setInterval').mockImplementation(((look: () => void) => {
        looks.push(look)
        return 0
      }) as never)
      const provider = joinStock(quiet, id, cookie('chan'))
      plan.mockRestore()
      await synced(provider)
      const heard = new Promise((resolve) => provider.ws!.addEventListener('message', resolve, { once: true }))
      provider.wsLastMessageReceived -= 36_000
      if (keepaliveMs === 50) await heard
      for (const look of looks) look()
      expect(provider.wsconnected).toBe(keepaliveMs === 50)
      provider.destroy()
      await quiet.close()
    }
  })

  test('takes a refusal at the door as final, and comes back by itself after everything else', async () => {
    const id = await newPlanText(world())
    for (const [cookieHeader, from, code] of [
      [undefined, undefined, 4401],
      [cookie('chan'), 'https://elsewhere.example', 4403],
      [world().cookie('nemo'), undefined, 4404],
    ] as const) {
      const provider = joinStock(hall, id, cookieHeader, new Y.Doc(), from)
      const final = new Promise<{ code: number }>((resolve) => provider.once('closed', resolve))
      expect((await final).code).toBe(code)
      expect(provider.shouldConnect).toBe(false)
      provider.destroy()
    }

    const narrow = await openHall(world(), { limits: { personPeers: 1 } })
    const first = await joinRaw(narrow, id, cookie('chan'), { device: 'device-of-chan' })
    await first.hear('state')
    const second = joinStock(narrow, id, cookie('chan'))
    expect((await closed(second))?.code).toBe(4529)
    expect(second.shouldConnect).toBe(true)
    first.socket.close()
    await synced(second)
    second.destroy()
    await narrow.close()
  })
})

onBothEngines('A client made of y-protocols alone', (world) => {
  let hall: Hall
  beforeAll(async () => {
    hall = await openHall(world(), { limits: { presenceEveryMs: 10 } })
  })
  afterAll(() => hall.close())

  test('is asked for what it has, answered, and not told its own words again', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(hall, id, world().cookie('chan'), { follows: false })
    const heard: string[] = []
    chan.socket.on('message', (data: Buffer) => void heard.push(`${data[0]}.${data[1]}`))
    const doc = new Y.Doc()
    write(doc, 'Mine.')
    chan.write(Y.encodeStateAsUpdate(doc))
    const dara = await joinRaw(hall, id, world().cookie('dara'))
    await dara.until(() => words(dara.doc).includes('Mine.'))
    write(dara.doc, 'Theirs.')
    // What it gets rests on its own words, which its document was never given: nothing there says that it has come.
    await expect.poll(() => heard.includes('0.2')).toBe(true)
    await expect.poll(() => words(chan.doc) === words(dara.doc) || chan.doc.store.pendingStructs !== null).toBe(true)
    expect(heard.filter((one) => one === '0.2')).toHaveLength(1)
    expect(chan.heard).toEqual([])
    for (const raw of [chan, dara]) raw.socket.close()
  })

  test('asks who is here and is told, without saying who it is', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(hall, id, world().cookie('chan'), { follows: false })
    chan.send(presence(chan.doc.clientID, 1, { cursor: { at: 1 } }))
    const ilona = await joinRaw(hall, id, world().cookie('ilona'), { follows: false })
    await ilona.until(() => ilona.awareness.getStates().has(chan.doc.clientID))
    ilona.awareness.states.delete(chan.doc.clientID)
    ilona.awareness.meta.delete(chan.doc.clientID)
    ilona.send(Uint8Array.of(3))
    await ilona.until(() => ilona.awareness.getStates().has(chan.doc.clientID))
    for (const raw of [chan, ilona]) raw.socket.close()
  })
})

describe('The close codes', () => {
  test('are final for y-websocket just where coming back would change nothing', () => {
    const final = Object.entries(closeCodes).filter(([, code]) => code >= 4400 && code < 4500)
    expect(final.map(([name]) => name)).toEqual([
      'malformed',
      'not_signed_in',
      'not_allowed',
      'not_found',
      'document_restarted',
    ])
  })
})

import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { type LiveLimits, liveLimits, standardLimits } from '../../server/sync/limits.ts'
import { onBothEngines } from '../world.ts'
import { frame, type Hall, joinRaw, newPlanText, openHall, presence, type Raw, syncFrame, words } from './hall.ts'
import { write } from './texts.ts'

test('every bound is a whole number of one schema, and a wrong one is named', () => {
  expect(liveLimits.parse({})).toEqual(standardLimits)
  expect(liveLimits.safeParse({ frameBytes: 0 }).success).toBe(false)
  expect(liveLimits.safeParse({ frames: 1 }).success).toBe(false)
})

onBothEngines('A live text within its bounds', (world) => {
  let hall: Hall
  afterEach(() => hall.close())
  const open = async (limits: Partial<LiveLimits>) => {
    hall = await openHall(world(), { limits })
    return newPlanText(world())
  }

  test('takes an edit of the largest size and refuses one byte more, but takes it from who was away', async () => {
    const doc = new Y.Doc()
    write(doc, 'x'.repeat(5_000))
    const update = Y.encodeStateAsUpdate(doc)
    const whole = await open({ updateBytes: update.length })
    const dara = await joinRaw(hall, whole, world().cookie('dara'), { device: 'device-of-dara', follows: false })
    dara.write(update)
    await dara.hear('ack', (ack) => ack.seq === 1)
    await hall.close()
    const id = await open({ updateBytes: update.length - 1 })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan', follows: false })
    chan.write(update)
    expect((await chan.hear('refused')).code).toBe('edit_too_large')
    chan.send(
      syncFrame((encoder) => {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
    await chan.hear('ack', (ack) => ack.seq === 1)
    chan.socket.close()
  })

  test('closes on a frame that is too large without reading it', async () => {
    const id = await open({ frameBytes: 10_000 })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    chan.send(new Uint8Array(10_000).fill(55)) // a message of nobody's, as large as one may be
    write(chan.doc, 'Still here.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    chan.send(new Uint8Array(10_001).fill(55))
    expect((await chan.closed).code).toBe(1009)
  })

  test('closes on three frames that are no messages, not on two, and on text', async () => {
    const id = await open({})
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    for (let i = 0; i < 2; i++) chan.send(Uint8Array.of(0, 2, 200))
    write(chan.doc, 'Two slips.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    chan.send(Uint8Array.of(0, 2, 200))
    expect((await chan.closed).code).toBe(4400)
    const dara = await joinRaw(hall, id, world().cookie('dara'))
    for (let i = 0; i < 3; i++) dara.socket.send('hello')
    expect((await dara.closed).code).toBe(4400)
  })

  test('does not decode a state vector of a million clients', async () => {
    const vector = Y.encodeStateVector(new Map(Array.from({ length: 300 }, (_, client) => [client, 1])))
    const asks = (bytes: Uint8Array) =>
      syncFrame((encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint8Array(encoder, bytes)
      })
    const id = await open({ stateVectorBytes: vector.length, strikes: 1 })
    const chan = await joinRaw(hall, id, world().cookie('chan'))
    const answered = new Promise<void>((resolve) =>
      chan.socket.on('message', (data: Buffer) => data[0] === 0 && data[1] === 1 && resolve()),
    )
    chan.send(asks(vector))
    await answered
    chan.send(asks(new Uint8Array(vector.length + 1)))
    expect((await chan.closed).code).toBe(4400)
  })

  test('refuses what would make the document larger than it may be', async () => {
    const doc = new Y.Doc()
    write(doc, 'x'.repeat(5_000))
    const update = Y.encodeStateAsUpdate(doc)
    const blank = Y.encodeStateAsUpdate(new Y.Doc()).length
    const id = await open({ documentBytes: blank + update.length })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    chan.write(update)
    await chan.hear('ack', (ack) => ack.seq === 1)
    write(chan.doc, 'y')
    expect((await chan.hear('refused')).code).toBe('document_full')
    expect((await readDocument(world().db.read, id)).seq).toBe(1)
    await hall.close()
    const smaller = await open({ documentBytes: blank + update.length - 1 })
    const dara = await joinRaw(hall, smaller, world().cookie('dara'), { device: 'device-of-dara' })
    dara.write(update)
    expect((await dara.hear('refused')).code).toBe('document_full')
    expect((await readDocument(world().db.read, smaller)).seq).toBe(0)
  })

  test('lets in so many sockets of a person and of a document', async () => {
    const id = await open({ personPeers: 2, documentPeers: 3 })
    const join = (person: 'chan' | 'dara' | 'walt') =>
      joinRaw(hall, id, world().cookie(person), { device: `device-of-${person}-${Math.random()}`.replace('.', '') })
    for (let i = 0; i < 2; i++) await (await join('chan')).hear('state')
    expect((await (await join('chan')).closed).code).toBe(4529)
    await (await join('dara')).hear('state')
    expect((await (await join('walt')).closed).code).toBe(4529)
  })

  test('reads a person who sends too fast only as fast as is allowed, and loses nothing', async () => {
    const id = await open({ messagesPerSecond: 20 })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    const began = performance.now()
    for (let i = 0; i < 100; i++) write(chan.doc, `${i}`)
    await chan.hear('ack', (ack) => ack.clientSeq >= 101)
    // 60 pass at once; the debt of the others, two seconds, is waited for before anything more is read.
    write(chan.doc, 'patience')
    await chan.hear('ack', (ack) => ack.clientSeq >= 102)
    expect(performance.now() - began).toBeGreaterThan(1_900)
  })

  test('counts what a person sends over all their sockets, and each person by themselves', async () => {
    const id = await open({ messagesPerSecond: 20 })
    const pauses = () => {
      const figure = hall.live.figures().find(({ name }) => name === 'live_pauses_total')
      return figure && 'samples' in figure ? figure.samples[0]!.value : Number.NaN
    }
    const join = async (person: 'chan' | 'dara') => {
      const raw = await joinRaw(hall, id, world().cookie(person), {
        device: `device-${Math.random()}`.replace('.', ''),
      })
      await raw.hear('state')
      return raw
    }
    // Something that is counted and leads to nothing, and then a write, whose answer says that all was read.
    const say = async (raw: Raw, times: number) => {
      for (let i = 0; i < times; i++) raw.send(Uint8Array.of(55))
      const number = raw.sent + 1
      write(raw.doc, 'Heard.')
      await raw.hear('ack', (ack) => ack.clientSeq >= number)
    }
    const [chan, chanToo, dara] = [await join('chan'), await join('chan'), await join('dara')]
    await say(chan, 40)
    await say(dara, 40)
    expect(pauses()).toBe(0)
    await say(chanToo, 40) // 60 pass at once, and 80 were sent by one person
    expect(pauses()).toBeGreaterThan(0)
    for (const raw of [chan, chanToo, dara]) raw.socket.close()
  })

  test('takes presence of the largest size and not one byte more', async () => {
    const shown = (length: number) => ({ cursor: 'x'.repeat(length - JSON.stringify({ cursor: '' }).length) })
    const id = await open({ presenceBytes: 500, strikes: 1, presenceEveryMs: 10 })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { follows: false })
    const dara = await joinRaw(hall, id, world().cookie('dara'), { follows: false })
    chan.send(presence(chan.doc.clientID, 1, shown(500)))
    await dara.until(() => dara.awareness.getStates().has(chan.doc.clientID))
    chan.send(presence(chan.doc.clientID, 2, shown(501)))
    expect((await chan.closed).code).toBe(4400)
    dara.socket.close()
  })

  test('gives a lone quiet client a sign of life, and gives up a silent one', async () => {
    const id = await open({ keepaliveMs: 100, silentMs: 60_000 })
    const chan = await joinRaw(hall, id, world().cookie('chan'))
    const heard = new Promise<Buffer>((resolve) =>
      chan.socket.on('message', (data: Buffer) => data[0] === 1 && resolve(data)),
    )
    expect([...(await heard)]).toEqual([1, 1, 0])
    await hall.close()
    const other = await open({ silentMs: 200 })
    const dara = await joinRaw(hall, other, world().cookie('dara'))
    expect((await dara.closed).code).toBe(1006)
  })

  test('closes who does not read before much waits for it, and that one is in step when it comes back', async () => {
    const id = await open({
      backlogBytes: 300_000,
      messagesPerSecond: 10_000,
      bytesPerSecond: 1_000_000_000,
      workMsPerSecond: 10_000,
    })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    const slow = await joinRaw(hall, id, world().cookie('dara'), { device: 'device-of-dara' })
    const brisk = await joinRaw(hall, id, world().cookie('walt'))
    await slow.hear('state')
    slow.socket.pause()
    let most = 0
    for (let i = 0; i < 80; i++) {
      write(chan.doc, `${i} ${'x'.repeat(100_000)}`)
      await chan.hear('ack', (ack) => ack.seq === i + 1)
      const waiting = hall.live.figures().find(({ name }) => name === 'live_buffered_bytes')
      most = Math.max(most, waiting && 'samples' in waiting ? waiting.samples[0]!.value : 0)
    }
    // 8 MB went by: so much waited for the one who did not read, and for nobody else for long.
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(3 * 300_000)
    await brisk.until(() => words(brisk.doc).includes('79 xxx'))
    slow.socket.resume()
    expect([4508, 1006]).toContain((await slow.closed).code)
    const again = await joinRaw(hall, id, world().cookie('dara'), { doc: slow.doc })
    await again.until(() => words(again.doc) === words(chan.doc))
    expect(words(again.doc)).toContain('79 xxx')
  })

  test('a message of a later release is passed over', async () => {
    const id = await open({})
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    chan.send(frame((encoder) => [100, 77, 1].forEach((number) => void encoding.writeVarUint(encoder, number))))
    chan.send(Uint8Array.of(55, 1, 2))
    write(chan.doc, 'All the same.')
    await chan.hear('ack', (ack) => ack.seq === 1)
  })
})

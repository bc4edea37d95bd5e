import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { sealDocument, unsealDocument } from '../../server/sync/documents.ts'
import { openElsewhere } from '../../server/sync/elsewhere.ts'
import type { Ears } from '../../server/sync/known-nodes.ts'
import { tell } from '../../server/sync/news.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { type Hall, joinRaw, newPlanText, openHall, presence, type Raw, words } from './hall.ts'
import { write } from './texts.ts'

/** Two nodes on one PostgreSQL. Neither polls or sweeps here, so that what arrives came by the nodes telling each other. */
describe('Two nodes on one database', () => {
  let world: TestWorld
  let east: Hall
  let west: Hall
  const never = { pollMs: 600_000, recheckMs: 600_000, presenceEveryMs: 10 }
  beforeAll(async () => {
    world = await openWorld('postgres')
    east = await openNode()
    west = await openNode()
  })
  afterAll(async () => {
    await Promise.all([east.close(), west.close()])
    await world.close()
  })
  /** With connections of its own, as a process has. */
  const openNode = async (): Promise<Hall> => {
    const db = openDatabase(world.where)
    const hall = await openHall(world, { db, limits: never })
    return {
      ...hall,
      close: async () => {
        await hall.close()
        await db.close()
      },
    }
  }
  const join = (hall: Hall, id: string, person: 'chan' | 'dara' | 'ilona') =>
    joinRaw(hall, id, world.cookie(person), { device: `device-of-${person}` })

  test('pass on what is written on either, to people on both', async () => {
    const id = await newPlanText(world)
    const chan = await join(east, id, 'chan')
    const dara = await join(west, id, 'dara')
    write(chan.doc, 'Written in the east.')
    await dara.until(() => words(dara.doc).includes('east'))
    write(dara.doc, 'Written in the west.')
    await chan.until(() => words(chan.doc).includes('west'))
    for (const raw of [chan, dara]) raw.socket.close()
  })

  test('take every keystroke of people who write on both at once, once', async () => {
    const id = await newPlanText(world)
    const chan = await join(east, id, 'chan')
    const dara = await join(west, id, 'dara')
    await Promise.all([chan, dara].map((raw) => raw.hear('ack')))
    for (let n = 0; n < 40; n++) {
      write(chan.doc, `e${n}.`)
      write(dara.doc, `w${n}.`)
      await new Promise(setImmediate)
    }
    const all = (raw: typeof chan) => (words(raw.doc).match(/[ew]\d+\./g) ?? []).length
    await Promise.all([chan, dara].map((raw) => raw.hear('ack', (ack) => ack.clientSeq >= raw.sent)))
    await Promise.all([chan, dara].map((raw) => raw.until(() => all(raw) === 80)))
    expect(words(chan.doc)).toBe(words(dara.doc))
    const rows = await world.db.read
      .selectFrom('document_update')
      .select(['seq', 'person_id'])
      .where('document_id', '=', id)
      .orderBy('seq')
      .execute()
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, n) => n + 1))
    for (const raw of [chan, dara]) raw.socket.close()
  })

  test('let one client id be one person’s, whichever node it shows up on first', async () => {
    const id = await newPlanText(world)
    const chan = await join(east, id, 'chan')
    const dara = await join(west, id, 'dara')
    await Promise.all([chan, dara].map((raw) => raw.hear('ack')))
    dara.doc.clientID = chan.doc.clientID
    write(chan.doc, 'Chan wrote this.')
    write(dara.doc, 'Dara wrote this, and more of it.')
    await Promise.all([chan, dara].map((raw) => raw.hear('ack', (ack) => ack.clientSeq >= raw.sent)))
    const rows = await world.db.read
      .selectFrom('document_update')
      .select('person_id')
      .where('document_id', '=', id)
      .execute()
    expect(rows.length).toBe(1)
    const [there, here] = await Promise.all([join(east, id, 'ilona'), join(west, id, 'ilona')])
    await Promise.all([there, here].map((raw) => raw.until(() => words(raw.doc) !== '')))
    expect(words(there.doc)).toBe(words(here.doc))
    for (const raw of [chan, dara, there, here]) raw.socket.close()
  })

  test('show who is at the document on the other, as that one let them in, until they leave', async () => {
    const id = await newPlanText(world)
    const chan = await join(east, id, 'chan')
    chan.send(presence(chan.doc.clientID, 1, { user: { name: 'Somebody else' }, cursor: { at: 1 } }))
    const dara = await join(west, id, 'dara')
    const cursorOf = (at: Raw, of: Raw) =>
      (at.awareness.getStates().get(of.doc.clientID)?.cursor as { at: number } | undefined)?.at
    const shown = () => dara.awareness.getStates().get(chan.doc.clientID)
    await dara.until(() => shown() !== undefined)
    expect(shown()).toMatchObject({ user: { mark: 'CG', personId: world.person.chan }, cursor: { at: 1 } })
    chan.send(presence(chan.doc.clientID, 2, { cursor: { at: 2 } }))
    await dara.until(() => cursorOf(dara, chan) === 2)

    // Dara cannot speak for Chan, although Chan is at the other node.
    const ilona = await join(east, id, 'ilona')
    dara.send(presence(chan.doc.clientID, 9, { cursor: { at: 9 } }))
    dara.send(presence(dara.doc.clientID, 1, { cursor: { at: 4 } }))
    await ilona.until(() => ilona.awareness.getStates().has(dara.doc.clientID))
    expect(ilona.awareness.getStates().get(chan.doc.clientID)).toMatchObject({ cursor: { at: 2 } })

    // Chan comes back on the other node under the same id, before the first has noticed that the old socket is gone.
    const again = await joinRaw(west, id, world.cookie('chan'), { doc: chan.doc, device: 'device-of-chan' })
    again.send(presence(chan.doc.clientID, 3, { cursor: { at: 3 } }))
    await ilona.until(() => cursorOf(ilona, chan) === 3)
    chan.socket.close()
    dara.send(presence(dara.doc.clientID, 2, { cursor: { at: 5 } }))
    await ilona.until(() => cursorOf(ilona, dara) === 5)
    expect(ilona.awareness.getStates().has(chan.doc.clientID)).toBe(true)
    again.socket.close()
    await ilona.until(() => !ilona.awareness.getStates().has(chan.doc.clientID))
    for (const raw of [dara, ilona]) raw.socket.close()
  })

  test('forget who was at a node that stopped', async () => {
    const id = await newPlanText(world)
    const south = await openNode()
    const chan = await join(south, id, 'chan')
    const dara = await join(west, id, 'dara')
    chan.send(presence(chan.doc.clientID, 1, { cursor: { at: 1 } }))
    await dara.until(() => dara.awareness.getStates().has(chan.doc.clientID))
    await south.close()
    expect((await chan.closed).code).toBe(1012)
    await dara.until(() => !dara.awareness.getStates().has(chan.doc.clientID))
    dara.socket.close()
  })

  test('stop taking writes the moment the text is sealed, and go on when it is opened', async () => {
    const id = await newPlanText(world)
    const chan = await join(east, id, 'chan')
    const dara = await join(west, id, 'dara')
    write(chan.doc, 'Before.')
    await dara.until(() => words(dara.doc).includes('Before'))
    await world.db.write((trx) => sealDocument(trx, id, world.now))
    for (const raw of [chan, dara]) await raw.hear('state', (state) => state.state === 'sealed')
    write(dara.doc, 'After.')
    expect((await dara.hear('refused')).code).toBe('document_sealed')
    await world.db.write((trx) => unsealDocument(trx, id))
    await chan.until(() => words(chan.doc).includes('After'))
    for (const raw of [chan, dara]) raw.socket.close()
  })

  test('close the sockets of a session that another node ended, and of a person whose seat another node took', async () => {
    const id = await newPlanText(world)
    const other = openDatabase(world.where)
    const south = openElsewhere(other.signals, new Map(), 'south')
    await new Promise<void>((found) => south.listen({ ...deaf, found }))
    const chan = await join(west, id, 'chan')
    const dara = await join(west, id, 'dara')
    west.signedOut.add('chan')
    south.news({ sessionId: 'session of chan' })
    expect((await chan.closed).code).toBe(4401)
    west.unseated.add('dara')
    south.news({ personId: world.person.dara })
    expect((await dara.closed).code).toBe(4403)
    south.close()
    await other.close()
  })

  test('tell the others when a session ends or a seat is taken here', async () => {
    const other = openDatabase(world.where)
    const heard: unknown[] = []
    const south = openElsewhere(other.signals, new Map(), 'south')
    const all = new Promise<void>((enough) => {
      south.listen({ ...deaf, news: (news) => heard.push(news) >= 2 && enough(), found: () => {} })
    })
    const telling = setInterval(
      () =>
        void world.db.write(async (trx) => {
          tell(trx, { sessionId: 'a session' })
          tell(trx, { personId: world.person.chan })
        }),
      50,
    )
    await all
    clearInterval(telling)
    expect(heard.slice(0, 2)).toEqual(
      expect.arrayContaining([{ sessionId: 'a session' }, { personId: world.person.chan }]),
    )
    south.close()
    await other.close()
  })
})

const deaf: Ears = { stale: () => {}, presenceChanged: () => {}, news: () => {}, lost: () => {}, found: () => {} }

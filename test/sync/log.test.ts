import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Database } from '../../server/db/database.ts'
import { linkHash, seedHash } from '../../server/sync/chain.ts'
import { readDocument, restartDocument, sealDocument } from '../../server/sync/documents.ts'
import { readAttribution } from '../../server/sync/history.ts'
import { onBothEngines, type TestWorld } from '../world.ts'
import { type Hall, joinRaw, newPlanText, openHall, untilDoc, words } from './hall.ts'
import { paragraph, stateOf, write } from './texts.ts'

const logOf = (world: TestWorld, id: string) =>
  world.db.read.selectFrom('document_update').selectAll().where('document_id', '=', id).orderBy('seq').execute()

const storedDoc = async (world: TestWorld, id: string): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(world.db.read, id)).update)
  return doc
}

onBothEngines('The log of a live text', (world) => {
  let hall: Hall
  beforeAll(async () => {
    hall = await openHall(world())
  })
  afterAll(() => hall.close())

  test('says of each update who sent it for whom, and chains it to the one before', async () => {
    const seed = new Y.Doc()
    write(seed, 'What was agreed last time.')
    const bytes = Y.encodeStateAsUpdate(seed)
    const id = await newPlanText(world(), bytes)
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    const dara = await joinRaw(hall, id, world().cookie('dara'), { device: 'device-of-dara' })
    await untilDoc(chan.doc, () => words(chan.doc).includes('last time'))
    write(chan.doc, 'Chan.')
    await untilDoc(dara.doc, () => words(dara.doc).includes('Chan.'))
    write(dara.doc, 'Dara.')
    await dara.hear('ack', (ack) => ack.seq === 2)

    const rows = await logOf(world(), id)
    expect(
      rows.map(({ seq, person_id, delegation_id, device }) => ({ seq, person_id, delegation_id, device })),
    ).toEqual([
      { seq: 1, person_id: world().person.chan, delegation_id: world().delegation.CG, device: 'device-of-chan' },
      { seq: 2, person_id: world().person.dara, delegation_id: world().delegation.CW, device: 'device-of-dara' },
    ])
    let head = seedHash(id, 1, bytes)
    for (const row of rows) {
      expect(row.prev_hash).toBe(head)
      head = linkHash(head, {
        documentId: id,
        epoch: row.epoch,
        seq: row.seq,
        personId: row.person_id,
        delegationId: row.delegation_id ?? undefined,
        device: row.device,
        clientSeq: row.client_seq,
        at: row.at,
        bytes: row.bytes,
      })
      expect(row.hash).toBe(head)
    }
    const point = await world().db.write((trx) => sealDocument(trx, id, world().now))
    expect(point).toEqual({ epoch: 1, seq: 2, hash: head })

    const { writers, passages } = await readAttribution(world().db.read, id)
    const who = new Map(passages.map(({ client, by }) => [client, writers[by]]))
    expect(who.get(chan.doc.clientID)).toMatchObject({
      personId: world().person.chan,
      delegationId: world().delegation.CG,
    })
    expect(who.get(dara.doc.clientID)?.name).toContain('Dara')
    expect(who.get(seed.clientID)).toBeUndefined()
    for (const raw of [chan, dara]) raw.socket.close()
  })

  test('holds an update once, however often the device sends it', async () => {
    const id = await newPlanText(world())
    const doc = new Y.Doc()
    write(doc, 'Once.')
    const update = Y.encodeStateAsUpdate(doc)
    for (let attempt = 0; attempt < 3; attempt++) {
      const chan = await joinRaw(hall, id, world().cookie('chan'), {
        device: 'device-of-chan',
        next: 41,
        follows: false,
      })
      await chan.hear('ack', (ack) => ack.clientSeq === 41)
      chan.write(update)
      expect(await chan.hear('ack', (ack) => ack.clientSeq === 42)).toMatchObject({ seq: 1 })
      chan.socket.close()
    }
    // The same number under another name is another's.
    const dara = await joinRaw(hall, id, world().cookie('dara'), { device: 'device-of-chan', next: 41 })
    await dara.until(() => words(dara.doc).includes('Once.'))
    write(dara.doc, 'Twice.')
    await dara.hear('ack', (ack) => ack.seq === 2)
    expect(await logOf(world(), id)).toHaveLength(2)
    dara.socket.close()
  })

  test('is opened from a snapshot and the rest, and is kept whole', async () => {
    const id = await newPlanText(world())
    const small = await openHall(world(), { limits: { snapshotUpdates: 10, messagesPerSecond: 10_000 } })
    const chan = await joinRaw(small, id, world().cookie('chan'), { device: 'device-of-chan' })
    for (let i = 0; i < 57; i++) {
      write(chan.doc, `Line ${i}`)
      await chan.hear('ack', (ack) => ack.seq === i + 1)
    }
    await small.close()
    const snapshots = await world()
      .db.read.selectFrom('document_snapshot')
      .select('seq')
      .where('document_id', '=', id)
      .orderBy('seq')
      .execute()
    // What it began with, and the newest two: about one in ten, the next only when the one before is written.
    expect(snapshots).toHaveLength(3)
    expect(snapshots[0]!.seq).toBe(0)
    expect(snapshots[1]!.seq).toBeGreaterThanOrEqual(30)
    expect(snapshots[2]!.seq - snapshots[1]!.seq).toBeGreaterThanOrEqual(7)
    expect(await logOf(world(), id)).toHaveLength(57)
    const dara = await joinRaw(hall, id, world().cookie('dara'))
    await dara.until(() => words(dara.doc).includes('Line 56'))
    expect(stateOf(dara.doc)).toBe(stateOf(chan.doc))
    expect(stateOf(await storedDoc(world(), id))).toBe(stateOf(chan.doc))
    dara.socket.close()
  })

  test('begun anew takes nothing of the text before, neither from who stayed nor from who comes back', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    write(chan.doc, 'Of the old text.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    const seed = new Y.Doc()
    write(seed, 'Of the new text.')
    await world().db.write((trx) => restartDocument(trx, id, Y.encodeStateAsUpdate(seed), world().now))
    expect((await chan.closed).code).toBe(4409)
    const again = await joinRaw(hall, id, world().cookie('chan'), {
      doc: chan.doc,
      device: 'device-of-chan',
      next: 2,
      epoch: 1,
    })
    expect((await again.closed).code).toBe(4409)
    const fresh = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan-2' })
    expect(await fresh.hear('state')).toMatchObject({ epoch: 2 })
    await fresh.until(() => words(fresh.doc).includes('new'))
    expect(words(await storedDoc(world(), id))).toBe('<paragraph>Of the new text.</paragraph>')
    fresh.socket.close()
  })

  test('takes no late write in a race of many writers with the seal', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await newPlanText(world())
      const people = ['chan', 'dara', 'bopha', 'grace', 'walt', 'emma'] as const
      const writers = await Promise.all(
        people.map((person) => joinRaw(hall, id, world().cookie(person), { device: `device-of-${person}` })),
      )
      await Promise.all(writers.map((writer) => writer.hear('state')))
      const everyone = writers.map(async (writer, n) => {
        for (let i = 0; i < 8; i++) {
          write(writer.doc, `${people[n]} ${i}`)
          await new Promise(setImmediate)
        }
      })
      await Promise.all(everyone.slice(0, 3))
      const point = await world().db.write((trx) => sealDocument(trx, id, world().now))
      const sealed = await readDocument(world().db.read, id)
      await Promise.all(everyone)
      for (const writer of writers) write(writer.doc, 'Surely too late.')
      await Promise.all(
        writers.map((writer) => writer.hear('refused', (refused) => refused.code === 'document_sealed')),
      )
      expect(await readDocument(world().db.read, id)).toEqual(sealed)
      expect((await logOf(world(), id)).at(-1)?.seq ?? 0).toBe(point.seq)
      // Who was told that something is stored finds it in what was sealed.
      const last = Math.max(
        0,
        ...writers.flatMap((writer) => writer.heard.flatMap((said) => (said.is === 'ack' ? [said.seq] : []))),
      )
      expect(last).toBeLessThanOrEqual(point.seq)
      for (const writer of writers) writer.socket.close()
    }
  })

  test('that cannot be written to acknowledges nothing and shows nothing; when it can again, nothing is missing', async () => {
    let failing = 0
    const db = around(world().db, async (commit) => {
      if (failing > 0 && failing-- > 0) throw new Error('the disk is full')
      return commit()
    })
    const fragile = await openHall(world(), { db })
    const id = await newPlanText(world())
    const chan = await joinRaw(fragile, id, world().cookie('chan'), { device: 'device-of-chan' })
    const dara = await joinRaw(fragile, id, world().cookie('dara'), { device: 'device-of-dara' })
    await dara.hear('ack')
    await chan.hear('ack')
    failing = 4
    write(chan.doc, 'Held up.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    expect(failing).toBe(0)
    await dara.until(() => words(dara.doc).includes('Held up.'))
    expect(await logOf(world(), id)).toHaveLength(1)
    await fragile.close()
  })

  test('that stays out of reach sends everyone away to come back, and keeps nothing half-done', async () => {
    let isFailing = false
    const db = around(world().db, async (commit) => {
      if (isFailing) throw new Error('the disk is full')
      return commit()
    })
    const fragile = await openHall(world(), { db, limits: { commitPatienceMs: 300 } })
    const id = await newPlanText(world())
    const chan = await joinRaw(fragile, id, world().cookie('chan'), { device: 'device-of-chan' })
    const dara = await joinRaw(fragile, id, world().cookie('dara'), { device: 'device-of-dara' })
    await dara.hear('ack')
    isFailing = true
    write(chan.doc, 'Never stored by that server.')
    expect((await chan.closed).code).toBe(4503)
    expect((await dara.closed).code).toBe(4503)
    expect(words(dara.doc)).toBe('')
    isFailing = false
    const again = await joinRaw(fragile, id, world().cookie('chan'), {
      doc: chan.doc,
      device: 'device-of-chan',
      next: 3,
      epoch: 1,
    })
    await again.hear('ack', (ack) => ack.seq === 1)
    expect(words(await storedDoc(world(), id))).toContain('Never stored')
    await fragile.close()
  })

  test('finds what was committed although the answer was lost', async () => {
    let isLost = false
    const db = around(world().db, async (commit) => {
      const result = await commit()
      if (!isLost) return result
      isLost = false
      throw new Error('the connection was cut after the commit')
    })
    const fragile = await openHall(world(), { db })
    const id = await newPlanText(world())
    const chan = await joinRaw(fragile, id, world().cookie('chan'), { device: 'device-of-chan' })
    await chan.hear('ack')
    isLost = true
    write(chan.doc, 'Stored once.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    expect(await logOf(world(), id)).toHaveLength(1)
    await fragile.close()
  })

  test('is one for two nodes: what is written on either reaches both, in one chain, and a seal holds on both', async () => {
    const other = await openHall(world(), { limits: { pollMs: 50 } })
    const one = await openHall(world(), { limits: { pollMs: 50 } })
    const id = await newPlanText(world())
    const chan = await joinRaw(one, id, world().cookie('chan'), { device: 'device-of-chan' })
    const dara = await joinRaw(other, id, world().cookie('dara'), { device: 'device-of-dara' })
    await Promise.all([chan.hear('state'), dara.hear('state')])
    for (let i = 0; i < 20; i++) {
      write(chan.doc, `chan ${i}`)
      write(dara.doc, `dara ${i}`)
      await new Promise(setImmediate)
    }
    for (const raw of [chan, dara]) await raw.until(() => raw.doc.getXmlFragment('preamble').length === 40)
    await chan.until(() => stateOf(chan.doc) === stateOf(dara.doc))
    const rows = await logOf(world(), id)
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1))
    expect(rows.slice(1).every((row, i) => row.prev_hash === rows[i]!.hash)).toBe(true)
    await world().db.write((trx) => sealDocument(trx, id, world().now))
    write(dara.doc, 'Late on the other node.')
    expect((await dara.hear('refused')).code).toBe('document_sealed')
    expect(stateOf(await storedDoc(world(), id))).toBe(stateOf(chan.doc))
    await one.close()
    await other.close()
  })

  test('a client id belongs to who first showed it, on every node and after everybody left', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    chan.awareness.setLocalState({ cursor: null })
    const { presence } = await import('./hall.ts')
    chan.send(presence(chan.doc.clientID, 1, {}))
    const row = () =>
      world()
        .db.read.selectFrom('document_client')
        .select('person_id')
        .where('client_id', '=', chan.doc.clientID)
        .executeTakeFirst()
    await expect.poll(row).toEqual({ person_id: world().person.chan })
    const other = await openHall(world())
    const forger = new Y.Doc()
    forger.clientID = chan.doc.clientID
    forger.getXmlFragment('preamble').push([paragraph('As Chan.')])
    const dara = await joinRaw(other, id, world().cookie('dara'), { device: 'device-of-dara', follows: false })
    dara.write(Y.encodeStateAsUpdate(forger))
    expect((await dara.hear('refused')).code).toBe('edit_refused')
    write(chan.doc, 'Chan himself.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    await other.close()
    chan.socket.close()
  })
})

/** A database whose commits, of either kind, go through something. */
const around = (db: Database, meddle: <Result>(commit: () => Promise<Result>) => Promise<Result>): Database => ({
  ...db,
  write: (work) => meddle(() => db.write(work)),
  append: (appends) => meddle(() => db.append(appends)),
})

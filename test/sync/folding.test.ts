import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { findDocument } from '../../server/sync/documents.ts'
import { startFolder } from '../../server/sync/folder.ts'
import { append } from '../../server/sync/log.ts'
import { readSnapshot, saveSnapshot } from '../../server/sync/stored.ts'
import { onBothEngines, type TestWorld } from '../world.ts'
import { type Hall, joinRaw, newPlanText, openHall, words } from './hall.ts'
import { paragraph, write } from './texts.ts'

const snapshotsOf = (world: TestWorld, id: string) =>
  world.db.read.selectFrom('document_snapshot').selectAll().where('document_id', '=', id).orderBy('seq').execute()

const partsOf = (world: TestWorld, id: string) =>
  world.db.read.selectFrom('document_snapshot_part').select(['seq', 'part']).where('document_id', '=', id).execute()

onBothEngines('A live text that is folded', (world) => {
  let hall: Hall
  beforeAll(async () => {
    hall = await openHall(world())
  })
  afterAll(() => hall.close())

  test('is kept as the last person leaves it, so that the next one opens it without its log', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    for (const said of ['One.', 'Two.', 'Three.']) write(chan.doc, said)
    await chan.hear('ack', (ack) => ack.seq === 3)
    expect(await snapshotsOf(world(), id)).toHaveLength(1)
    chan.socket.close()
    await expect.poll(async () => (await snapshotsOf(world(), id)).at(-1)?.seq, { timeout: 10_000 }).toBe(3)
    const kept = new Y.Doc()
    Y.applyUpdate(kept, (await snapshotsOf(world(), id)).at(-1)!.bytes)
    expect(words(kept)).toBe(words(chan.doc))
    const log = world().db.read.selectFrom('document_update').select('seq').where('document_id', '=', id)
    expect(await log.execute()).toHaveLength(3)
  })

  test('is whole again when it was so large that it was kept in parts, and older ones go with their parts', async () => {
    const id = await newPlanText(world())
    const point = (seq: number) => ({ epoch: 1, seq, hash: '' })
    const texts = [1, 2, 3].map((seq) => {
      const bytes = new Uint8Array(3_500_000 + seq)
      for (let i = 0; i < bytes.length; i += 997) bytes[i] = (i + seq) % 251
      return { seq, bytes, stateVector: Uint8Array.of(seq) }
    })
    for (const text of texts) await saveSnapshot(world().db, id, point(text.seq), text, world().now)
    for (const text of texts.slice(1)) {
      const { seq, bytes, stateVector } = await readSnapshot(world().db.read, id, point(text.seq))
      expect({ seq, stateVector: [...stateVector] }).toEqual({ seq: text.seq, stateVector: [text.seq] })
      expect(Buffer.compare(bytes, text.bytes)).toBe(0)
    }
    expect((await snapshotsOf(world(), id)).map((row) => row.seq)).toEqual([0, 2, 3])
    expect(new Set((await partsOf(world(), id)).map((row) => row.seq))).toEqual(new Set([2, 3]))
  })

  test('is whole although nobody folded its long log before, and is kept folded then', async () => {
    const id = await newPlanText(world())
    const typist = new Y.Doc()
    const updates: Uint8Array[] = []
    typist.on('update', (update: Uint8Array) => updates.push(update))
    typist.getXmlFragment('preamble').insert(0, [paragraph('')])
    const text = (typist.getXmlFragment('preamble').get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (let i = 0; i < 6_000; i++) text.insert(text.length, String(i % 10))
    const { person, delegation } = world()
    const entries = updates.map((bytes, i) => ({
      personId: person.chan,
      delegationId: delegation.CG,
      device: 'device-of-chan',
      clientSeq: i + 1,
      bytes,
      claims: i === 0 ? [typist.clientID] : [],
    }))
    const base = (await findDocument(world().db.read, id))!
    await append(world().db, [{ documentId: id, base, entries }], world().now)
    const dara = await joinRaw(hall, id, world().cookie('dara'), { device: 'device-of-dara' })
    await dara.until(() => words(dara.doc).length >= 6_000)
    expect(words(dara.doc)).toBe(words(typist))
    await expect.poll(async () => (await snapshotsOf(world(), id)).at(-1)?.seq).toBe(updates.length)
    write(dara.doc, 'And on.')
    await dara.hear('ack', (ack) => ack.seq === updates.length + 1)
    dara.socket.close()
  })
})

test('A fold without one of its updates fails, and the next text is not touched by it', async () => {
  const folder = startFolder()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of ['a', 'b', 'c']) doc.getText('t').insert(0, word)
  const pages = async function* (some: Uint8Array[]) {
    yield some
  }
  await expect(folder.fold(pages([updates[0]!, updates[2]!]))).rejects.toThrow('updates are missing')
  const { bytes, stateVector } = await folder.fold(pages(updates))
  expect(Buffer.compare(bytes, Y.encodeStateAsUpdate(doc))).toBe(0)
  expect(Buffer.compare(stateVector, Y.encodeStateVector(doc))).toBe(0)
  await expect(folder.fold(pages([Uint8Array.of(9, 9, 9)]))).rejects.toThrow()
  expect((await folder.fold(pages(updates))).bytes).toEqual(bytes)
  await folder.stop()
})

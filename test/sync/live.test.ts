import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockDocument, readDocument, sealDocument, unsealDocument } from '../../server/sync/documents.ts'
import { onBothEngines } from '../world.ts'
import { type Hall, joinRaw, joinStock, newPlanText, openHall, untilDoc, words } from './hall.ts'
import { write } from './texts.ts'

onBothEngines('A live text', (world) => {
  let hall: Hall
  beforeAll(async () => {
    hall = await openHall(world())
  })
  afterAll(() => hall.close())

  test('reaches everyone who is at it, through stock providers and raw clients alike, and the log', async () => {
    const id = await newPlanText(world())
    const chan = joinStock(hall, id, world().cookie('chan'))
    const dara = await joinRaw(hall, id, world().cookie('dara'), { device: 'device-of-dara' })
    const ilona = joinStock(hall, id, world().cookie('ilona'))
    write(chan.doc, 'Each factory is visited twice.')
    write(dara.doc, 'Without notice.')
    for (const doc of [chan.doc, dara.doc, ilona.doc])
      await untilDoc(doc, () => words(doc).includes('twice') && words(doc).includes('notice'))
    await dara.hear('ack')
    const stored = new Y.Doc()
    Y.applyUpdate(stored, (await readDocument(world().db.read, id)).update)
    expect(words(stored)).toBe(words(chan.doc))
    chan.destroy()
    ilona.destroy()
    dara.socket.close()
  })

  test('takes no update once it is sealed, and takes what was kept back when it is opened again', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    write(chan.doc, 'Before the seal.')
    await chan.hear('ack', (ack) => ack.clientSeq >= 1 && ack.seq >= 1)
    const point = await world().db.write((trx) => sealDocument(trx, id, world().now))
    await chan.hear('state', (state) => state.state === 'sealed')
    write(chan.doc, 'After the seal.')
    expect((await chan.hear('refused')).code).toBe('document_sealed')
    expect((await readDocument(world().db.read, id)).seq).toBe(point.seq)

    await world().db.write((trx) => unsealDocument(trx, id))
    const dara = await joinRaw(hall, id, world().cookie('dara'))
    await dara.until(() => words(dara.doc).includes('After the seal.'))

    await world().db.write((trx) => sealDocument(trx, id, world().now))
    await world().db.write((trx) => lockDocument(trx, id))
    await chan.hear('state', (state) => state.state === 'locked')
    dara.write(Y.encodeStateAsUpdate(dara.doc))
    write(dara.doc, 'Too late.')
    await dara.until(() => dara.denied.includes('document_locked'))
    await expect(world().db.write((trx) => unsealDocument(trx, id))).rejects.toThrow('moved_meanwhile')
    chan.socket.close()
    dara.socket.close()
  })
})

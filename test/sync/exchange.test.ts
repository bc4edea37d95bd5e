import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { readDocument, sealDocument } from '../../server/sync/documents.ts'
import type { Exchanged } from '../../shared/live-exchange.ts'
import { decodeLive, encodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import { onBothEngines } from '../world.ts'
import { type Front, openFront } from './front.ts'
import { joinRaw, newPlanText, presence, syncFrame, words } from './hall.ts'

/** Takes what an answer brings into a document, and returns what the server said beside it. */
function hear(doc: Y.Doc, { frames }: Exchanged): LiveMessage[] {
  const said: LiveMessage[] = []
  for (const frame of frames) {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === 0) syncProtocol.readSyncMessage(decoder, encoding.createEncoder(), doc, 'server')
    else if (kind === messageLive) said.push(decodeLive(decoder)!)
    else throw new Error(`a frame of kind ${kind} is nobody's business here`)
  }
  return said
}

const hello = (next = 1, epoch = 0, device = 'device-of-chan') => encodeLive({ is: 'hello', device, next, epoch })
const ask = (doc: Y.Doc) => syncFrame((encoder) => syncProtocol.writeSyncStep1(encoder, doc))
const change = (update: Uint8Array) => syncFrame((encoder) => syncProtocol.writeUpdate(encoder, update))

function write(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('preamble').push([element])
  return Y.encodeStateAsUpdate(doc, before)
}

onBothEngines('A live text without sockets', (world) => {
  let front: Front
  beforeAll(async () => {
    front = await openFront(world())
  })
  afterAll(() => front?.close())

  test('takes edits and brings others’, and says saved of what is on the disk alone', async () => {
    const id = await newPlanText(world())
    const dara = await joinRaw(front, id, world().cookie('dara'), { device: 'device-of-dara' })
    write(dara.doc, 'From a socket.')
    await dara.hear('ack', (ack) => ack.seq === 1)
    const doc = new Y.Doc()
    const edit = write(doc, 'Without one.')
    const said = hear(doc, await front.exchange('chan', id, [hello(), ask(doc), change(edit)]))
    expect(said).toContainEqual(expect.objectContaining({ is: 'ack', clientSeq: 1, seq: 2 }))
    expect(said.at(-1)).toMatchObject({ is: 'state', seq: 2, state: 'open', access: 'write' })
    expect(words(doc)).toContain('From a socket.')
    await dara.until(() => words(dara.doc).includes('Without one.'))
    const row = await world()
      .db.read.selectFrom('document_update')
      .select(['person_id', 'delegation_id', 'device', 'client_seq'])
      .where('document_id', '=', id)
      .where('seq', '=', 2)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      person_id: world().person.chan,
      delegation_id: world().delegation.CG,
      device: 'device-of-chan',
      client_seq: 1,
    })
    // The answer got lost: the same request again is the same edit.
    const again = hear(doc, await front.exchange('chan', id, [hello(), ask(doc), change(edit)]))
    expect(again).toContainEqual(expect.objectContaining({ is: 'ack', clientSeq: 1, seq: 2 }))
    expect((await readDocument(world().db.read, id)).seq).toBe(2)
    expect(front.live.figures().find((figure) => figure.name === 'live_peers')).toMatchObject({
      samples: [{ value: 1 }],
    })
    dara.socket.close()
  })

  test('waits for news where there are none, and answers at the first', async () => {
    const id = await newPlanText(world())
    const doc = new Y.Doc()
    hear(doc, await front.exchange('chan', id, [hello(), ask(doc)]))
    const waiting = front.exchange('chan', id, [hello(), ask(doc)], '?since=0&wait=20000')
    const figure = () => front.live.figures().find(({ name }) => name === 'live_peers')
    await expect.poll(figure).toMatchObject({ samples: [{ value: 1 }] })
    const dara = await joinRaw(front, id, world().cookie('dara'))
    write(dara.doc, 'News.')
    const said = hear(doc, await waiting)
    expect(words(doc)).toContain('News.')
    expect(said.at(-1)).toMatchObject({ is: 'state', seq: 1 })
    const soon = hear(doc, await front.exchange('chan', id, [hello(), ask(doc)], '?since=0&wait=20000'))
    expect(soon.at(-1)).toMatchObject({ seq: 1 })
    dara.socket.close()
  })

  test('is held to the same rules: readers, strangers, hostile bytes, sizes, presence, other sites', async () => {
    const id = await newPlanText(world())
    const doc = new Y.Doc()
    const edit = change(write(doc, 'Not mine to write.'))
    const said = hear(new Y.Doc(), await front.exchange('ilona', id, [hello(), ask(new Y.Doc()), edit]))
    expect(said).toContainEqual({ is: 'refused', clientSeq: 1, code: 'document_read_only' })
    expect((await front.exchange('nemo', id, [hello(), ask(doc), edit])).code).toBe(4404)
    expect((await front.ask(`/api/live/${id}`, { method: 'POST' })).status).toBe(401)
    const headers = { Cookie: world().cookie('chan'), Origin: 'https://elsewhere.example' }
    expect((await front.ask(`/api/live/${id}`, { method: 'POST', headers })).status).toBe(403)
    const broken = change(Uint8Array.of(1, 1, 7))
    expect((await front.exchange('chan', id, [hello(), broken, broken, broken])).code).toBe(4400)
    expect((await front.exchange('chan', id, [hello(), new Uint8Array(1_048_577)])).code).toBe(1009)
    expect((await front.exchange('chan', id, [hello(1, 7), ask(doc)])).code).toBe(4409)
    expect((await front.post('chan', '/api/live/nothing', [])).status).toBe(404)
    expect((await readDocument(world().db.read, id)).seq).toBe(0)

    const dara = await joinRaw(front, id, world().cookie('dara'))
    hear(doc, await front.exchange('chan', id, [hello(), presence(doc.clientID, 1, { cursor: null }), ask(doc)]))
    dara.socket.close()
    await world().db.write((trx) => sealDocument(trx, id, world().now))
    const late = hear(
      new Y.Doc(),
      await front.exchange('chan', id, [hello(), ask(doc), change(write(new Y.Doc(), 'Late.'))]),
    )
    expect(late.map((message) => message.is)).toEqual(expect.arrayContaining(['kept', 'refused', 'ack']))
  })

  test('lets go of who goes away while waiting', async () => {
    const id = await newPlanText(world())
    const leaving = new AbortController()
    const url = front.url.replace(/^ws/, 'http').replace('/sync', `/api/live/${id}?since=0&wait=20000`)
    const gone = fetch(url, { method: 'POST', headers: { Cookie: world().cookie('chan') }, signal: leaving.signal })
    const figure = () => front.live.figures().find(({ name }) => name === 'live_peers')
    await expect.poll(figure).toMatchObject({ samples: [{ value: 1 }] })
    leaving.abort()
    await expect(gone).rejects.toThrow()
    await expect.poll(figure).toMatchObject({ samples: [{ value: 0 }] })
  })

  test('ends what waits when a session ends', async () => {
    const id = await newPlanText(world())
    const doc = new Y.Doc()
    const waiting = front.exchange('walt', id, [hello(1, 0, 'device-of-walt'), ask(doc)], '?since=0&wait=20000')
    const figure = () => front.live.figures().find(({ name }) => name === 'live_peers')
    await expect.poll(figure).toMatchObject({ samples: [{ value: 1 }] })
    const deleted = await front.ask('/api/session', { method: 'DELETE', headers: { Cookie: world().cookie('walt') } })
    expect(deleted.status).toBe(204)
    expect((await waiting).code).toBe(4401)
  })
})

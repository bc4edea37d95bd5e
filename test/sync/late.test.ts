import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readDocument, restartDocument, sealDocument, unsealDocument } from '../../server/sync/documents.ts'
import type { Proposal } from '../../server/sync/proposals.ts'
import { newId } from '../../shared/ids.ts'
import type { Person, TestWorld } from '../world.ts'
import { onBothEngines } from '../world.ts'
import { type Front, openFront } from './front.ts'
import { joinRaw, joinStock, newPlanText, words } from './hall.ts'

const say = (doc: Y.Doc, text: string, at = doc.getXmlFragment('preamble').length) =>
  doc.transact(() => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment('preamble').insert(at, [element])
  })

const proposalsOf = async (front: Front, person: Person, id: string) =>
  (await front.json<Proposal[]>(person, 'GET', `/api/live/${id}/proposals`)).body

interface Read {
  before: string
  mine: string
  now: string
  refusal?: string
  isIn: boolean
  isPartial: boolean
}
const read = async (front: Front, person: Person, id: string) =>
  (await front.json<Read>(person, 'GET', `/api/proposals/${id}`)).body
const wordsIn = (base64: string): string => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(base64, 'base64'))
  return words(doc)
}
const storedWords = async (world: TestWorld, id: string): Promise<string> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(world.db.read, id)).update)
  return words(doc)
}
const seal = (world: TestWorld, id: string) => world.db.write((trx) => sealDocument(trx, id, world.now))

onBothEngines('What comes too late', (world) => {
  let front: Front
  beforeAll(async () => {
    front = await openFront(world(), { limits: { pollMs: 50 } })
  })
  afterAll(() => front?.close())

  test('is kept for its author before the refusal is told, shown to nobody else, and changes nothing', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(front, id, world().cookie('chan'), { device: 'device-of-chan' })
    say(chan.doc, 'In time.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    await seal(world(), id)
    const sealed = await readDocument(world().db.read, id)
    say(chan.doc, 'Too late.')
    say(chan.doc, 'And later.') // rests on words that the text does not have
    await chan.hear('refused', ({ clientSeq, code }) => clientSeq === chan.sent && code === 'document_sealed')
    const kept = chan.heard.filter((said) => said.is === 'kept').map((said) => said.clientSeq)
    expect(kept).toEqual([chan.sent - 1, chan.sent])
    const order = chan.heard.map((said) => said.is)
    expect(order.indexOf('kept')).toBeLessThan(order.indexOf('refused'))
    expect(await readDocument(world().db.read, id)).toEqual(sealed)

    const [proposal, ...others] = await proposalsOf(front, 'chan', id)
    expect(others).toEqual([])
    expect(proposal).toMatchObject({ epoch: 1, baseSeq: 1, edits: 2 })
    const texts = await read(front, 'chan', proposal!.id)
    expect(wordsIn(texts.before)).toBe('<paragraph>In time.</paragraph>')
    expect(wordsIn(texts.now)).toBe('<paragraph>In time.</paragraph>')
    expect(wordsIn(texts.mine)).toBe(
      '<paragraph>In time.</paragraph><paragraph>Too late.</paragraph><paragraph>And later.</paragraph>',
    )
    expect(texts).toMatchObject({ refusal: 'document_sealed', isIn: false, isPartial: false })

    for (const other of ['dara', 'sok', 'ilona', 'ada', 'nemo'] as const) {
      const list = await front.json<Proposal[]>(other, 'GET', `/api/live/${id}/proposals`)
      expect(list.status === 404 || list.body.length === 0).toBe(true)
      expect((await front.json(other, 'GET', `/api/proposals/${proposal!.id}`)).status).toBe(404)
      expect((await front.json(other, 'DELETE', `/api/proposals/${proposal!.id}`)).status).toBe(404)
      expect((await front.json(other, 'PUT', `/api/proposals/${proposal!.id}/place`)).status).toBe(404)
    }
    expect((await front.ask(`/api/proposals/${proposal!.id}`, {})).status).toBe(401)
    chan.socket.close()
  })

  test('is kept once, however often it comes again; what the text has already is no proposal', async () => {
    const id = await newPlanText(world())
    const doc = new Y.Doc()
    say(doc, 'In time.')
    const before = await joinRaw(front, id, world().cookie('chan'), { doc, device: 'device-of-chan' })
    await before.hear('ack', (ack) => ack.seq === 1)
    before.socket.close()
    await before.closed
    await seal(world(), id)
    const onlyRead = await joinRaw(front, id, world().cookie('chan'), { doc, device: 'device-of-chan-0' })
    await onlyRead.hear('ack')
    expect(onlyRead.heard.some((said) => said.is === 'refused')).toBe(false)
    onlyRead.socket.close()
    say(doc, 'Too late.')
    for (let attempt = 1; attempt <= 3; attempt++) {
      const chan = await joinRaw(front, id, world().cookie('chan'), { doc, device: `device-of-chan-${attempt}` })
      await chan.hear('kept')
      await chan.hear('refused')
      chan.socket.close()
      await chan.closed
    }
    expect(await proposalsOf(front, 'chan', id)).toMatchObject([{ edits: 1 }])
  })

  test('is kept where the node had not heard of the seal yet', async () => {
    const id = await newPlanText(world())
    const deaf = await openFront(world(), { limits: { pollMs: 600_000 } })
    const chan = await joinRaw(deaf, id, world().cookie('chan'), { device: 'device-of-chan' })
    say(chan.doc, 'In time.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    // As another process seals it: nobody here is told.
    await world().db.write((trx) => trx.updateTable('document').set({ state: 'sealed' }).where('id', '=', id).execute())
    const sealed = await readDocument(world().db.read, id)
    say(chan.doc, 'Already too late.')
    await chan.hear('kept')
    expect(await chan.hear('refused')).toMatchObject({ code: 'document_sealed' })
    expect(await readDocument(world().db.read, id)).toEqual(sealed)
    expect(await proposalsOf(deaf, 'chan', id)).toMatchObject([{ baseSeq: 1, edits: 1 }])
    await deaf.close()
  })

  test('is refused without a word of keeping while the database fails, and kept when it comes again', async () => {
    const id = await newPlanText(world())
    let fails = false
    const db = {
      ...world().db,
      write: <Result>(work: Parameters<typeof write<Result>>[0]) =>
        fails ? Promise.reject(new Error('the disk is full')) : write<Result>(work),
    }
    const { write } = world().db
    const hall = await openFront(world(), { db })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    await chan.hear('state')
    await seal(world(), id)
    fails = true
    say(chan.doc, 'Too late.')
    await chan.hear('refused')
    expect(chan.heard.some((said) => said.is === 'kept')).toBe(false)
    chan.socket.close()
    await chan.closed
    fails = false
    const again = await joinRaw(hall, id, world().cookie('chan'), { doc: chan.doc, device: 'device-of-chan', next: 9 })
    await again.hear('kept')
    expect(await proposalsOf(hall, 'chan', id)).toHaveLength(1)
    await hall.close()
  })

  test('of a stock client is kept too', async () => {
    const id = await newPlanText(world())
    const doc = new Y.Doc()
    const provider = joinStock(front, id, world().cookie('dara'), doc)
    await new Promise((resolve) => provider.once('sync', resolve))
    await seal(world(), id)
    say(doc, 'From a stock client.')
    await expect.poll(async () => (await proposalsOf(front, 'dara', id)).length).toBe(1)
    const [proposal] = await proposalsOf(front, 'dara', id)
    expect(wordsIn((await read(front, 'dara', proposal!.id)).mine)).toContain('From a stock client.')
    expect(await storedWords(world(), id)).toBe('')
    provider.destroy()
  })

  test('of who may only read now is kept where the person wrote before, and refused where not', async () => {
    const id = await newPlanText(world())
    let access: 'write' | 'read' = 'write'
    const hall = await openFront(world(), { access: { plan: async () => access }, limits: { recheckMs: 60_000 } })
    const chan = await joinRaw(hall, id, world().cookie('chan'), { device: 'device-of-chan' })
    say(chan.doc, 'In time.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    chan.socket.close()
    await chan.closed
    await seal(world(), id)
    access = 'read' // as when the forum is closed
    say(chan.doc, 'Written on a train.')
    const back = await joinRaw(hall, id, world().cookie('chan'), { doc: chan.doc, device: 'device-of-chan-2' })
    await back.hear('kept')
    expect(await proposalsOf(hall, 'chan', id)).toHaveLength(1)
    const otto = await joinRaw(hall, id, world().cookie('otto'), { device: 'device-of-otto' })
    await otto.hear('state')
    say(otto.doc, 'I never wrote here.')
    expect(await otto.hear('refused')).toMatchObject({ code: 'document_read_only' })
    expect(otto.heard.some((said) => said.is === 'kept')).toBe(false)
    expect(await proposalsOf(hall, 'otto', id)).toEqual([])
    await hall.close()
  })

  test('is not kept where it is no update, somebody else’s, or more than one person may have kept', async () => {
    const id = await newPlanText(world())
    const dara = await joinRaw(front, id, world().cookie('dara'), { device: 'device-of-dara' })
    say(dara.doc, 'Dara’s.')
    await dara.hear('ack', (ack) => ack.seq === 1)
    await seal(world(), id)
    const chan = await joinRaw(front, id, world().cookie('chan'), { device: 'device-of-chan', follows: false })
    await chan.hear('state')
    const forged = new Y.Doc()
    forged.clientID = dara.doc.clientID
    for (let i = 0; i < 3; i++) say(forged, 'In Dara’s name.')
    const missing = Y.encodeStateVector(forged)
    say(forged, 'Resting on that.')
    chan.write(Y.encodeStateAsUpdate(forged, missing))
    expect(await chan.hear('refused')).toMatchObject({ code: 'edit_refused' })
    chan.write(Uint8Array.of(1, 1, 7))
    await chan.hear('refused', ({ clientSeq }) => clientSeq === chan.sent)
    expect(chan.heard.some((said) => said.is === 'kept')).toBe(false)
    expect(await proposalsOf(front, 'chan', id)).toEqual([])
    for (const raw of [chan, dara]) raw.socket.close()

    const small = await openFront(world(), { limits: { lateBytes: 2_000 } })
    const walt = await joinRaw(small, id, world().cookie('walt'), { device: 'device-of-walt' })
    await walt.hear('state')
    say(walt.doc, 'x'.repeat(1_500))
    await walt.hear('kept')
    say(walt.doc, 'y'.repeat(1_500))
    await walt.hear('refused', ({ clientSeq }) => clientSeq === walt.sent)
    expect(walt.heard.filter((said) => said.is === 'kept')).toHaveLength(1)
    await small.close()
  })

  test('is folded when it comes in many pieces, and loses nothing by it', async () => {
    const id = await newPlanText(world())
    const small = await openFront(world(), { limits: { lateEdits: 5 } })
    await seal(world(), id)
    const chan = await joinRaw(small, id, world().cookie('chan'), { device: 'device-of-chan' })
    await chan.hear('state')
    for (let i = 0; i < 17; i++) {
      say(chan.doc, `Line ${i}.`)
      await chan.hear('kept', ({ clientSeq }) => clientSeq === chan.sent)
    }
    const [proposal] = await proposalsOf(small, 'chan', id)
    expect(proposal!.edits).toBeLessThanOrEqual(5)
    expect(wordsIn((await read(small, 'chan', proposal!.id)).mine)).toBe(words(chan.doc))
    await small.close()
  })

  test('goes into the text when it is open again, by its author, as the author’s edit; discarded it is gone', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(front, id, world().cookie('chan'), { device: 'device-of-chan' })
    const dara = await joinRaw(front, id, world().cookie('dara'), { device: 'device-of-dara' })
    say(chan.doc, 'In time.')
    await dara.until(() => words(dara.doc).includes('In time.'))
    await seal(world(), id)
    say(chan.doc, 'Too late.')
    say(dara.doc, 'Also late.')
    for (const late of [chan, dara]) {
      await late.hear('refused')
      late.socket.close()
      await late.closed
    }
    const [proposal] = await proposalsOf(front, 'chan', id)
    const place = `/api/proposals/${proposal!.id}/place`
    expect(await front.json('chan', 'PUT', place)).toMatchObject({ status: 409, body: { code: 'document_sealed' } })
    await world().db.write((trx) => unsealDocument(trx, id))
    expect(await storedWords(world(), id)).toBe('<paragraph>In time.</paragraph>')
    const reader = await joinRaw(front, id, world().cookie('grace'))
    await reader.until(() => words(reader.doc).includes('In time.'))
    expect((await read(front, 'chan', proposal!.id)).refusal).toBe(undefined)
    expect((await front.json('chan', 'PUT', place)).status).toBe(204)
    await reader.until(() => words(reader.doc).includes('Too late.'))
    expect(await storedWords(world(), id)).toBe('<paragraph>In time.</paragraph><paragraph>Too late.</paragraph>')
    const last = await world()
      .db.read.selectFrom('document_update')
      .select(['person_id', 'delegation_id'])
      .where('document_id', '=', id)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(last).toEqual({ person_id: world().person.chan, delegation_id: world().delegation.CG })
    expect(await proposalsOf(front, 'chan', id)).toEqual([])
    expect((await front.json('chan', 'PUT', place)).status).toBe(404)

    const [daras] = await proposalsOf(front, 'dara', id)
    expect((await front.json('dara', 'DELETE', `/api/proposals/${daras!.id}`)).status).toBe(204)
    expect(await proposalsOf(front, 'dara', id)).toEqual([])
    expect(await storedWords(world(), id)).not.toContain('Also late.')
    reader.socket.close()
  })

  test('of a text that was begun anew is kept beside the text that it was written for', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(front, id, world().cookie('chan'), { device: 'device-of-chan' })
    say(chan.doc, 'Of the old text.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    chan.socket.close()
    await chan.closed
    say(chan.doc, 'Written while away.')
    const seed = new Y.Doc()
    say(seed, 'Of the new text.')
    await world().db.write((trx) => restartDocument(trx, id, Y.encodeStateAsUpdate(seed), world().now))
    const again = await joinRaw(front, id, world().cookie('chan'), {
      doc: chan.doc,
      device: 'device-of-chan',
      next: 9,
      epoch: 1,
    })
    expect((await again.closed).code).toBe(4409)
    const vector = await front.ask(`/api/live/${id}/epochs/1/vector`, { headers: { Cookie: world().cookie('chan') } })
    expect(vector.status).toBe(200)
    const update = Y.encodeStateAsUpdate(chan.doc)
    const path = `/api/live/${id}/proposals?epoch=1&device=device-of-chan`
    for (let attempt = 0; attempt < 2; attempt++) expect((await front.post('chan', path, [update])).status).toBe(201)
    const list = await proposalsOf(front, 'chan', id)
    expect(list).toMatchObject([{ epoch: 1, baseSeq: 1, edits: 1 }])
    const texts = await read(front, 'chan', list[0]!.id)
    expect(wordsIn(texts.before)).toBe('<paragraph>Of the old text.</paragraph>')
    expect(wordsIn(texts.mine)).toContain('Written while away.')
    expect(wordsIn(texts.now)).toBe('<paragraph>Of the new text.</paragraph>')
    expect(texts.refusal).toBe('document_restarted')
    expect((await front.post('chan', path.replace('epoch=1', 'epoch=2'), [update])).status).toBe(409)
    expect((await front.post('chan', path, [Uint8Array.of(1, 1, 7)])).status).toBe(422)
    expect((await front.post('otto', path, [update])).status).toBe(403)
    expect((await front.post('nemo', path, [update])).status).toBe(404)
    expect((await front.post('chan', path.replace(id, newId()), [update])).status).toBe(404)
  })

  test('of a stock client whose text is begun anew before its edit is judged is kept', async () => {
    const id = await newPlanText(world())
    let gate = Promise.resolve()
    const slow = world().db.read.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        await gate
        return result
      },
    })
    const hall = await openFront(world(), { db: { ...world().db, read: slow }, limits: { pollMs: 600_000 } })
    const doc = new Y.Doc()
    const provider = joinStock(hall, id, world().cookie('dara'), doc)
    await new Promise((resolve) => provider.once('sync', resolve))
    say(doc, 'In time.')
    await expect.poll(() => storedWords(world(), id)).toContain('In time.')
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = promise
    await world().db.write((trx) => restartDocument(trx, id, Y.encodeStateAsUpdate(new Y.Doc()), world().now))
    say(doc, 'Under way.')
    const waiting = () => hall.live.figures().find((figure) => figure.name === 'live_queue_tasks')
    await expect.poll(waiting).toMatchObject({ samples: [{ value: 1 }] })
    resolve()
    await new Promise((closed) => provider.once('closed', closed))
    const [proposal] = await proposalsOf(front, 'dara', id)
    expect(wordsIn((await read(front, 'dara', proposal!.id)).mine)).toContain('Under way.')
    expect(await storedWords(world(), id)).toBe('')
    provider.destroy()
    await hall.close()
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readDocument, restartDocument } from '../../server/sync/documents.ts'
import type { Attribution, HistoryChanges, PointHere } from '../../shared/history.ts'
import { pointText } from '../../shared/history.ts'
import { forumIn, freeze, moveTo, planWith, wholePlan } from '../plan.ts'
import { type Hall, joinRaw, openHall, presence, type Raw, untilDoc, words } from '../sync/hall.ts'
import { write } from '../sync/texts.ts'
import { onBothEngines, type Person, type TestWorld } from '../world.ts'

const lines = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment('preamble')
    .toArray()
    .map((element) => (element as Y.XmlElement).get(0)?.toString() ?? '')

/** Who the server says wrote the characters that stand, in the order of the preamble. */
async function written(world: TestWorld, planId: string, documentId: string): Promise<[words: string, by: string][]> {
  const { body } = await world.json<Attribution>('otto', 'GET', `/api/plans/${planId}/attribution`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(world.db.read, documentId)).update)
  const found: [string, string][] = []
  for (const element of doc.getXmlFragment('preamble').toArray())
    for (let item = ((element as Y.XmlElement).get(0) as Y.XmlText)._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (const [i, letter] of item.content.str.split('').entries()) {
        const at = item.id.clock + i
        const passage = body.passages.find(
          ({ client, clock, length }) => client === item.id.client && clock <= at && at < clock + length,
        )
        const by = body.writers[passage!.by]?.name.split(' ')[0] ?? 'nobody'
        const last = found.at(-1)
        if (last?.[1] === by) last[0] += letter
        else found.push([letter, by])
      }
    }
  return found
}

const points = async (world: TestWorld, planId: string): Promise<PointHere[]> =>
  (await world.json<PointHere[]>('otto', 'GET', `/api/plans/${planId}/points`)).body

const logOf = (world: TestWorld, id: string) =>
  world.db.read.selectFrom('document_update').selectAll().where('document_id', '=', id).orderBy('seq').execute()

onBothEngines('The history of a plan', (world) => {
  let hall: Hall
  let planId: string
  let documentId: string
  let forum: Awaited<ReturnType<typeof forumIn>>
  const raws: Raw[] = []
  const join = async (person: Person) => {
    const raw = await joinRaw(hall, documentId, world().cookie(person), { device: `device-of-${person}` })
    raws.push(raw)
    await raw.hear('state')
    return raw
  }
  const leave = () => {
    for (const raw of raws.splice(0)) raw.socket.close()
  }
  const saved = async (raw: Raw) => void (await raw.hear('ack', (ack) => ack.clientSeq >= raw.sent))
  beforeAll(async () => {
    hall = await openHall(world(), { limits: { snapshotUpdates: 2, restMs: 1 } })
    forum = await forumIn(world(), 'deliberation')
    const plan = await planWith(world(), forum, wholePlan(world()))
    planId = plan.id
    documentId = plan.documentId
  })
  afterAll(async () => {
    leave()
    await hall.close()
  })
  let named: { epoch: number; seq: number; hash: string }

  test('tells of each passage who wrote it, through compaction, rest and a new start of the server', async () => {
    const [chan, dara] = [await join('chan'), await join('dara')]
    await untilDoc(chan.doc, () => words(chan.doc).includes('undertake'))
    write(chan.doc, 'Chan writes this.')
    write(chan.doc, '')
    const typed = (chan.doc.getXmlFragment('preamble').get(2) as Y.XmlElement).get(0) as Y.XmlText
    for (const letter of 'And this.') typed.insert(typed.length, letter)
    await untilDoc(dara.doc, () => words(dara.doc).includes('And this.'))
    const text = (dara.doc.getXmlFragment('preamble').get(1) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(4, ' and Dara')
    write(dara.doc, 'Dara writes that.')
    await saved(dara)
    const expected = [
      ['The parties undertake the measures below.', 'nobody'],
      ['Chan', 'Chan'],
      [' and Dara', 'Dara'],
      [' writes this.And this.', 'Chan'],
      ['Dara writes that.', 'Dara'],
    ]
    expect(await written(world(), planId, documentId)).toEqual(expected)
    // However often the text is folded, the one that the lineage began with is kept.
    const kept = () =>
      world().db.read.selectFrom('document_snapshot').select('seq').where('document_id', '=', documentId).execute()
    await expect.poll(async () => (await kept()).length, { timeout: 10_000 }).toBe(3)
    leave()
    await hall.close()
    hall = await openHall(world(), { limits: { snapshotUpdates: 2, restMs: 1 } })
    expect(await written(world(), planId, documentId)).toEqual(expected)
  })

  test('cannot be claimed by another: not with a client id, presence or marks', async () => {
    const before = await written(world(), planId, documentId)
    const emma = await joinRaw(hall, documentId, world().cookie('emma'), { follows: false })
    raws.push(emma)
    await untilDoc(emma.doc, () => words(emma.doc).includes('Chan'))
    const chans = [...Y.decodeStateVector(Y.encodeStateVector(emma.doc)).keys()]
    for (const client of chans) {
      const forged = new Y.Doc()
      Y.applyUpdate(forged, Y.encodeStateAsUpdate(emma.doc))
      forged.clientID = client
      const vector = Y.encodeStateVector(forged)
      write(forged, 'Emma in the name of another')
      emma.write(Y.encodeStateAsUpdate(forged, vector))
      emma.send(presence(client, 99, { user: { name: 'Chan', personId: world().person.chan } }))
    }
    const marked = new Y.Doc()
    Y.applyUpdate(marked, Y.encodeStateAsUpdate(emma.doc))
    const vector = Y.encodeStateVector(marked)
    const first = (marked.getXmlFragment('preamble').get(0) as Y.XmlElement).get(0) as Y.XmlText
    first.format(0, 5, { author: { id: world().person.dara } })
    emma.write(Y.encodeStateAsUpdate(marked, vector))
    await emma.closed
    expect(emma.denied.length).toBeGreaterThan(0)
    expect(await written(world(), planId, documentId)).toEqual(before)
  })

  test('lets who writes name a version, and nobody else', async () => {
    const address = `/api/plans/${planId}/versions`
    for (const [person, status, code] of [
      ['otto', 403, 'only_delegates'],
      ['ilona', 403, 'only_delegates'],
      ['nemo', 404, 'not_found'],
    ] as const)
      expect(await world().json(person, 'POST', address, { name: 'Mine' })).toMatchObject({ status, body: { code } })
    const made = await world().json<typeof named>('chan', 'POST', address, { name: 'Before the pause' })
    expect(made.status).toBe(201)
    named = made.body
    const [last] = (await logOf(world(), documentId)).slice(-1)
    expect(named).toMatchObject({ epoch: last!.epoch, seq: last!.seq, hash: last!.hash })
    const again = await world().json('grace', 'POST', address, { name: 'Before the pause' })
    expect(again).toMatchObject({ status: 409, body: { code: 'version_name_taken' } })
    const nowhere = { name: 'Nowhere', point: { epoch: 1, seq: 99 } }
    expect(await world().json('sok', 'POST', address, nowhere)).toMatchObject({
      status: 404,
      body: { code: 'version_unknown' },
    })
    const began = { name: 'As it began', point: { epoch: named.epoch, seq: 0 } }
    expect((await world().json('sok', 'POST', address, began)).status).toBe(201)
    expect((await points(world(), planId)).filter((point) => point.is === 'named')).toMatchObject([
      { name: 'Before the pause', by: { personId: world().person.chan, delegationId: world().delegation.CG } },
      { name: 'As it began', by: { personId: world().person.sok } },
    ])
  })

  test('tells what each delegation changed between two points', async () => {
    const grace = await join('grace')
    await untilDoc(grace.doc, () => words(grace.doc).includes('Chan'))
    const fragment = grace.doc.getXmlFragment('preamble')
    const text = (fragment.get(1) as Y.XmlElement).get(0) as Y.XmlText
    text.delete(text.toString().indexOf('writes'), 6)
    text.insert(text.toString().indexOf(' this'), 'proposes')
    fragment.delete(2, 1)
    const [measure] = grace.doc.getArray<Y.Map<unknown>>('measures').toArray()
    measure!.set('target', '90')
    await saved(grace)
    const to = (await points(world(), planId))[0]!
    const address = `/api/plans/${planId}/changes?from=${pointText(named)}&to=${pointText(to)}`
    const { body } = await world().json<HistoryChanges>('otto', 'GET', address)
    const by = body.writers.findIndex((writer) => writer.personId === world().person.grace)
    const of = body.writers.findIndex((writer) => writer.personId === world().person.chan)
    expect(body.writers[by]).toMatchObject({
      name: expect.stringContaining('Grace'),
      delegationId: world().delegation.UG,
    })
    expect(body.sums).toEqual([{ by, wordsIn: 1, wordsOut: 3, wordsMoved: 0, values: 1 }])
    const parts = body.stretches[0]!.parts
    const preamble = parts.find((part) => part.path[0] === 'preamble')
    const shown = preamble?.is === 'text' ? preamble.paragraphs : []
    expect(shown.map(({ is }) => is)).toEqual(['same', 'changed', 'out', 'same'])
    expect(shown[1]!.runs).toMatchObject([
      { is: 'same', text: 'Chan and Dara ' },
      { is: 'out', text: 'writes', by, of },
      { is: 'in', text: 'proposes', by },
      { is: 'same', text: ' this.' },
    ])
    expect(parts.find((part) => part.is === 'value')).toMatchObject({
      path: ['measures', expect.any(String), 'target'],
      before: '80',
      steps: [{ by, value: '90' }],
    })
    const wrong = await world().json('otto', 'GET', `/api/plans/${planId}/changes?from=1.99&to=1.100`)
    expect(wrong).toMatchObject({ status: 404, body: { code: 'version_unknown' } })
  })

  test('brings a version back as an edit of its own, for who may, and the log keeps everything', async () => {
    const address = `/api/plans/${planId}/restorations`
    const point = { epoch: named.epoch, seq: named.seq }
    const emma = await join('emma')
    await untilDoc(emma.doc, () => words(emma.doc).includes('proposes'))
    const before = await logOf(world(), documentId)
    for (const [person, status, code] of [
      ['otto', 403, 'only_delegates'],
      ['ilona', 403, 'only_delegates'],
      ['nemo', 404, 'not_found'],
    ] as const)
      expect(await world().json(person, 'POST', address, { point })).toMatchObject({ status, body: { code } })
    const made = await world().json('dara', 'POST', address, { point })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    await untilDoc(emma.doc, () => words(emma.doc).includes('writes this'))
    expect(lines(emma.doc)).toEqual([
      'The parties undertake the measures below.',
      'Chan and Dara writes this.',
      'And this.',
      'Dara writes that.',
    ])
    expect(emma.doc.getArray<Y.Map<unknown>>('measures').get(0).get('target')).toBe('80')
    const after = await logOf(world(), documentId)
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toMatchObject({
      person_id: world().person.dara,
      delegation_id: world().delegation.CW,
      prev_hash: before.at(-1)!.hash,
    })
    expect(await written(world(), planId, documentId)).toEqual([
      ['The parties undertake the measures below.', 'nobody'],
      ['Chan', 'Chan'],
      [' and Dara', 'Dara'],
      [' ', 'Chan'],
      ['writes', 'Dara'],
      [' this.', 'Chan'],
      ['And this.Dara writes that.', 'Dara'],
    ])
    expect((await points(world(), planId))[0]).toMatchObject({ is: 'now' })
    expect((await points(world(), planId)).find((one) => one.is === 'restored')).toMatchObject({
      of: point,
      by: { personId: world().person.dara },
    })
    const acts = await world().db.read.selectFrom('act').select(['kind', 'subject']).execute()
    expect(acts).toContainEqual({ kind: 'plan.restored', subject: planId })
    expect(await world().json('dara', 'POST', address, { point })).toMatchObject({
      status: 409,
      body: { code: 'version_stands' },
    })
    // Who was in the text goes on writing in it.
    write(emma.doc, 'Emma goes on.')
    await saved(emma)
  })

  test('tells of the words of a text begun anew who wrote them before', async () => {
    const before = await written(world(), planId, documentId)
    leave()
    const { update } = await readDocument(world().db.read, documentId)
    await world().db.write((trx) => restartDocument(trx, documentId, update, world().now))
    expect(await written(world(), planId, documentId)).toEqual(before)
    const walt = await join('walt')
    await untilDoc(walt.doc, () => words(walt.doc).includes('Emma'))
    write(walt.doc, 'Walt too.')
    await saved(walt)
    expect(await written(world(), planId, documentId)).toEqual([...before, ['Walt too.', 'Walt']])
  })

  test('is closed to bringing back while a reading stands', async () => {
    const { epoch, seq } = (await points(world(), planId)).at(-1)!
    await freeze(world(), { id: planId } as never)
    const address = `/api/plans/${planId}/restorations`
    expect(await world().json('chan', 'POST', address, { point: { epoch, seq } })).toMatchObject({
      status: 409,
      body: { code: 'plan_frozen' },
    })
    expect((await world().json('chan', 'POST', `/api/plans/${planId}/versions`, { name: 'Frozen' })).status).toBe(201)
  })

  test('minutes have theirs too', async () => {
    const id = forum.id
    const named = await world().json<{ epoch: number; seq: number }>(
      'chan',
      'POST',
      `/api/forums/${id}/minutes/versions`,
      {
        name: 'Empty',
      },
    )
    expect(named.status).toBe(201)
    const { body } = await world().json<PointHere[]>('otto', 'GET', `/api/forums/${id}/minutes/points`)
    expect(body.map((point) => point.is)).toEqual(['now', 'named', 'began'])
    const restore = (person: Person) =>
      world().json(person, 'POST', `/api/forums/${id}/minutes/restorations`, { point: { epoch: 1, seq: 0 } })
    expect(await restore('otto')).toMatchObject({ status: 403, body: { code: 'only_delegates' } })
    expect(await restore('chan')).toMatchObject({ status: 409, body: { code: 'version_stands' } })
    await moveTo(world(), forum, 'adoption')
  })
})

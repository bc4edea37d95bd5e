import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveAccess } from '../../server/hand-overs.ts'
import type { MethodText } from '../../server/record/method-texts/method-texts.ts'
import type { FiledMethod, TeamMethods } from '../../server/record/methods.ts'
import { findDocument, readDocument } from '../../server/sync/documents.ts'
import { append } from '../../server/sync/log.ts'
import type { PointHere } from '../../shared/history.ts'
import { methodFragment } from '../../shared/method.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import { writeXmlText } from '../../shared/xml-text.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('a method as a live text', (world) => {
  const acts = recordActs(world)
  const path = (team: 'north' | 'south' = 'north') => `teams/${world().team[team]}/method-text`
  const begin = async (person: Person = 'lina', team: 'north' | 'south' = 'north') =>
    acts.ask<MethodText>(person, 'POST', path(team), { title: 'Visits without notice' })

  /** What a member of the team writes, as an update in the document's log. */
  const write = async (documentId: string, ...words: string[]) => {
    const { db, person, now } = world()
    const { epoch, seq, hash } = (await findDocument(db.read, documentId))!
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await readDocument(db.read, documentId)).update)
    const before = Y.encodeStateVector(doc)
    methodFragment(doc).delete(0, methodFragment(doc).length)
    writeXmlText(methodFragment(doc), paragraphs(...words))
    const bytes = Y.encodeStateAsUpdate(doc, before)
    const by = { personId: person.lina, delegationId: undefined, device: 'test', clientSeq: 1 }
    const entries = [{ ...by, bytes, claims: [doc.clientID] }]
    const { heads } = await append(db, [{ documentId, base: { epoch, seq, hash }, entries }], now)
    expect(heads.size).toBe(1)
  }

  const draft = async () => {
    const forum = await acts.convene()
    const indicator = (await acts.define('lina')).body
    const id = await acts.begin('lina', forum.id, world().team.north)
    await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 7 })
    return { forum, id }
  }

  test('is begun by its team with the words it had, and nobody else learns of it', async () => {
    const { id } = await draft()
    await acts.method('lina', id, 'Visits', 'First.\n\nSecond,\nand more.')
    for (const [person, code] of [
      ['marc', 'only_own_team'],
      ['sok', 'only_team'],
      ['nemo', 'not_found'],
    ] as const)
      expect((await begin(person)).body.code).toBe(code)
    const text = await begin('tomas')
    expect(text).toMatchObject({ status: 201, body: { title: 'Visits without notice' } })
    expect((await begin('lina')).body.documentId).toBe(text.body.documentId)
    expect((await acts.ask('lina', 'GET', path())).status).toBe(200)
    for (const person of ['marc', 'sok', 'chan', 'otto', 'nemo'] as const) {
      expect((await acts.ask(person, 'GET', path())).status, person).toBe(404)
      expect((await acts.ask(person, 'GET', `${path()}/points`)).status, person).toBe(404)
      expect((await acts.ask(person, 'GET', `${path()}/changes?from=1.0&to=1.0`)).status, person).toBe(404)
      expect((await acts.ask(person, 'GET', `${path()}/attribution`)).status, person).toBe(404)
    }
  })

  test('its team writes in it, and the socket of everyone else finds nothing', async () => {
    const { documentId } = (await begin()).body
    const document = (await findDocument(world().db.read, documentId))!
    const access = async (person: Person) => liveAccess.method!(world().db.read, await world().actor(person), document)
    expect(await access('lina')).toBe('write')
    expect(await access('tomas')).toBe('write')
    for (const person of ['marc', 'sok', 'chan', 'ilona', 'nemo'] as const)
      expect(await access(person), person).toBeUndefined()
  })

  test('once it is live, no other words are filed beside it', async () => {
    const { id } = await draft()
    await begin()
    expect(await acts.method('lina', id, 'Other', 'Other')).toMatchObject({
      status: 409,
      body: { code: 'method_is_live' },
    })
  })

  describe('what is filed', () => {
    test('is a version named after the forum; the same words again are the same version', async () => {
      const { documentId } = (await begin()).body
      await write(documentId, 'Two visits.', 'The second is set at the first.')
      const first = await draft()
      expect((await acts.file('lina', first.id)).status).toBe(200)
      const { method } = (await acts.view('lina', first.id)).body
      expect(method).toMatchObject({
        title: 'Visits without notice',
        body: 'Two visits.\n\nThe second is set at the first.',
      })
      const points = (await acts.ask<PointHere[]>('tomas', 'GET', `${path()}/points`)).body
      expect(points.filter((point) => point.is === 'named').map((point) => point.name)).toContain(
        first.forum.label.replace('-', '/'),
      )
      const second = await draft()
      await acts.file('lina', second.id)
      expect((await acts.view('lina', second.id)).body.method?.version).toBe(method?.version)
      await write(documentId, 'Three visits.')
      const third = await draft()
      await acts.file('lina', third.id)
      expect((await acts.view('lina', third.id)).body.method).toMatchObject({
        version: method!.version + 1,
        body: 'Three visits.',
      })
    })

    test('is sealed for all others until the comparison opens, and what is written afterwards stays the team’s', async () => {
      const { documentId } = (await begin()).body
      await write(documentId, 'CANARY before.')
      const { forum, id } = await draft()
      await acts.file('lina', id)
      const seen = async (person: Person) =>
        (await acts.ask<FiledMethod[]>(person, 'GET', `teams/${world().team.north}/methods`)).body
      const words = async (person: Person) => (await seen(person)).map((method) => method.body)
      expect(await words('tomas')).toContain('CANARY before.')
      for (const person of ['marc', 'sok', 'chan'] as const) expect(await words(person)).not.toContain('CANARY before.')
      await acts.move(forum.id, 'disclosure')
      await acts.move(forum.id, 'comparison')
      for (const person of ['marc', 'sok', 'otto'] as const) {
        expect((await seen(person))[0]).toMatchObject({ body: 'CANARY before.', filedFor: [forum.label] })
        const lines = await acts.ask<TeamMethods[]>(person, 'GET', `agreements/${world().agreementId}/methods`)
        expect(lines.body.find((line) => line.team === 'Team north')).toMatchObject({
          own: false,
          latest: { filedFor: [forum.label] },
        })
      }
      await write(documentId, 'CANARY after.')
      expect(await words('marc')).not.toContain('CANARY after.')
      expect((await acts.ask('nemo', 'GET', `teams/${world().team.north}/methods`)).status).toBe(404)
    })
  })

  test('its team names points of it and brings them back; another team does neither', async () => {
    const { documentId } = (await begin()).body
    await write(documentId, 'Worth keeping.')
    const named = await acts.ask<{ epoch: number; seq: number }>('tomas', 'POST', `${path()}/versions`, {
      name: 'Kept',
    })
    expect(named.status).toBe(201)
    await write(documentId, 'Worse.')
    const point = { epoch: named.body.epoch, seq: named.body.seq }
    expect((await acts.ask('marc', 'POST', `${path()}/restorations`, { point })).status).toBe(404)
    expect((await acts.ask('marc', 'POST', `${path()}/versions`, { name: 'Mine' })).status).toBe(404)
    expect((await acts.ask('lina', 'POST', `${path()}/restorations`, { point })).status).toBe(201)
    const { id } = await draft()
    await acts.file('lina', id)
    expect((await acts.view('lina', id)).body.method?.body).toBe('Worth keeping.')
    expect((await acts.ask('lina', 'PUT', path(), { title: 'Visits by lot' })).body).toMatchObject({
      title: 'Visits by lot',
    })
    expect((await acts.ask('marc', 'PUT', path(), { title: 'Mine' })).status).toBe(404)
  })
})

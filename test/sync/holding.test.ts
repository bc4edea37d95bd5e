import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../server/db/database.ts'
import { openDatabase } from '../../server/db/open.ts'
import { findDocument, type Point } from '../../server/sync/documents.ts'
import { append } from '../../server/sync/log.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { newPlanText } from './hall.ts'

describe('Documents that one process holds', () => {
  let world: TestWorld
  let other: Database
  beforeAll(async () => {
    world = await openWorld('postgres')
    other = openDatabase(world.where)
  })
  afterAll(async () => {
    await other.close()
    await world.close()
  })
  const batch = (documentId: string, base: Point, by: string) => ({
    documentId,
    base,
    entries: [
      { personId: by, delegationId: undefined, device: by, clientSeq: 1, bytes: new Uint8Array([0, 0]), claims: [] },
    ],
  })
  const logOf = async (id: string) => {
    const rows = world.db.read.selectFrom('document_update').select(['seq', 'person_id'])
    return rows.where('document_id', '=', id).orderBy('seq').execute()
  }

  test('are read as they are now, and another’s append waits and is then overtaken', async () => {
    const id = await newPlanText(world)
    const seen = (await findDocument(world.db.read, id))!
    await append(other, [batch(id, seen, 'dara')], world.now)
    const done: string[] = []
    const theirs = await world.db.holding([id], async (held) => {
      const now = (await findDocument(held.read, id))!
      expect(now.seq).toBe(1)
      const waiting = append(other, [batch(id, now, 'ilona')], world.now).finally(() => done.push('theirs'))
      // Others' queries pass meanwhile: only who wants this document waits.
      for (let i = 0; i < 20; i++) await other.read.selectFrom('document').select('id').execute()
      await append(held, [batch(id, now, 'chan')], world.now)
      done.push('ours')
      return { waiting }
    })
    expect((await theirs.waiting).heads.size).toBe(0)
    expect(done).toEqual(['ours', 'theirs'])
    expect(await logOf(id)).toEqual([
      { seq: 1, person_id: 'dara' },
      { seq: 2, person_id: 'chan' },
    ])
  })

  test('are written by whoever comes first where nobody holds them: the control', async () => {
    const id = await newPlanText(world)
    const now = (await findDocument(world.db.read, id))!
    const theirs = await append(other, [batch(id, now, 'ilona')], world.now)
    const ours = await append(world.db, [batch(id, now, 'chan')], world.now)
    expect([theirs.heads.size, ours.heads.size]).toEqual([1, 0])
    expect(await logOf(id)).toEqual([{ seq: 1, person_id: 'ilona' }])
  })

  test('are given back when the process stands still, and nothing of it is written', async () => {
    const id = await newPlanText(world)
    const now = (await findDocument(world.db.read, id))!
    let theirs: Promise<{ heads: Map<string, Point> }> | undefined
    const held = world.db.holding([id], async (held) => {
      await append(held, [batch(id, now, 'chan')], world.now)
      theirs = append(other, [batch(id, now, 'ilona')], world.now)
      await theirs // as long as a process that hangs: nothing is said to the database
    })
    await expect(held).rejects.toThrow()
    expect((await theirs!).heads.size).toBe(1)
    expect(await logOf(id)).toEqual([{ seq: 1, person_id: 'ilona' }])
  })
})

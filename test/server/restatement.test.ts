import { expect, test } from 'vitest'
import { undoPiece } from '../../server/record/undoing.ts'
import { recordActs } from '../records.ts'
import { onBothEngines } from '../world.ts'

const hash = 'a'.repeat(64)

onBothEngines('figures that change', (world) => {
  const acts = recordActs(world)
  const opened = async (visits: string, value: number) => {
    const forum = await acts.convene()
    const id = await acts.begin('lina', forum.id, world().team.north)
    await acts.put('lina', id, { indicatorId: visits, period: '2024', value })
    await acts.method('lina', id)
    await acts.file('lina', id)
    await acts.move(forum.id, 'disclosure')
    await acts.move(forum.id, 'comparison')
    return { forum, id }
  }
  const draft = async () => {
    const forum = await acts.convene()
    return acts.begin('lina', forum.id, world().team.north)
  }
  const shown = async (id: string) => (await acts.records('lina', id, '?limit=500')).body
  const values = async (id: string) =>
    Object.fromEntries((await shown(id)).records.map((record) => [record.period, record.value]))
  const bring = async (id: string, visits: string, said: Record<string, number>, why = '') => {
    const { id: batch } = (await acts.batch('tomas', id, { fileHash: hash, why })).body
    const rows = Object.entries(said).map(([period, value]) => ({ indicatorId: visits, period, value }))
    await acts.rows('tomas', batch, 0, rows)
    return batch
  }

  test('who says something else than the team has disclosed before says why; the old figure stays beside it', async () => {
    const visits = (await acts.define('lina')).body.id
    const { forum } = await opened(visits, 40)
    const id = await draft()
    const put = (value: number, why?: string) =>
      acts.put('lina', id, { indicatorId: visits, period: '2024', value, ...(why && { why }) })
    expect(await put(42)).toMatchObject({ status: 422, body: { code: 'why_missing', detail: { forum: forum.label } } })
    expect((await put(40)).status).toBe(200)
    expect((await put(42, 'Two visits were filed late')).status).toBe(200)
    const [record] = (await shown(id)).records
    expect(record).toMatchObject({ value: 42, why: 'Two visits were filed late' })
    expect(record!.earlier.map((one) => [one.value, one.forum])).toEqual([
      [40, undefined],
      [40, forum.label],
    ])
  })

  test('an import keeps the figures it replaces, with its file, its hash, who brought it and why', async () => {
    const visits = (await acts.define('lina')).body.id
    const id = await draft()
    await acts.put('lina', id, { indicatorId: visits, period: '2024', value: 1, note: 'by hand' })
    const batch = await bring(id, visits, { 2024: 2, 2025: 3 }, 'The register was closed')
    await acts.finish('tomas', batch, 2)
    const { records, people, files } = await shown(id)
    const [changed, fresh] = records
    expect(changed).toMatchObject({ value: 2, why: 'The register was closed', line: 2, raw: '2', batchId: batch })
    expect(changed!.earlier).toMatchObject([{ value: 1, note: 'by hand', why: '' }])
    expect(fresh!.earlier).toEqual([])
    expect(files[batch]).toMatchObject({ filename: 'records.csv', fileHash: hash })
    expect(Object.keys(people)).toEqual(expect.arrayContaining([changed!.personId, changed!.earlier[0]!.personId]))
    await acts.undo('lina', batch)
    expect(await values(id)).toEqual({ 2024: 1 })
    expect((await shown(id)).records[0]!.earlier).toEqual([])
  })

  test('while an import is under way what it will replace still counts, and can be corrected beneath it', async () => {
    const visits = (await acts.define('lina')).body.id
    const put = (id: string, value: number) => acts.put('lina', id, { indicatorId: visits, period: '2024', value })
    const id = await draft()
    await put(id, 1)
    const batch = await bring(id, visits, { 2024: 9, 2025: 9 })
    expect(await values(id)).toEqual({ 2024: 1 })
    await put(id, 2)
    expect(await values(id)).toEqual({ 2024: 2 })
    expect((await acts.view('lina', id)).body).toMatchObject({ records: 1, figures: 1 })
    expect((await acts.file('lina', id)).body.code).toBe('import_unfinished')
    await acts.finish('tomas', batch, 2)
    expect(await values(id)).toEqual({ 2024: 9, 2025: 9 })
    await acts.undo('lina', batch)
    expect(await values(id)).toEqual({ 2024: 2 })
    const other = await bring(id, visits, { 2024: 7 })
    const [under] = (await shown(id)).records
    await world().request('lina', 'DELETE', `/api/disclosures/${id}/records/${under!.id}`)
    expect(await values(id)).toEqual({})
    await acts.undo('lina', other)
    expect(await values(id)).toEqual({})
  })

  test('what is sealed says nothing in the tables: no figure, no cell, no file', async () => {
    const visits = (await acts.define('lina')).body.id
    const id = await draft()
    const batch = await bring(id, visits, { 2024: 31_337 }, 'secret reason')
    await acts.finish('tomas', batch, 1)
    const tables = await Promise.all([
      world().db.read.selectFrom('record').selectAll().where('disclosure_id', '=', id).execute(),
      world().db.read.selectFrom('import_batch').selectAll().where('disclosure_id', '=', id).execute(),
      world().db.read.selectFrom('sealed_page').selectAll().where('disclosure_id', '=', id).execute(),
    ])
    const bytes = tables.flat().flatMap((row) => Object.values(row).filter((value) => value instanceof Uint8Array))
    const text = JSON.stringify(tables) + bytes.map((value) => Buffer.from(value).toString('latin1')).join('')
    for (const word of ['31337', 'secret reason', 'records.csv', hash]) expect(text).not.toContain(word)
  })

  test('a long import is taken back in pieces; stopped half-way, it is carried on, and nothing is filed meanwhile', async () => {
    const visits = (await acts.define('lina', { grain: 'month' })).body.id
    const months = Array.from(
      { length: 2300 },
      (_, i) => `${1990 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    )
    const id = await draft()
    const send = async (value: number, of: readonly string[]) => {
      const batch = (await acts.batch('lina', id)).body.id
      for (let at = 0; at < of.length; at += 2000) {
        const rows = of
          .slice(at, at + 2000)
          .map((period, i) => ({ indicatorId: visits, period, value, line: at + i + 2 }))
        expect((await acts.rows('lina', batch, at / 2000, rows)).status).toBe(200)
      }
      return batch
    }
    await acts.finish('lina', await send(1, months), months.length)
    const second = await send(2, months)
    expect((await acts.finish('lina', second, months.length)).body.rowsReplaced).toBe(2300)
    const actor = await world().actor('lina')
    const piece = await world().db.write((trx) => undoPiece(trx, actor, second, world().now))
    expect(piece.state).toBe('undoing')
    expect((await acts.file('lina', id)).body.code).toBe('import_unfinished')
    expect((await acts.batch('lina', id)).body.code).toBe('import_unfinished')
    expect((await acts.undo('lina', second)).body.state).toBe('undone')
    const now = (await acts.records('lina', id, '?limit=500&offset=1900')).body
    expect([now.total, ...new Set(now.records.map((record) => record.value))]).toEqual([2300, 1])
    const third = await send(3, months)
    expect((await acts.records('lina', id, '?limit=1')).body).toMatchObject({ total: 2300, records: [{ value: 1 }] })
    expect((await acts.undo('lina', third)).body.state).toBe('undone')
    expect((await acts.records('lina', id, '?limit=1')).body).toMatchObject({ total: 2300, records: [{ value: 1 }] })
    const left = await world().db.read.selectFrom('record').select('id').where('batch_id', '=', third).execute()
    expect(left).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { type Act, recordAct, type ShownAct, sha256, wholeChain } from '../../server/ledger/acts.ts'
import { chainFault } from '../../shared/act.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('the ledger', (world) => {
  const about = () => ({ agreementId: world().agreementId, subject: 'x' })
  const step = async (kind: string) => {
    const actor = await world().actor('sok')
    return world().db.write((trx) =>
      recordAct(trx, actor, { agreementId: world().agreementId, kind, subject: 'x', body: { kind } }, world().now),
    )
  }

  test('acts of many at once form one chain without a gap', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => step(`test.step${i}`)))
    const chain = await wholeChain(world().db.read, world().agreementId)
    expect(chain.map((act) => act.seq)).toEqual(chain.map((_, i) => i + 1))
    expect(chain.length).toBe(12)
    expect(chainFault(chain, sha256)).toBeUndefined()
  })

  test('one changed word, one act removed and one put in its place are all found', async () => {
    const chain = await wholeChain(world().db.read, world().agreementId)
    const changed = chain.map((act, i) => (i === 3 ? { ...act, body: { kind: 'other' } } : act))
    expect(chainFault(changed, sha256)).toEqual({ seq: 4, fault: 'content' })
    expect(chainFault(chain.toSpliced(5, 1), sha256)).toEqual({ seq: 6, fault: 'gap' })
    const forged = chain.map((act, i) => (i === 5 ? { ...act, body: {}, hash: 'f'.repeat(64) } : act))
    expect(chainFault(forged, sha256)).toEqual({ seq: 6, fault: 'content' })
    const relinked = chain.map((act, i) => (i === 7 ? { ...act, prevHash: '0'.repeat(64) } : act))
    expect(chainFault(relinked, sha256)).toEqual({ seq: 8, fault: 'link' })
  })

  test('a chain that is longer than a piece is followed from its first act to its last', async () => {
    const acts = (await wholeChain(world().db.read, world().agreementId)).length
    const actor = await world().actor('sok')
    const more = Array.from({ length: 1005 }, (_, i) => ({ ...about(), kind: `test.more${i}` }))
    await world().db.write(async (trx) => {
      for (const step of more) await recordAct(trx, actor, step, world().now)
    })
    const { body } = await world().json('otto', 'GET', `/api/agreements/${world().agreementId}/acts/verdict`)
    expect(body).toMatchObject({ acts: acts + more.length, verifiedAt: world().now })
    expect(body.fault).toBeUndefined()
  })

  test('what is changed in the table behind its back is found, with its place', async () => {
    await world().db.write((trx) =>
      trx.updateTable('act').set({ body: '{"kind":"forged"}' }).where('seq', '=', 1003).execute(),
    )
    const { body } = await world().json('otto', 'GET', `/api/agreements/${world().agreementId}/acts/verdict`)
    expect(body).toMatchObject({ acts: 1002, fault: { seq: 1003, fault: 'content' } })
  })

  test('every seat reads the acts, newest first and page by page, with who took each step; nobody else does', async () => {
    const path = `/api/agreements/${world().agreementId}/acts`
    const { body } = await world().json<ShownAct[]>('otto', 'GET', `${path}?limit=2`)
    expect(body[0]).toMatchObject({ kind: 'test.more1004', person: { name: 'Sok Secretary', seat: 'secretariat' } })
    const next = await world().json<ShownAct[]>('otto', 'GET', `${path}?limit=2&before=${body[1]!.seq}`)
    expect(next.body.map(({ kind }) => kind)).toEqual(['test.more1002', 'test.more1001'])
    for (const asked of [path, `${path}/verdict`, `${path}.json`]) {
      expect((await world().request('nemo', 'GET', asked)).status).toBe(404)
      expect((await world().request(undefined, 'GET', asked)).status).toBe(401)
    }
  })

  test('the download holds the whole chain, so that it can be checked without this server', async () => {
    const { body } = await world().json<Act[]>('otto', 'GET', `/api/agreements/${world().agreementId}/acts.json`)
    expect(chainFault(body, sha256)).toEqual({ seq: 1003, fault: 'content' })
    const mended = body.map((act) => (act.seq === 1003 ? { ...act, body: {} } : act))
    expect(chainFault(mended, sha256)).toBeUndefined()
  })
})

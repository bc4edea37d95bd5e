import { expect, test } from 'vitest'
import { recordAct, sha256, wholeChain } from '../../server/ledger/acts.ts'
import { chainFault } from '../../shared/act.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('the ledger', (world) => {
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
})

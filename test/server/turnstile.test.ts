import { expect, test } from 'vitest'
import type { Trx } from '../../server/db/database.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('The database', (world) => {
  const rewrite = (trx: Trx, summary: string) =>
    trx.updateTable('agreement').set({ summary }).where('id', '=', world().agreementId).execute()

  test('lets a long transaction end that short ones cross again and again', async () => {
    let isOver = false
    let short = 0
    const shortOnes = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        await world().db.write((trx) => rewrite(trx, `short ${short++}`))
        await new Promise(setImmediate)
      }
    })
    let attempts = 0
    await world().db.write(async (trx) => {
      attempts++
      for (let i = 0; i < 40; i++) await trx.selectFrom('agreement').select('summary').execute()
      await rewrite(trx, 'the long one')
    })
    isOver = true
    await Promise.all(shortOnes)
    expect(attempts).toBeLessThanOrEqual(5)
    expect(short).toBeGreaterThan(0)
  })
})

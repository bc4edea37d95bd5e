import { pino } from 'pino'
import { expect, test } from 'vitest'
import { rehearse } from '../../server/sync/rehearsal.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('The rehearsal of a process', (world) => {
  test('writes thousands of updates and leaves nothing of them in the database', async () => {
    const { db } = world()
    const said: string[] = []
    const log = pino({ level: 'trace' }, { write: (line) => void said.push(line) })
    const stored = await rehearse({ db, clock: () => world().now, log })
    expect(stored).toBeGreaterThan(100)
    for (const table of ['document', 'document_update', 'document_client', 'document_snapshot'] as const)
      expect(
        await db.read
          .selectFrom(table)
          .selectAll()
          .where(table === 'document' ? 'id' : 'document_id', '=', 'rehearsal')
          .execute(),
        table,
      ).toEqual([])
    expect(said).toEqual([])
  })
})

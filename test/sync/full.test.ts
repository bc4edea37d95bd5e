import { expect, test } from 'vitest'
import { compileFaults } from '../crash/faults.ts'
import { failAgain } from '../crash/full.ts'

/** A small round of `npm run crash -- full`, which tells what it does; without a C compiler there is nothing to fail with. */
const canFail = (() => {
  const faults = compileFaults({ written: 'nothing', synced: 'nothing' })
  faults?.close()
  return faults !== undefined
})()

test.skipIf(!canFail)(
  'who writes while the disk is full, read-only or failing is told, loses nothing, and others read on',
  async () => {
    const found = await failAgain({ engine: 'sqlite' }, { times: 1, acknowledgeFirst: false })
    expect(Object.values(found.kinds)).toEqual([1, 1, 1])
    expect(found).toMatchObject({ acknowledgedUnstored: 0, untold: 0, unread: 0, unrecovered: 0, missing: 0 })
    expect(found.acknowledged).toBeGreaterThan(0)
  },
  60_000,
)

test.skipIf(!canFail)(
  'a server that acknowledges before it commits is seen to: the control',
  async () => {
    const found = await failAgain({ engine: 'sqlite' }, { times: 1, acknowledgeFirst: true })
    expect(found.acknowledgedUnstored).toBeGreaterThan(0)
  },
  60_000,
)

import { expect, test } from 'vitest'
import { sealAgain } from '../crash/seal.ts'

/** A small round of `npm run crash -- seal`, which tells what it does. */
test.each(['sqlite', 'postgres'] as const)(
  'who writes while a text is sealed is in what was sealed or is told, on every node, on %s',
  async (engine) => {
    const found = await sealAgain({ engine, seed: 3 }, { rounds: 2, writers: 12, isGuarded: true, enough: () => false })
    expect(found).toMatchObject({ rounds: 2, past: 0, lost: 0, refusedButSealed: 0, unanswered: 0 })
    expect(found.stored).toBeGreaterThan(0)
    expect(found.refused).toBeGreaterThan(0)
  },
  60_000,
)

test('without the log’s condition that the text be open, some write past the seal: the control', async () => {
  const control = { rounds: 20, writers: 12, isGuarded: false, enough: ({ past }: { past: number }) => past > 0 }
  expect((await sealAgain({ engine: 'sqlite', seed: 3 }, control)).past).toBeGreaterThan(0)
}, 60_000)

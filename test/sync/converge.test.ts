import { expect, test } from 'vitest'
import { convergeAgain } from '../crash/converge.ts'

/** A small round of `npm run crash -- converge`, which tells what it does. */
test.each(['sqlite', 'postgres'] as const)(
  'people whose networks part, repeat and turn round what they say end with one text on %s',
  async (engine) => {
    const found = await convergeAgain({ engine, seed: 5 }, { operations: 300, dropsOne: false })
    expect(found).toMatchObject({ diverged: 0, missing: 0, refused: 0, failedAt: undefined })
    expect(found.acknowledged).toBeGreaterThan(0)
  },
  120_000,
)

test('when one relayed update is dropped they do not: the control', async () => {
  expect((await convergeAgain({ engine: 'sqlite', seed: 7 }, { operations: 4_000, dropsOne: true })).diverged).toBe(1)
}, 120_000)

import { expect, test } from 'vitest'
import { killAgain } from '../crash/kill.ts'
import { chance } from '../report.ts'

/** A small round of `npm run crash -- kill`, which tells what it does. */
test.each(['sqlite', 'postgres'] as const)(
  'a killed server on %s has lost nothing that it acknowledged',
  async (engine) => {
    const loss = await killAgain(
      { engine },
      { kills: 5, enough: () => false, acknowledgeFirst: false, random: chance(7) },
    )
    expect(loss).toMatchObject({ kills: 5, lost: 0, duplicated: 0, invented: 0, brokenChains: 0 })
    expect(loss.acked).toBeGreaterThan(0)
  },
  120_000,
)

test('one that acknowledges before it commits loses something: the control', async () => {
  const control = {
    kills: 40,
    enough: (loss: { lost: number }) => loss.lost > 0,
    acknowledgeFirst: true,
    random: chance(11),
  }
  expect((await killAgain({ engine: 'sqlite' }, control)).lost).toBeGreaterThan(0)
}, 240_000)

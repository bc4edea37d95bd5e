import { expect, test } from 'vitest'
import { throwFrames } from '../crash/gate-frames.ts'
import { throwCostly, throwUpdates, withoutGate } from '../crash/gate-updates.ts'
import { chance } from '../report.ts'

/** Small rounds of `npm run crash -- gate`, which tells what it does. */
test('whatever is thrown at the gate, a refusal changes nothing and who is honest goes on writing', () => {
  const found = throwUpdates(4_000, chance(7), () => {})
  expect(found).toMatchObject({ changed: 0, notKept: 0, attacksTaken: 0, honestRefused: 0 })
  expect(found.refused).toBeGreaterThan(1_000)
  expect(withoutGate(2_000, chance(7))).toBeGreaterThan(0)
})

test('nobody is kept waiting by the costliest updates that we know', () => {
  expect(throwCostly().costliestMs).toBeLessThan(500)
})

test.each(['sqlite', 'postgres'] as const)(
  'whatever is thrown at a server on %s, it stands, and what the honest wrote is there',
  async (engine) => {
    const asked = { engine, quick: true, seed: 7, say: () => {} }
    const found = await throwFrames(asked, 600, chance(7))
    expect(found).toMatchObject({ honestMissing: 0, strangersInTheLog: 0, replayRefused: 0, presenceLost: 0 })
  },
  60_000,
)

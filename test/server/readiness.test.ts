import { pino } from 'pino'
import { expect, test } from 'vitest'
import { startClock } from '../../server/clock.ts'
import { watchReadiness } from '../../server/http/readiness.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('A process', (world) => {
  test('is ready while the log takes writes', async () => {
    expect((await world().ask('/readyz')).status).toBe(200)
    expect((await world().ask('/healthz')).status).toBe(200)
  })

  test('asks the database once, however often it is asked, and is not ready once it is about to end', async () => {
    let asked = 0
    const readiness = watchReadiness({
      probe: () => {
        asked++
        return world().db.probe()
      },
    })
    expect(await Promise.all(Array.from({ length: 50 }, () => readiness.isReady()))).not.toContain(false)
    expect(asked).toBe(1)
    readiness.drain()
    expect(await readiness.isReady()).toBe(false)
    expect(asked).toBe(1)
  })

  test('tells the time of its database', async () => {
    const clock = await startClock(world().db, pino({ level: 'silent' }))
    expect(Math.abs(Date.parse(clock.now()) - Date.now())).toBeLessThan(1_000)
    clock.stop()
  })
})

test('A process is not ready when the database refuses, and not when it says nothing', async () => {
  expect(await watchReadiness({ probe: () => Promise.reject(new Error('disk full')) }).isReady()).toBe(false)
  expect(await watchReadiness({ probe: () => new Promise(() => {}) }).isReady()).toBe(false)
})

test('A machine whose clock is a day off goes by the clock of the database', async () => {
  const aDay = 86_400_000
  const clock = await startClock({ time: async () => Date.now() - aDay }, pino({ level: 'silent' }))
  expect(Math.abs(Date.parse(clock.now()) - (Date.now() - aDay))).toBeLessThan(1_000)
  clock.stop()
})

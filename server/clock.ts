import type { Logger } from 'pino'
import type { Instant } from '../shared/dates.ts'
import type { Database } from './db/database.ts'

/** What time it is, for everything that is written down or decided by time. */
export interface Clock {
  now(): Instant
  stop(): void
}

const askEveryMs = 15_000
/** An answer that took longer says too little about when it was given. */
const longestAnswerMs = 500
/** Off by so much, whoever runs the machine is told. */
const noticedMs = 2_000

/**
 * Where several processes share a database, its clock is everybody's: a machine whose own clock is a day off opens and
 * closes nothing a day early. Between two answers time is counted by a clock that nobody can set. A process alone on its
 * database goes by the machine's clock.
 */
export async function startClock(db: Pick<Database, 'time'>, log: Logger): Promise<Clock> {
  const ask = db.time
  if (!ask) return { now: () => new Date().toISOString(), stop: () => {} }
  let ahead = Date.now() - performance.now()
  const compare = async () => {
    const asked = performance.now()
    const time = await ask()
    const answered = performance.now()
    if (answered - asked > longestAnswerMs) return
    ahead = time - (asked + answered) / 2
    const off = Math.round(Date.now() - time)
    if (Math.abs(off) > noticedMs) log.warn({ offMs: off }, 'this machine’s clock is wrong; the database’s is used')
  }
  await compare()
  const timer = setInterval(() => void compare().catch(() => {}), askEveryMs) // unanswered, it goes on counting
  timer.unref()
  return { now: () => new Date(ahead + performance.now()).toISOString(), stop: () => clearInterval(timer) }
}

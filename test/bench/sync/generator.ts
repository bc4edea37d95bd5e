import { type FloodFound, type FloodJob, flood } from './flooding.ts'
import { type HoldJob, hold } from './holding.ts'
import { type OpenFound, type OpenJob, open } from './opening.ts'
import { type ReplayFound, type ReplayJob, replay } from './replaying.ts'
import { type StoreFound, type StoreJob, store } from './storing.ts'
import { type TypingFound, type TypingJob, type } from './typing.ts'

/** What a load is asked to do; one process does one, so that none pays for what another left behind. */
export interface Jobs {
  type: { job: TypingJob; found: TypingFound }
  store: { job: StoreJob; found: StoreFound }
  hold: { job: HoldJob; found: number }
  flood: { job: FloodJob; found: FloodFound }
  replay: { job: ReplayJob; found: ReplayFound }
  open: { job: OpenJob; found: OpenFound }
}

const run = { type, store, open, hold, flood, replay } as {
  [Is in keyof Jobs]: (job: Jobs[Is]['job'], begins: () => void) => Promise<Jobs[Is]['found']>
}

// A bench that was broken off leaves no load behind.
process.once('disconnect', () => process.exit())

process.on('message', async ({ is, ...job }: { is: keyof Jobs }) => {
  try {
    const work = run[is] as (job: unknown, begins: () => void) => Promise<unknown>
    process.send?.({ found: await work(job, () => process.send?.('begins')) })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

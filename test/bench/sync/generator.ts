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
export type Job = Jobs[keyof Jobs]['job']

const run = { type, store, open, hold, flood, replay } as {
  [Is in keyof Jobs]: (job: Jobs[Is]['job']) => Promise<Jobs[Is]['found']>
}

process.on('message', async ({ is, ...job }: { is: keyof Jobs }) => {
  try {
    process.send?.({ found: await (run[is] as (job: unknown) => Promise<unknown>)(job) })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

import { type TypingFound, type TypingJob, type } from './typing.ts'

/** What a load is asked to do; one process does one, so that none pays for what another left behind. */
export interface Jobs {
  type: { job: TypingJob; found: TypingFound }
}
export type Job = Jobs[keyof Jobs]['job']

const run = { type } as { [Is in keyof Jobs]: (job: Jobs[Is]['job']) => Promise<Jobs[Is]['found']> }

process.on('message', async ({ is, ...job }: { is: keyof Jobs }) => {
  try {
    process.send?.({ found: await (run[is] as (job: unknown) => Promise<unknown>)(job) })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

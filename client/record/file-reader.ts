import { Problem } from '../api.ts'
import type { Checked } from './check-file.ts'
import { FileFault } from './file-fault.ts'
import type { Answer, Asked, Work } from './import-job.ts'
import type { FileSeen, Progress } from './scan-file.ts'

type Chunk = Extract<Answer, { kind: 'chunk' }>
type End = Extract<Answer, { kind: 'end' }>

const startWorker = () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })

/** Starts a job in a worker of its own, and ends it with the job, or when it is stopped. */
function work<Kind extends Answer['kind']>(
  asked: Asked,
  until: Kind,
  hear: (answer: Answer, worker: Worker) => void,
  signal: AbortSignal,
): Promise<Extract<Answer, { kind: Kind }>> {
  const worker = startWorker()
  const done = new Promise<Extract<Answer, { kind: Kind }>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    worker.addEventListener('error', () => reject(new Problem(0, 'defect')))
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === until) resolve(data as Extract<Answer, { kind: Kind }>)
      else if (data.kind === 'fault') reject(new FileFault(data.code, data.line))
      else if (data.kind === 'broken') reject(new Error(data.message))
      else hear(data, worker)
    })
    worker.postMessage(asked)
  })
  return done.finally(() => worker.terminate())
}

const hearProgress = (progress: Progress) => (answer: Answer) => {
  if (answer.kind === 'progress') progress(answer.done, answer.total)
}

export const scan = async (
  file: File,
  given: Extract<Asked, { job: 'scan' }>['given'],
  progress: Progress,
  signal: AbortSignal,
): Promise<FileSeen> => (await work({ job: 'scan', file, given }, 'seen', hearProgress(progress), signal)).seen

export const check = async (asked: Work, progress: Progress, signal: AbortSignal): Promise<Checked> =>
  (await work({ job: 'check', ...asked }, 'checked', hearProgress(progress), signal)).checked

/** Reads the file chunk by chunk; the next is read when the promise for the last one settles. */
export function readChunks(
  asked: Work,
  take: (chunk: Chunk) => Promise<void>,
  progress: Progress,
  signal: AbortSignal,
): Promise<End> {
  const stopped = new AbortController()
  const either = AbortSignal.any([signal, stopped.signal])
  const hear = (answer: Answer, worker: Worker) => {
    hearProgress(progress)(answer)
    if (answer.kind !== 'chunk') return
    take(answer).then(
      () => worker.postMessage({ job: 'more' } satisfies Asked),
      (thrown: unknown) => stopped.abort(thrown),
    )
  }
  return work({ job: 'import', ...asked }, 'end', hear, either)
}

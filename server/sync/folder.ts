import { Worker } from 'node:worker_threads'
import type { Folded, FoldOrder } from './fold-worker.ts'

/** Makes one update of many, beside the event loop. */
export interface Folder {
  /** Takes the pages as they come; one text at a time. Fails when the updates do not make a whole. */
  fold(pages: AsyncIterable<readonly Uint8Array[]>): Promise<NonNullable<Folded>>
  stop(): Promise<void>
}

/** After this long without work the worker ends, and its memory with it. */
const idleMs = 30_000

export function startFolder(): Folder {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const end = async () => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const run = async (pages: AsyncIterable<readonly Uint8Array[]>) => {
    clearTimeout(idle)
    worker ??= new Worker(new URL('./fold-worker.ts', import.meta.url))
    worker.unref()
    try {
      return await foldWith(worker, pages)
    } catch (error) {
      await end() // it may hold half of a text
      throw error
    } finally {
      idle = setTimeout(end, idleMs).unref()
    }
  }
  return {
    fold: (pages) => {
      const folding = last.then(() => run(pages))
      last = folding.catch(() => {})
      return folding
    },
    stop: async () => {
      clearTimeout(idle)
      await end()
    },
  }
}

async function foldWith(worker: Worker, pages: AsyncIterable<readonly Uint8Array[]>): Promise<NonNullable<Folded>> {
  const { promise, resolve, reject } = Promise.withResolvers<Folded>()
  const gone = () => reject(new Error('the folding worker ended'))
  promise.catch(() => {})
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', gone)
  try {
    for await (const page of pages) send(worker, page)
    worker.postMessage('end' satisfies FoldOrder)
    const folded = await promise
    if (!folded) throw new Error('updates are missing between those that were to be folded')
    return folded
  } finally {
    worker.off('message', resolve)
    worker.off('error', reject)
    worker.off('exit', gone)
  }
}

/** One copy into one buffer, which then changes hands. */
function send(worker: Worker, page: readonly Uint8Array[]): void {
  const lengths = Uint32Array.from(page, (update) => update.length)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const update of page) {
    bytes.set(update, at)
    at += update.length
  }
  worker.postMessage({ bytes, lengths } satisfies FoldOrder, [bytes.buffer, lengths.buffer])
}

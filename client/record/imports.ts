import { createSignal } from 'solid-js'
import type { ImportedRow } from '../../shared/record.ts'
import { toColumns } from '../../shared/row-columns.ts'
import { api, asProblem, call, type Problem } from '../api.ts'
import { FileFault } from './file-fault.ts'
import { readChunks } from './file-reader.ts'
import type { Work } from './import-job.ts'
import type { Tally } from './read-records.ts'
import type { ImportBatch } from './records.ts'
import { inOrder } from './send-chunks.ts'

/** One import under way in this window, or how the last one ended. It goes on while other pages are looked at. */
export interface Import {
  disclosureId: string
  filename: string
  /** Bytes of the file that have been read, and records that the server has. */
  done: number
  total: number
  sent: number
  state: 'running' | 'finished' | 'stopped' | 'failed'
  batch?: ImportBatch | undefined
  tally?: Tally | undefined
  report?: Blob | undefined
  problem?: Problem | FileFault | undefined
}

const [current, setCurrent] = createSignal<Import>()
let stopping: AbortController | undefined

/** The import of this window, if it is of this disclosure. */
export const importOf = (disclosureId: string): Import | undefined =>
  current()?.disclosureId === disclosureId ? current() : undefined

export const isImporting = (): boolean => current()?.state === 'running'

/** Clears away what came of the last import. */
export const forgetImport = (): void => {
  if (!isImporting()) setCurrent(undefined)
}

/** Stops after the chunk that is on its way. What was sent does not count, and is dropped or carried on later. */
export const stopImport = (): void => stopping?.abort(new DOMException('stopped', 'AbortError'))

/** Sends a file's records, from the chunk at which the batch stopped, and finishes the batch. */
export async function startImport(disclosureId: string, work: Work, resumed?: ImportBatch): Promise<void> {
  if (isImporting()) return
  stopping = new AbortController()
  const from = resumed?.chunks ?? 0
  setCurrent({
    disclosureId,
    filename: work.file.name,
    done: 0,
    total: work.file.size,
    sent: resumed?.rowsAccepted ?? 0,
    state: 'running',
    batch: resumed,
  })
  addEventListener('beforeunload', warn)
  try {
    const batch = resumed ?? (await beginBatch(disclosureId, work))
    update({ batch })
    const sending = inOrder<{ chunk: number; rows: ImportedRow[] }>(async ({ chunk, rows }) => {
      const sent = await sendChunk(batch.id, chunk, rows)
      update({ sent: sent.rowsAccepted })
    })
    const end = await readChunks(
      work,
      async ({ chunk, rows, bytes }) => {
        update({ done: bytes })
        if (chunk >= from) await sending.hand({ chunk, rows })
      },
      (done, total) => update({ done, total }),
      stopping.signal,
    )
    await sending.end()
    const finished = await finish(batch.id, end.tally)
    update({ state: 'finished', batch: finished, tally: end.tally, report: end.report })
  } catch (thrown) {
    if (stopping.signal.aborted) update({ state: 'stopped' })
    else update({ state: 'failed', problem: thrown instanceof FileFault ? thrown : asProblem(thrown) })
  } finally {
    removeEventListener('beforeunload', warn)
  }
}

const update = (change: Partial<Import>): void => void setCurrent((now) => now && { ...now, ...change })
const warn = (event: BeforeUnloadEvent): void => event.preventDefault()

const beginBatch = (disclosureId: string, work: Work): Promise<ImportBatch> =>
  call(
    api.api.disclosures[':id'].batches.$post({
      param: { id: disclosureId },
      json: {
        filename: work.file.name,
        size: work.file.size,
        fileHash: work.hash,
        why: work.why,
        form: work.form,
        header: [...work.header],
        mapping: work.mapping,
      },
    }),
  )

const finish = (id: string, tally: Tally): Promise<ImportBatch> =>
  call(
    api.api.batches[':id'].finish.$put({
      param: { id },
      json: { rowsTotal: tally.rows, rowsRefused: tally.faults },
    }),
  )

/** Tries again for a while when the network fails: a chunk that arrived twice counts once. */
async function sendChunk(id: string, chunk: number, rows: ImportedRow[]) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await postRows(id, chunk, rows)
    } catch (thrown) {
      if (attempt >= 6 || asProblem(thrown).code !== 'network') throw thrown
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt))
    }
  }
}

const postRows = (id: string, chunk: number, rows: ImportedRow[]) =>
  call(api.api.batches[':id'].rows.$post({ param: { id }, json: { chunk, rows: toColumns(rows) } }))

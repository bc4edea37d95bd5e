import { chunkEnd } from '../../shared/import-batch.ts'
import type { ImportedRow } from '../../shared/record.ts'
import { checkFile } from './check-file.ts'
import { faultReport } from './fault-report.ts'
import { FileFault } from './file-fault.ts'
import type { Answer, Asked, Work } from './import-job.ts'
import { readRecords, type Tally } from './read-records.ts'
import { scanFile } from './scan-file.ts'

/** Reads files beside the page, so that a long one never freezes it. One job a worker; to stop it is to end the worker. */
let wake = () => {}

const say = (answer: Answer): void => postMessage(answer)

/** A word of progress a few times a second is enough. */
function paced(): (done: number, total: number) => void {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (now - last < 100 && done < total) return
    last = now
    say({ kind: 'progress', done, total })
  }
}

async function run(asked: Exclude<Asked, { job: 'more' }>): Promise<void> {
  if (asked.job === 'scan') say({ kind: 'seen', seen: await scanFile(asked.file, asked.given, paced()) })
  else if (asked.job === 'check') say({ kind: 'checked', checked: await checkFile(asked, asked.words, paced()) })
  else await importFile(asked)
}

/** Hands over the records in chunks of one size, each when it is asked for: sent again, a chunk is the same chunk. */
async function importFile(work: Work): Promise<void> {
  const report = faultReport(work.header, work.words)
  let waiting: ImportedRow[] = []
  let chunk = 0
  let tally: Tally = { rows: 0, otherTeam: 0, leftOut: 0, records: 0, faults: 0 }
  const hand = async (rows: ImportedRow[], bytes: number) => {
    const asked = new Promise<void>((resolve) => {
      wake = resolve
    })
    say({ kind: 'chunk', chunk: chunk++, rows, tally, bytes })
    await asked
  }
  const pace = paced()
  for await (const piece of readRecords(work)) {
    report.add(piece.faults)
    tally = { ...piece.tally }
    waiting = waiting.concat(piece.rows)
    pace(piece.bytes, work.file.size)
    for (let end = chunkEnd(waiting); end !== undefined; end = chunkEnd(waiting)) {
      await hand(waiting.slice(0, end), piece.bytes)
      waiting = waiting.slice(end)
    }
  }
  if (waiting.length > 0) await hand(waiting, work.file.size)
  say({ kind: 'end', tally, report: report.blob() })
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.job === 'more') return wake()
  run(data).catch((thrown: unknown) => {
    if (thrown instanceof FileFault) say({ kind: 'fault', code: thrown.code, line: thrown.line })
    else say({ kind: 'broken', message: String(thrown) })
  })
})

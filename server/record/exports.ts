import { disclosureHashTag } from '../../shared/disclosure.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader } from '../db/database.ts'
import { csvOf } from './comparison-table.ts'
import { type ContentRecord, contentPieces, recordsByIndicator } from './content.ts'
import type { Disclosure } from './disclosures.ts'
import { contentNow, contentOf } from './filings.ts'

const recordColumns = [
  'indicator',
  'period',
  'value',
  'missing',
  'unit',
  'note',
  'raw',
  'file',
  'line',
] as const satisfies readonly (keyof ContentRecord)[]

/** The records of a disclosure as CSV, an indicator at a time, so that a long one need not be held whole. */
export const recordsCsv = (db: Reader, disclosure: Disclosure): ReadableStream<Uint8Array> =>
  streamOf(async function* () {
    yield `${recordColumns.join(',')}\r\n`
    for await (const records of recordsByIndicator(db, disclosure))
      if (records.length > 0) yield csvOf(recordColumns, records).replace(/^.*\r\n/, '')
  })

/**
 * The exact text whose SHA-256, after the tag on its first line, is the hash in the ledger: whoever doubts can check. Of
 * the filing that is asked for, else of the last one; of a draft, what would be filed.
 */
export async function sealedText(
  db: Reader,
  disclosure: Disclosure,
  asked: number | undefined,
): Promise<ReadableStream<Uint8Array>> {
  const { filings, filedAt } = disclosure
  const number = asked ?? filings
  const isUnnumbered = asked === undefined && filings === 0
  const content = isUnnumbered
    ? await contentNow(db, disclosure, filedAt ? undefined : 1)
    : await contentOf(db, disclosure, number)
  if (!content) throw new Refused('not_found')
  return streamOf(async function* () {
    yield disclosureHashTag
    yield* contentPieces(db, disclosure, content)
  })
}

function streamOf(pieces: () => AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void iterator.return(undefined),
  })
}

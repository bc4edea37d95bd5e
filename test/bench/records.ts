import type { Asked, Findings } from '../report.ts'
import { run as comparison } from './comparison.ts'
import { run as imports } from './imports.ts'

/** Records on their two hard ways: a million of them coming in, and a comparison read out of a million. */
export async function run(asked: Asked): Promise<Findings> {
  const parts = asked.only?.split(',') ?? ['imports', 'comparison']
  const found: Findings[] = []
  if (parts.includes('imports')) found.push(await imports(asked))
  if (parts.includes('comparison')) found.push(await comparison(asked))
  return {
    figures: Object.assign({}, ...found.map(({ figures }) => figures)),
    pass: Object.assign({}, ...found.map(({ pass }) => pass)),
  }
}

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeLimits } from '../../server/sync/limits.ts'

/** The bounds as the engine's README shows them. `npm run limits` writes them there; a test holds the two together. */
export const readme = fileURLToPath(new URL('../../server/sync/README.md', import.meta.url))
const head = '| bound | standard | what it bounds |\n|---|---:|---|\n'

export const limitsTable = (): string =>
  head +
  describeLimits()
    .map(({ name, standard, meaning }) => `| \`${name}\` | ${standard.toLocaleString('en-GB')} | ${meaning} |\n`)
    .join('')

/** The README with the table as it should be. */
export function withTable(text: string): string {
  const from = text.indexOf(head)
  if (from < 0) throw new Error('the README has no table of bounds')
  const rows = text.slice(from + head.length).match(/^(\|.*\n)*/)![0]
  return text.slice(0, from) + limitsTable() + text.slice(from + head.length + rows.length)
}

if (import.meta.main) writeFileSync(readme, withTable(readFileSync(readme, 'utf8')))

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

/** `npm run check`: what holds of the project without running it. A line a check; ends with 1 when one fails. */
const limit = 35 * 1024
/** What a reader of the public record waits for on a slow line: a page, and once its style. */
const publicLimit = 30 * 1024

const program = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim())
}

async function shellFits(): Promise<string> {
  program('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  const { shellSize } = await import('./bundle.ts')
  const size = await shellSize()
  const kilobytes = `${(size / 1024).toFixed(1)} kB gz of ${limit / 1024}`
  if (size > limit) throw new Error(`The working shell weighs ${kilobytes}: load something later, or take it out.`)
  return kilobytes
}

async function recordNeedsNoScript(): Promise<string> {
  const { publicWeight } = await import('./public-weight.ts')
  const { pages, running, heaviest, style } = await publicWeight()
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
  if (pages < 5) throw new Error(`Only ${pages} public pages were found.`)
  if (running.length > 0) throw new Error(`These public pages have something in them that runs:\n${running.join('\n')}`)
  const weights = `${pages} pages, the heaviest ${kilobytes(heaviest)} kB gz, their style ${kilobytes(style)} kB gz, of ${publicLimit / 1024} together`
  if (heaviest + style > publicLimit) throw new Error(`The public pages weigh too much: ${weights}.`)
  return weights
}

const checks: [name: string, run: () => Promise<string> | string | undefined][] = [
  ['types', () => void program('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['lint and format', () => void program('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.')],
  ['working shell', shellFits],
  ['public pages', recordNeedsNoScript],
]

const outcome = { passed: 0, failed: 0 }
for (const [name, run] of checks) {
  try {
    const note = await run()
    outcome.passed++
    console.log(`ok      ${name}${note ? `: ${note}` : ''}`)
  } catch (error) {
    outcome.failed++
    console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : error}\n`)
  }
}
mkdirSync('test-results', { recursive: true })
writeFileSync('test-results/checks.json', JSON.stringify(outcome))
console.log(`${outcome.passed} of ${checks.length} checks hold`)
process.exitCode = outcome.failed ? 1 : 0

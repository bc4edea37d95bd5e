import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

/** `npm run check`: what holds of the project without running it. A line a check; ends with 1 when one fails. */
const limit = 35 * 1024

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

const checks: [name: string, run: () => Promise<string> | string | undefined][] = [
  ['types', () => void program('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['lint and format', () => void program('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.')],
  ['working shell', shellFits],
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

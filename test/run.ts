import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { ensureChromium, NoChromium } from './chromium.ts'

/**
 * `npm test`: brings what the tests need (a browser, the built client; PostgreSQL is started by vitest's own set-up) and
 * runs them. Further words go to vitest: `npm test -- test/server/forum.test.ts`. Ends as vitest ends.
 */
const words = process.argv.slice(2)
const paths = words.filter((word) => existsSync(word))
const inBrowser = paths.length === 0 || paths.some((path) => 'test/e2e'.startsWith(path) || path.includes('e2e'))

const node = (...program: string[]) => {
  const { status, signal } = spawnSync(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] })
  return signal ? 1 : (status ?? 1)
}

function prepare(): number {
  if (!inBrowser) return 0
  ensureChromium()
  return node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
}

/** The counts that `.ci/run` reads; a run that dies leaves none behind. */
const counted = 'test-results/tests.json'
rmSync(counted, { force: true })
mkdirSync('test-results', { recursive: true })

try {
  process.exitCode =
    prepare() ||
    node(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${counted}`,
      ...words,
    )
} catch (error) {
  if (!(error instanceof NoChromium)) throw error
  console.error(error.message)
  process.exitCode = 1
}

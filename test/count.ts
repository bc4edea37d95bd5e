import { existsSync, readFileSync } from 'node:fs'

/** The last line of `.ci/run`: tests and checks together. A part that left no count, or that counted nothing, failed. */
interface Tests {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}
interface Checks {
  passed: number
  failed: number
}

const read = <Value>(path: string): Value | undefined =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined

/** Failed tests, and each file that failed with none: it could not be loaded, or broke in its set-up. */
function failures(tests: Tests): number {
  const broken = tests.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = tests.numFailedTests + broken.length
  return failed === 0 && (!tests.success || tests.numPassedTests === 0) ? 1 : failed
}

const tests = read<Tests>('test-results/tests.json')
const checks = read<Checks>('test-results/checks.json')
const passed = (tests?.numPassedTests ?? 0) + (checks?.passed ?? 0)
const failed = (tests ? failures(tests) : 1) + (checks ? checks.failed : 1)
const skipped = tests ? tests.numPendingTests + tests.numTodoTests : 0
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed ? 1 : 0

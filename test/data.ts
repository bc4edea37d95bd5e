import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of real data for tests and benchmarks: TEST_DATA, else `shared/data` beside the checkout. Never committed. */
const folder = resolve(process.env.TEST_DATA ?? '../shared/data')

/** The path of a data file, or undefined where the data is absent: the test then skips, visibly. */
export function dataFile(...parts: string[]): string | undefined {
  const path = join(folder, ...parts)
  return existsSync(path) ? path : undefined
}

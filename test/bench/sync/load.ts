import { fileURLToPath } from 'node:url'
import type { Jobs } from './generator.ts'
import { startProgram } from './process.ts'

const script = fileURLToPath(new URL('./generator.ts', import.meta.url))

/** Has the job done by a process of its own, and returns what it found. */
export function load<Is extends keyof Jobs>(job: Jobs[Is]['job'] & { is: Is }): Promise<Jobs[Is]['found']> {
  const child = startProgram('load', [script])
  child.stdout!.resume()
  return new Promise<Jobs[Is]['found']>((resolve, reject) => {
    child.once('message', (answer: { found: Jobs[Is]['found'] } | { failed: string }) => {
      if ('found' in answer) resolve(answer.found)
      else reject(new Error(answer.failed))
    })
    child.once('exit', (code) => reject(new Error(`the load ended with ${code} before it was done`)))
    child.send(job)
  }).finally(() => child.kill('SIGKILL'))
}

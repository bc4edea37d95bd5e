import { fileURLToPath } from 'node:url'
import type { Jobs } from './generator.ts'
import { startProgram } from './process.ts'

const script = fileURLToPath(new URL('./generator.ts', import.meta.url))

/**
 * Has the job done by a process of its own, and returns what it found. `whileThere` is done before that process ends, and
 * with it its connections; `whenItBegins` once everybody is there and what is measured begins.
 */
export async function load<Is extends keyof Jobs>(
  job: Jobs[Is]['job'] & { is: Is },
  whileThere: () => Promise<void> = async () => {},
  whenItBegins: () => void = () => {},
): Promise<Jobs[Is]['found']> {
  const child = startProgram('load', [script])
  child.stdout!.resume()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const found = new Promise<Jobs[Is]['found']>((resolve, reject) => {
    child.on('message', (answer: 'begins' | { found: Jobs[Is]['found'] } | { failed: string }) => {
      if (answer === 'begins') whenItBegins()
      else if ('found' in answer) resolve(answer.found)
      else reject(new Error(answer.failed))
    })
    child.once('exit', (code) => reject(new Error(`the load ended with ${code} before it was done`)))
    child.send(job)
  })
  try {
    const what = await found
    await whileThere()
    return what
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

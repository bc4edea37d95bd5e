import { expect, test } from 'vitest'
import { run } from '../crash/editor.ts'

/** A small round of `npm run crash -- editor`, which tells what it does. */
test('two people write a plan with all that the editor offers, and the gate refuses nothing', {
  timeout: 240_000,
}, async () => {
  const said: string[] = []
  const { figures, pass } = await run({ quick: true, engine: 'sqlite', seed: 11, say: (line) => said.push(line) })
  expect(
    Object.entries(pass).filter(([, met]) => !met),
    [...said, JSON.stringify(figures)].join('\n'),
  ).toEqual([])
})

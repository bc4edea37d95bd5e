import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('server/{forum,record,plan,commitment,consultation}/*.ts')
const exported = sources.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/export const (\w+(?:Deadlines|Followers))\b/g)].map((match) => match[1]!),
)

test('what a room hands over is taken: every room’s deadlines and followers reach the server', () => {
  const taken = readFileSync('server/hand-overs.ts', 'utf8')
  expect(exported.length).toBeGreaterThan(3)
  expect(
    exported.filter((name) => name !== 'noFollowers' && !new RegExp(`\\b${name}\\b[^;]*[,}\\]]`).test(taken)),
  ).toEqual([])
})

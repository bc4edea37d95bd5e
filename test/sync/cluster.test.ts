import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, startCluster } from '../cluster.ts'
import { breakAgain } from '../crash/nodes-faults.ts'
import { chance } from '../report.ts'
import { openWay } from '../way.ts'
import { joinRaw } from './hall.ts'
import { cookieOf, nodeOrigin, openGround, startNode } from './nodes.ts'
import { write } from './texts.ts'

/** A small round of `npm run crash -- nodes`, which tells what it does. */
test('Nodes that are killed, stopped and set to a wrong time lose nothing that was called saved', async () => {
  const faults = { kill: 1, restart: 1, partition: 0, skew: 1, drain: 1 }
  const found = await breakAgain({ faults, random: chance(3), acknowledgeFirst: false, say: () => {} })
  expect(found).toMatchObject({ lost: 0, duplicated: 0, invented: 0, brokenChains: 0, disagreeing: 0 })
  expect(found.saved).toBeGreaterThan(0)
  expect(found.clockErrorMs).toBeLessThan(5_000)
}, 120_000)

test('A node whose database says nothing calls nothing saved, says so, goes on by itself, and ends when told to', async () => {
  const ground = await openGround('postgres')
  const url = new URL(ground.where.databaseUrl!)
  const way = await openWay([Number(url.port)])
  url.port = String(way.port)
  const node = await startNode({
    where: { ...ground.where, databaseUrl: url.href },
    agreementId: ground.agreementId,
  })
  const chan = await joinRaw(node, await ground.newText(), cookieOf(1), { device: 'device-of-chan', from: nodeOrigin })
  await chan.hear('ack')

  way.stall()
  write(chan.doc, 'Written meanwhile.')
  const { sent } = chan
  await chan.hear('storing', (storing) => !storing.works)
  expect(chan.heard.some((said) => said.is === 'ack' && said.clientSeq >= sent)).toBe(false)
  way.resume()
  await chan.hear('storing', (storing) => storing.works)
  await chan.hear('ack', (ack) => ack.clientSeq >= sent)
  const rows = await ground.db.read.selectFrom('document_update').select('seq').execute()
  expect(rows.length).toBe(1)

  way.stall()
  write(chan.doc, 'Never stored.')
  const began = performance.now()
  await node.stop()
  expect(performance.now() - began).toBeLessThan(10_000)
  expect((await chan.closed).code).toBe(1012)
  expect(chan.heard.some((said) => said.is === 'ack' && said.clientSeq > sent)).toBe(false)
  await way.close()
  await ground.close()
}, 60_000)

describe('Two nodes of the whole product behind a balancer', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster({ nodes: 2 })
  }, 60_000)
  afterAll(() => cluster.stop())
  const status = async (url: string) => (await fetch(`${url}/readyz`)).status
  /** The answer is kept for a second, and a database takes a moment to come and go. */
  const until = async (url: string, wanted: number) => {
    while ((await status(url)) !== wanted) await new Promise((resolve) => setTimeout(resolve, 100))
  }

  test('are not ready while the database is gone, live on, and are ready when it is back', async () => {
    for (const node of cluster.nodes) await until(node.url, 200)
    await cluster.postgres.kill()
    for (const node of cluster.nodes) await until(node.url, 503)
    for (const node of cluster.nodes) expect((await fetch(`${node.url}/healthz`)).status).toBe(200)
    await cluster.postgres.start()
    for (const node of cluster.nodes) await until(node.url, 200)
  })

  test('go on serving when one of them is told to end, which it does within ten seconds', async () => {
    const [first, second] = cluster.nodes
    const { code, ms } = await first!.end()
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
    expect(await status(second!.url)).toBe(200)
    expect(await status(cluster.url)).toBe(200)
    expect(await status(cluster.url)).toBe(200)
  })
})

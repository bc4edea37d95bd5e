import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createPostgresDatabase, freePort, type Postgres, startPostgres } from './postgres.ts'
import { openWay, type Way } from './way.ts'

/**
 * Three nodes of the whole product on one PostgreSQL, behind a balancer that gives connections to each in turn. As a
 * command it serves the demonstration at the balancer's address until Ctrl-C.
 */
export interface Cluster {
  /** The balancer's address; and each node's own. */
  url: string
  nodes: ClusterNode[]
  postgres: Postgres
  stop(): Promise<void>
}

export interface ClusterNode {
  url: string
  pid: number
  /** SIGTERM; how it ended and after how long. */
  end(): Promise<{ code: number | null; ms: number }>
}

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))

export interface ClusterOptions {
  nodes?: number
  port?: number
  demo?: boolean
  /** What the nodes say, line by line. */
  say?: (line: string) => void
}

export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { nodes: count = 3, demo = false, say = () => {} } = options
  const postgres = await startPostgres({ durable: true })
  const databaseUrl = await createPostgresDatabase(postgres.url, 'parley')
  const folder = mkdtempSync(join(tmpdir(), 'parley-cluster-'))
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const balancer = await openWay(ports, options.port)
  const url = `http://localhost:${balancer.port}`
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder, PUBLIC_URL: url, METRICS_PORT: '' }
  const nodes: ClusterNode[] = []
  // The first makes the schema and the demonstration; the others find both.
  for (const port of ports)
    nodes.push(await startOne({ ...env, PORT: String(port) }, demo && nodes.length === 0 ? ['--demo'] : [], say))
  return { url, nodes, postgres, stop: () => stopAll(nodes, balancer, postgres, folder) }
}

async function startOne(
  env: Record<string, string | undefined>,
  words: readonly string[],
  say: (line: string) => void,
): Promise<ClusterNode> {
  const child = spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout! })
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      say(line)
      if (line.startsWith('Parley serves')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`a node ended with ${code} before it served`)))
  })
  return { url: `http://127.0.0.1:${env.PORT}`, pid: child.pid!, end: () => ended(child) }
}

async function ended(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const began = performance.now()
  if (child.exitCode === null && child.signalCode === null) {
    const exit = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await exit
  }
  return { code: child.exitCode, ms: performance.now() - began }
}

async function stopAll(
  nodes: readonly ClusterNode[],
  balancer: Way,
  postgres: Postgres,
  folder: string,
): Promise<void> {
  await Promise.all(nodes.map((node) => node.end()))
  await balancer.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Said once, by who knows where it is served: each node says the same of itself.
  const say = (line: string) => line.startsWith('Parley serves') || console.log(line)
  const cluster = await startCluster({ port: Number(process.env.PORT ?? 3000), demo: true, say })
  console.log(
    `Three nodes serve at ${cluster.url}, each in turn; alone: ${cluster.nodes.map((node) => node.url).join(' ')}`,
  )
  console.log(`PostgreSQL: ${cluster.postgres.url.replace(/postgres$/, 'parley')}. Ctrl-C ends everything.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cluster.stop().then(() => process.exit(0)))
}

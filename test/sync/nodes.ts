import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Database } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { createDocument } from '../../server/sync/documents.ts'
import type { LiveLimits } from '../../server/sync/limits.ts'
import { newId } from '../../shared/ids.ts'
import { createPostgresDatabase, type Postgres, type PostgresOptions, startPostgres } from '../postgres.ts'

export const nodeOrigin = 'http://node.test'
export const cookieOf = (person: number): string => `person=${person}`
export const personOf = (cookie: string | undefined): string | undefined => cookie?.match(/^person=(\d+)$/)?.[1]

/** Who may read everywhere and write nowhere. */
export const isReader = (person: string): boolean => Number(person) >= 1_000_000

export interface NodeSettings {
  where: { databaseUrl?: string | undefined; dataDir: string }
  agreementId: string
  limits?: Partial<LiveLimits> | undefined
  acknowledgeFirst?: boolean | undefined
  /** The address to listen on, where it is not the loopback's. */
  host?: string | undefined
  /** How far off the clock of its machine is. */
  clockOffMs?: number | undefined
}

/** Limits for machines that write: a program types faster than a person may. */
export const unhurried: Partial<LiveLimits> = {
  messagesPerSecond: 1_000_000,
  bytesPerSecond: 1_000_000_000,
  workMsPerSecond: 1_000_000,
  personPeers: 1_000,
  documentPeers: 1_000,
}

export interface Usage {
  cpuMs: number
  rss: number
  heap: number
  /** By the clock, as Node's own histogram has it; without the time in which the machine let others run; at work. */
  stallMs: number
  ownStallMs: number
  busyStallMs: number
}

export interface Node {
  url: string
  /** Where the process says what it has used, and how long its event loop stood still at most since it was asked last. */
  usage(): Promise<Usage>
  /** Seals a document there, and says what was sealed and how long the transaction took. */
  seal(id: string): Promise<{ epoch: number; seq: number; hash: string; ms: number }>
  /** Ends it at this instant, as a power cut of the process. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const script = fileURLToPath(new URL('./node.ts', import.meta.url))

/** What a node's process is started with beside its settings: modules to load first, and what its environment has more. */
export interface NodeProcess {
  imports?: readonly URL[]
  env?: Record<string, string>
  /** What the command begins with, and under which address the process is reached then. */
  command?: readonly string[]
  reachedAt?: string
}

export async function startNode(
  settings: NodeSettings,
  { imports = [], env = {}, command = [], reachedAt }: NodeProcess = {},
): Promise<Node> {
  const first = imports.flatMap((module) => ['--import', module.href])
  const [program, ...words] = [...command, process.execPath, ...first, script, JSON.stringify(settings)]
  const child = spawn(program!, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  return listening(child, reachedAt)
}

/** A child that prints `{"port": …}` once it serves. */
export async function listening(child: ChildProcess, host = '127.0.0.1'): Promise<Node> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line).port))
    child.once('exit', (code) => reject(new Error(`the node ended with ${code} before it served`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    url: `ws://${host}:${port}/sync`,
    usage: async () => (await fetch(`http://${host}:${port}/`)).json() as Promise<Usage>,
    seal: async (id) => {
      const answer = await fetch(`http://${host}:${port}/${id}`, { method: 'POST' })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as Awaited<ReturnType<Node['seal']>>
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** A database of the program's own, with an agreement to hang documents on. */
export interface Ground {
  db: Database
  where: NodeSettings['where']
  agreementId: string
  newText(): Promise<string>
  /** The server of the database, where it is PostgreSQL and this program's own. */
  postgres: Postgres | undefined
  close(): Promise<void>
}

export interface GroundOptions extends PostgresOptions {
  /** Where the files of SQLite are, instead of a folder of its own. */
  dataDir?: string
}

export async function openGround(engine: 'sqlite' | 'postgres', options: GroundOptions = {}): Promise<Ground> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'parley-sync-'))
  const postgres = engine === 'postgres' ? await ownPostgres(options) : undefined
  const where = { databaseUrl: postgres?.url, dataDir }
  const db = openDatabase(where)
  await migrate(db)
  const agreementId = newId()
  const now = () => new Date().toISOString()
  const agreement = {
    id: agreementId,
    slug: 'a',
    title: 'A',
    summary: '',
    signed_on: null,
    demonstration: 0,
    created_at: now(),
  }
  await db.write((trx) => trx.insertInto('agreement').values(agreement).execute())
  return {
    db,
    where,
    agreementId,
    newText: () => db.write((trx) => createDocument(trx, { agreementId, kind: 'plan', subject: newId() }, now())),
    postgres: postgres?.server,
    close: async () => {
      await db.close()
      await postgres?.server?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The one that TEST_DATABASE_URL names, else a new one. */
async function ownPostgres(options: PostgresOptions): Promise<{ url: string; server: Postgres | undefined }> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? undefined : await startPostgres(options)
  return { url: await createPostgresDatabase(given ?? server!.url, `c${newId().replaceAll('-', '')}`), server }
}

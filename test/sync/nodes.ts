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
import { createPostgresDatabase, startPostgres } from '../postgres.ts'

export const nodeOrigin = 'http://node.test'
export const cookieOf = (person: number): string => `person=${person}`
export const personOf = (cookie: string | undefined): string | undefined => cookie?.match(/^person=(\d+)$/)?.[1]

export interface NodeSettings {
  where: { databaseUrl?: string | undefined; dataDir: string }
  agreementId: string
  limits?: Partial<LiveLimits> | undefined
  acknowledgeFirst?: boolean | undefined
}

/** Limits for machines that write: a program types faster than a person may. */
export const unhurried: Partial<LiveLimits> = {
  messagesPerSecond: 1_000_000,
  bytesPerSecond: 1_000_000_000,
  workMsPerSecond: 1_000_000,
  personPeers: 1_000,
  documentPeers: 1_000,
}

export interface Node {
  url: string
  /** Where the process says what it has used. */
  usage(): Promise<{ cpuMs: number; rss: number }>
  /** Seals a document there, and says what was sealed and how long the transaction took. */
  seal(id: string): Promise<{ epoch: number; seq: number; hash: string; ms: number }>
  /** Ends it at this instant, as a power cut of the process. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const script = fileURLToPath(new URL('./node.ts', import.meta.url))

export async function startNode(settings: NodeSettings): Promise<Node> {
  return listening(
    spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
}

/** A child that prints `{"port": …}` once it serves. */
export async function listening(child: ChildProcess): Promise<Node> {
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
    url: `ws://127.0.0.1:${port}/sync`,
    usage: async () => (await fetch(`http://127.0.0.1:${port}/`)).json() as Promise<{ cpuMs: number; rss: number }>,
    seal: async (id) => {
      const answer = await fetch(`http://127.0.0.1:${port}/${id}`, { method: 'POST' })
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
  close(): Promise<void>
}

export async function openGround(engine: 'sqlite' | 'postgres'): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-sync-'))
  const postgres = engine === 'postgres' ? await ownPostgres() : undefined
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
    close: async () => {
      await db.close()
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The one that TEST_DATABASE_URL names, else a new one. */
async function ownPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startPostgres()
  return { url: await createPostgresDatabase(server.url, `c${newId().replaceAll('-', '')}`), stop: server.stop }
}

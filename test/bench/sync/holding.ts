import { type Client, connect } from './client.ts'
import { pause } from './process.ts'
import type { Kind } from './servers.ts'

/** People come to rooms and do nothing there, one after the other, as many to each room. */
export interface HoldJob {
  is: 'hold'
  kind: Kind
  url: string
  rooms: string[]
  perRoom: number
  /** People who are here already have lower numbers. */
  firstPerson: number
}

/** Servers close what they hear nothing of for a minute; editors say something every fifteen to thirty seconds. */
const signOfLifeMs = 20_000

/** Returns how many are there; they stay until this process ends. */
export async function hold({ kind, url, rooms, perRoom, firstPerson }: HoldJob): Promise<number> {
  const clients: Client[] = []
  for (const room of rooms)
    for (let i = 0; i < perRoom; i++)
      clients.push(await connect({ kind, url, room, person: firstPerson + clients.length }))
  for (const client of clients) client.listener.closed = (code) => console.error(`${kind} let somebody go: ${code}`)
  keepAlive(clients)
  return clients.length
}

async function keepAlive(clients: readonly Client[]): Promise<void> {
  for (;;) {
    await pause(signOfLifeMs)
    for (const client of clients) client.askWhoIsHere()
  }
}

import { type Client, connect } from './client.ts'
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

/** Returns how many are there; they stay until this process ends. */
export async function hold({ kind, url, rooms, perRoom, firstPerson }: HoldJob): Promise<number> {
  const clients: Client[] = []
  for (const room of rooms)
    for (let i = 0; i < perRoom; i++)
      clients.push(await connect({ kind, url, room, person: firstPerson + clients.length }))
  for (const client of clients) client.listener.closed = (code) => console.error(`${kind} let somebody go: ${code}`)
  return clients.length
}

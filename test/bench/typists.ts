import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { updateFrame } from '../../server/sync/wire.ts'
import { decodeLive, encodeLive, messageLive } from '../../shared/live-wire.ts'
import { cookieOf, nodeOrigin } from '../sync/nodes.ts'
import { paragraph } from '../sync/texts.ts'

/** What was measured while typists typed. Times in milliseconds. */
export interface Typed {
  sent: number
  delivered: number
  expected: number
  /** From the keystroke until somebody else has it, one a delivery. */
  latencies: number[]
  /** From the keystroke until the server says that it is stored, one a keystroke; empty for the floor. */
  saves: number[]
}

export interface Typist {
  type(): void
  close(): void
}

/** Every keystroke carries a mark by which its deliveries are known, whoever passes it on and merged with whatever else. */
const marks = /~([0-9a-z]+)~/g

/** People who type into rooms of so many; all in this process, while the server is in its own. */
export async function seatTypists(
  url: string,
  rooms: readonly string[],
  perRoom: number,
  typed: Typed,
): Promise<Typist[]> {
  const sentAt = new Map<string, number>()
  const seats = rooms.flatMap((room, r) =>
    Array.from({ length: perRoom }, (_, n) => ({ room, person: r * perRoom + n })),
  )
  return Promise.all(
    seats.map(async ({ room, person }) => {
      const socket = new WebSocket(`${url}/${room}`, {
        headers: { cookie: cookieOf(person), origin: nodeOrigin },
        perMessageDeflate: false,
      })
      const doc = new Y.Doc()
      const own: { at: number; number: number }[] = []
      let number = 0
      socket.on('message', (data: Buffer) => {
        const now = performance.now()
        if (data[0] === messageLive) return hearAck(data, own, now, typed)
        if (data[0] !== 0 || data[1] !== 2) return
        for (const [, mark] of data.toString('latin1').matchAll(marks)) {
          const at = sentAt.get(mark!)
          // Merged updates come back to their senders too: those are no deliveries.
          if (at === undefined || mark!.startsWith(`${person.toString(36)}x`)) continue
          typed.delivered++
          typed.latencies.push(now - at)
        }
      })
      await new Promise((resolve, reject) => {
        socket.once('open', resolve)
        socket.once('error', reject)
      })
      socket.send(encodeLive({ is: 'hello', device: crypto.randomUUID(), next: 1, epoch: 0 }))
      const line = paragraph('')
      doc.on('update', (update: Uint8Array) => {
        number++
        socket.send(updateFrame(update))
      })
      doc.getXmlFragment('preamble').insert(0, [line])
      const text = line.get(0) as Y.XmlText
      return {
        type: () => {
          const mark = `${person.toString(36)}x${number.toString(36)}`
          const at = performance.now()
          sentAt.set(mark, at)
          own.push({ at, number: number + 1 })
          typed.sent++
          typed.expected += perRoom - 1
          text.insert(text.length, `~${mark}~`)
        },
        close: () => socket.terminate(),
      }
    }),
  )
}

function hearAck(data: Buffer, own: { at: number; number: number }[], now: number, typed: Typed): void {
  const decoder = decoding.createDecoder(data)
  decoding.readVarUint(decoder)
  const said = decodeLive(decoder)
  if (said?.is !== 'ack') return
  while (own[0] && own[0].number <= said.clientSeq) typed.saves.push(now - own.shift()!.at)
}

/** Types so many keystrokes a second, spread over everybody, for so long, and waits until all arrived or a while is over. */
export async function typeFor(
  typists: readonly Typist[],
  perSecond: number,
  seconds: number,
  typed: Typed,
): Promise<void> {
  const began = performance.now()
  const total = Math.floor(perSecond * seconds)
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond))
    while (n < due) typists[n++ % typists.length]!.type()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const patience = performance.now() + 2_000
  while (typed.delivered < typed.expected && performance.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to one or several places on this machine, which can be cut without either end being told. */
export interface Way {
  port: number
  /** From here on nothing passes, and nobody hears of it: as when a cable is pulled. */
  stall(): void
  /** What was held back passes now. */
  resume(): void
  /** Breaks every connection. */
  cut(): void
  close(): Promise<void>
}

/** Connections go to the ports in turn; a port where nobody listens is passed over. */
export async function openWay(ports: readonly number[], port = 0): Promise<Way> {
  const sockets = new Set<Socket>()
  let stalled = false
  let turn = 0
  const server = createServer((from) => {
    hold(from)
    join(from, ports.length)
  })
  const hold = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    if (stalled) socket.pause()
  }
  const join = (from: Socket, tries: number) => {
    if (tries === 0) return void from.destroy()
    const to = connect(ports[turn++ % ports.length]!, '127.0.0.1')
    to.once('error', () => join(from, tries - 1))
    to.once('connect', () => {
      to.removeAllListeners('error')
      hold(to)
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        one.on('data', (data) => other.write(data))
        one.on('close', () => other.destroy())
      }
      if (stalled) for (const socket of [from, to]) socket.pause()
    })
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stall: () => {
      stalled = true
      for (const socket of sockets) socket.pause()
    },
    resume: () => {
      stalled = false
      for (const socket of sockets) socket.resume()
    },
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** The least that any server of live texts must do: every message of a room goes to everyone else in it. No gate, no log. */
const rooms = new Map<string, Set<WebSocket>>()
const server = createServer((_request, response) => {
  const { user, system } = process.cpuUsage()
  response.end(JSON.stringify({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() }))
})
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  const room = rooms.get(request.url!) ?? new Set()
  rooms.set(request.url!, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`),
)
process.on('SIGTERM', () => process.exit(0))

import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Ears, longestLine, type Signals } from './signals.ts'

/** Often enough to notice in time that the database is gone; so long may it be silent. */
const beatMs = 1_000
const silenceMs = 3_000
const connectMs = 2_000
const longestPauseMs = 1_000
/** What waits while the database is slow; more is dropped, and found in the tables. */
const mostWaiting = 20_000
const channel = 'parley'

export interface PostgresSignals extends Signals {
  close(): Promise<void>
}

/**
 * NOTIFY and LISTEN on one connection of their own, made when somebody first listens and made again when it breaks. The
 * process hears its own beat come back through the database: a silence means that the way there or the database is gone,
 * even where the network says nothing. `onSilence` then cuts the other connections, which would hang as this one did.
 */
export function postgresSignals(url: string, onSilence: () => void): PostgresSignals {
  const ears = new Set<Ears>()
  const tell = {
    line: (line: string) => ears.forEach((ear) => void ear.line(line)),
    lost: () => ears.forEach((ear) => void ear.lost()),
    found: () => ears.forEach((ear) => void ear.found()),
  }
  const stopping = new AbortController()
  let link: Link | undefined
  let running: Promise<void> | undefined

  const run = async () => {
    let isLost = false
    for (let wait = 25; !stopping.signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        link = await openLink(url, tell.line)
        wait = 25
        isLost = false
        tell.found()
        if ((await link.ended) === 'silent') {
          onSilence()
          isLost = true
          tell.lost()
        }
      } catch {
        if (!isLost) tell.lost()
        isLost = true
      }
      link = undefined
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  return {
    send: (lines) => link?.send(lines),
    hear: (ear) => {
      ears.add(ear)
      if (link) ear.found()
      running ??= run()
      return () => ears.delete(ear)
    },
    close: async () => {
      stopping.abort()
      link?.end()
      await running
    },
  }
}

interface Link {
  send(lines: readonly string[]): void
  end(): void
  ended: Promise<'silent' | 'closed'>
}

async function openLink(url: string, hear: (line: string) => void): Promise<Link> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectMs, keepAlive: true })
  const over = Promise.withResolvers<'silent' | 'closed'>()
  const end = (why: 'silent' | 'closed') => {
    clearInterval(beats)
    over.resolve(why)
    client.connection.stream.destroy()
  }
  let heardAt = performance.now()
  const isSilent = () => performance.now() - heardAt > silenceMs
  let waiting: string[] = []
  let isBusy = false
  const push = async (payloads: string[]) => {
    isBusy = true
    try {
      await client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [channel, payloads])
    } catch {
      end('closed')
    }
    isBusy = false
    if (waiting.length > 0) void push(packed(waiting.splice(0)))
  }
  const beats = setInterval(() => {
    if (!isBusy) void push([''])
    // What has arrived is read first: a process that was busy itself has not looked.
    if (isSilent()) setImmediate(() => setImmediate(() => isSilent() && end('silent')))
  }, beatMs)
  client.on('error', () => end('closed'))
  client.on('end', () => end('closed'))
  client.on('notification', ({ processId, payload = '' }) => {
    heardAt = performance.now()
    const isOwn = processId === (client as unknown as { processID: number }).processID
    if (!isOwn && payload !== '') for (const line of payload.split('\n')) hear(line)
  })
  try {
    await client.connect()
    await Promise.race([
      client.query(`listen ${channel}`),
      over.promise.then(() => Promise.reject(new Error('silent'))),
    ])
  } catch (error) {
    end('closed')
    throw error
  }
  return {
    send: (lines) => {
      waiting.push(...lines)
      if (waiting.length > mostWaiting) waiting = waiting.slice(-mostWaiting)
      if (!isBusy && waiting.length > 0) void push(packed(waiting.splice(0)))
    },
    end: () => end('closed'),
    ended: over.promise,
  }
}

/** As few payloads as hold the lines: PostgreSQL takes none of 8,000 bytes or more. */
function packed(lines: readonly string[]): string[] {
  const payloads: string[] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const more = Buffer.byteLength(line) + 1
    if (bytes + more > longestLine + 1) {
      payloads.push(line)
      bytes = more
    } else {
      payloads[payloads.length - 1] += `\n${line}`
      bytes += more
    }
  }
  return payloads
}

import pg from 'pg'

/**
 * What a session tells the server about itself: one whose process has vanished without a word gives its locks back after
 * seconds, not after the two hours of a bare TCP connection.
 */
const sessionSettings = {
  idle_in_transaction_session_timeout: 15_000,
  tcp_keepalives_idle: 3,
  tcp_keepalives_interval: 1,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 6_000,
}

export interface Pool {
  pool: pg.Pool
  /** Breaks every connection: who waits on one hears an error now, and the next query opens a new one. */
  cut(): void
}

export function openPool(url: string): Pool {
  const options = Object.entries(sessionSettings).map(([name, value]) => `-c ${name}=${value}`)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    options: options.join(' '),
  })
  const clients = new Set<pg.PoolClient>()
  pool.on('error', () => {}) // an idle connection was cut; the pool replaces it
  pool.on('connect', (client) => {
    clients.add(client)
    client.on('error', () => {}) // one in use was cut; the query under way reports it
  })
  pool.on('remove', (client) => clients.delete(client))
  return {
    pool,
    cut: () => {
      for (const client of clients) (client as pg.Client).connection.stream.destroy()
    },
  }
}

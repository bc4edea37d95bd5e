import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnvironment, WrongEnvironment } from '../../server/environment.ts'
import { type Running, startServer } from '../../server/serve.ts'
import { standardLimits } from '../../server/sync/limits.ts'
import { forumIn, period, planWith } from '../plan.ts'
import { joinRaw } from '../sync/hall.ts'
import { write } from '../sync/texts.ts'
import { onBothEngines } from '../world.ts'

const publicUrl = 'http://localhost:3000'
const token = 'sixteen-characters-or-more'

/** Reads Prometheus' text format strictly: every line is a comment of a known kind or a sample of a described figure. */
function readMetrics(text: string): Map<string, number> {
  const types = new Map<string, string>()
  const samples = new Map<string, number>()
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const type = line.match(/^# TYPE (\w+) (gauge|counter|histogram|summary)$/)
    if (type) types.set(type[1]!, type[2]!)
    else if (!/^# HELP \w+ \S/.test(line)) {
      const [, name, labels = '', value] = line.match(
        /^([a-z0-9_]+)(\{[a-zA-Z_]+="[^"]*"(?:,[a-zA-Z_]+="[^"]*")*\})? (\S+)$/,
      )!
      const family = types.get(name!) ? name! : name!.replace(/_(bucket|sum|count)$/, '')
      expect(types.has(family), line).toBe(true)
      samples.set(`${name}${labels}`, Number(value))
    }
  }
  return samples
}

onBothEngines('The metrics', (world) => {
  let running: Running
  let documentId: string
  beforeAll(async () => {
    documentId = (await planWith(world(), await forumIn(world(), 'deliberation'), { ...period, measures: [] }))
      .documentId
    const environment = { ...world().where, port: 0, host: '127.0.0.1', publicUrl, trustedProxies: 0 }
    running = await startServer(
      { ...environment, logLevel: 'silent', metrics: { port: 0, host: '127.0.0.1', token } },
      pino({ level: 'silent' }),
    )
  })
  afterAll(() => running.close())
  const scrape = (path = '/metrics', headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
    fetch(`http://127.0.0.1:${running.metricsPort}${path}`, { headers })
  const figures = async () => readMetrics(await (await scrape()).text())

  test('are read with the token on their own port, and nowhere else', async () => {
    expect((await scrape('/metrics', {})).status).toBe(401)
    expect((await scrape('/metrics', { authorization: `Bearer ${token}x` })).status).toBe(401)
    expect((await scrape('/metrics', { cookie: world().cookie('ada') })).status).toBe(401)
    expect((await scrape('/healthz')).status).toBe(404)
    const answer = await scrape()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    for (const cookie of [world().cookie('ada'), world().cookie('sok'), ''])
      expect((await fetch(`http://127.0.0.1:${running.port}/metrics`, { headers: { cookie } })).status).toBe(404)
  })

  test('say what the live texts did and hold, of nobody and of no document', async () => {
    const join = (person: 'chan' | 'dara') =>
      joinRaw({ url: `ws://127.0.0.1:${running.port}/sync` }, documentId, world().cookie(person), {
        from: publicUrl,
        device: `device-of-${person}`,
      })
    const before = await figures()
    expect(before.get('live_rooms')).toBe(0)
    const chan = await join('chan')
    const dara = await join('dara')
    await dara.hear('state')
    for (let i = 1; i <= 5; i++) {
      write(chan.doc, `${i}`)
      await chan.hear('ack', (ack) => ack.seq >= i)
    }
    chan.doc.getMap('elsewhere').set('a', 1)
    await chan.hear('refused')
    const during = await figures()
    expect(during.get('live_rooms')).toBe(1)
    expect(during.get('live_peers')).toBe(2)
    expect(during.get('live_updates_stored_total')).toBe(5)
    expect(during.get('live_updates_refused_total{why="root"}')).toBe(1)
    expect(during.get('live_commit_updates_sum')).toBe(5)
    expect(during.get('live_commit_seconds_count')).toBeGreaterThan(0)
    expect(during.get('live_commit_seconds_bucket{le="+Inf"}')).toBe(during.get('live_commit_seconds_count'))
    expect(during.get('live_updates_in_total')).toBeGreaterThanOrEqual(6)
    expect(during.get('live_bytes_out_total')).toBeGreaterThan(0)
    expect(during.get('live_log_tail_updates_max')).toBe(5)
    expect(during.has('nodejs_eventloop_lag_seconds')).toBe(true)
    expect(during.has('process_resident_memory_bytes')).toBe(true)

    for (let i = 0; i < 3; i++) dara.send(Uint8Array.of(0, 2, 200))
    await dara.closed
    await expect.poll(async () => (await figures()).get('live_peers')).toBe(1)
    const text = await (await scrape()).text()
    expect(readMetrics(text).get('live_closes_total{code="4400"}')).toBe(1)
    for (const named of [documentId, world().agreementId, world().person.chan, 'Chan', 'device-of', 'textile'])
      expect(text).not.toContain(named)
    chan.socket.close()
  })
})

describe('The environment', () => {
  const wrong = (variables: Record<string, string>): string => {
    try {
      readEnvironment(variables)
    } catch (error) {
      if (error instanceof WrongEnvironment) return error.message
      throw error
    }
    return 'nothing was wrong'
  }

  test('sets bounds of the live text, and names in a sentence the one that is wrong', () => {
    expect(readEnvironment({}).liveLimits).toEqual(standardLimits)
    expect(readEnvironment({ LIVE_LIMITS: '{"documentPeers":800}' }).liveLimits).toEqual({
      ...standardLimits,
      documentPeers: 800,
    })
    expect(wrong({ LIVE_LIMITS: 'many' })).toMatch(/^LIVE_LIMITS must be a JSON object/)
    expect(wrong({ LIVE_LIMITS: '[]' })).toMatch(/^LIVE_LIMITS must be a JSON object/)
    expect(wrong({ LIVE_LIMITS: '{"peers":3}' })).toContain('peers is no bound')
    expect(wrong({ LIVE_LIMITS: '{"frameBytes":0}' })).toContain('frameBytes is a whole number from 1')
    expect(wrong({ LIVE_LIMITS: '{"frameBytes":1.5}' })).toContain('frameBytes is a whole number from 1')
    expect(wrong({ LIVE_LIMITS: '{"recheckMs":60000}' })).toContain('recheckMs is at most 4500')
    expect(wrong({ LIVE_LIMITS: '{"updateBytes":2000000}' })).toContain('updateBytes is at most frameBytes')
  })

  test('serves no metrics unless it names a port, and past this machine only with a token', () => {
    expect(readEnvironment({}).metrics).toBeUndefined()
    expect(readEnvironment({ METRICS_PORT: '9464' }).metrics).toEqual({
      host: '127.0.0.1',
      port: 9464,
      token: undefined,
    })
    expect(wrong({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' })).toMatch(/^METRICS_TOKEN must be set/)
    expect(wrong({ METRICS_PORT: '3000' })).toMatch(/not PORT/)
    const open = readEnvironment({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0', METRICS_TOKEN: token })
    expect(open.metrics).toEqual({ host: '0.0.0.0', port: 9464, token })
  })

  test('repeats no secret, not even a wrong one', () => {
    expect(wrong({ METRICS_PORT: '9464', METRICS_TOKEN: 'short' })).toMatch(/^METRICS_TOKEN must be [^;]*$/)
    expect(wrong({ DATABASE_URL: 'mysql://user:hunter2@db/parley' })).not.toContain('hunter2')
  })
})

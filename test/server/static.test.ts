import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Env } from '../../server/http/env.ts'
import { type Built, readBuilt, serveBuilt } from '../../server/http/static.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-static-'))
const script = 'console.log("Parley")\n'.repeat(200)
const app = new Hono<Env>()
let built: Built

beforeAll(() => {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  mkdirSync(join(folder, 'dist/.vite'))
  writeFileSync(join(folder, 'secret.txt'), 'not yours')
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Parley</title>')
  writeFileSync(join(folder, 'dist/icon.svg'), '<svg/>')
  writeFileSync(join(folder, 'dist/assets/index-A1.js'), script)
  writeFileSync(join(folder, 'dist/assets/index-B2.css'), 'a{}')
  const manifest = {
    'index.html': { file: 'assets/index-A1.js', isEntry: true, css: ['assets/index-B2.css'] },
    'plan.ts': { file: 'assets/plan-C3.js', css: ['assets/plan-D4.css'] },
  }
  writeFileSync(join(folder, 'dist/.vite/manifest.json'), JSON.stringify(manifest))
  built = readBuilt(join(folder, 'dist'))
  app.get('/api/duties', (c) => c.json([]))
  app.use(serveBuilt(built))
})
afterAll(() => rmSync(folder, { recursive: true }))

const asBrowser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { headers, method })

test('a built file is kept for a year, and its content is what was built', async () => {
  const answer = await ask('/assets/index-A1.js')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await answer.text()).toBe(script)
})

test('every address of the client gets its page, which is asked for again each time', async () => {
  for (const path of ['/', '/a/textile/fora/2010%2F2/plan', '/index.html']) {
    const answer = await ask(path, asBrowser)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('<title>Parley</title>')
  }
})

test('what is not the client’s is not answered with its page', async () => {
  const others = [
    '/api/nothing',
    '/sync/x',
    '/public/x',
    '/assets/gone.js',
    '/.well-known/x',
    '/robots.txt',
    '/healthz',
  ]
  for (const path of others) expect((await ask(path, asBrowser)).status, path).toBe(404)
  expect((await ask('/a/textile')).status, 'a program that asks for no page').toBe(404)
  expect((await ask('/a/textile', asBrowser, 'POST')).status, 'a change').toBe(404)
  expect((await ask('/api/duties', asBrowser)).headers.get('content-type')).toBe('application/json')
})

test('a browser that has the file is told so in three digits', async () => {
  const etag = (await ask('/icon.svg')).headers.get('etag')!
  const again = await ask('/icon.svg', { 'If-None-Match': `W/"other", ${etag}` })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await ask('/icon.svg', { 'If-None-Match': '"other"' })).status).toBe(200)
})

test('text travels packed where the browser takes it', async () => {
  const packed = async (accepts: string) => {
    const answer = await ask('/assets/index-A1.js', { 'Accept-Encoding': accepts })
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    return [answer.headers.get('content-encoding'), Buffer.from(await answer.arrayBuffer())] as const
  }
  const [br, brotli] = await packed('gzip, deflate, br')
  const [gz, gzip] = await packed('gzip;q=1.0, br;q=0')
  const [none, plain] = await packed('identity')
  expect([br, gz, none]).toEqual(['br', 'gzip', null])
  expect([brotliDecompressSync(brotli), gunzipSync(gzip), plain].map(String)).toEqual([script, script, script])
  expect(brotli.length).toBeLessThan(plain.length / 10)
})

test('only the styles of the first page are every page’s', () => {
  expect(built.styles).toEqual(['/assets/index-B2.css'])
})

test('nothing outside the folder can be named, nor what the build keeps for itself', async () => {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  /** As a program writes it on the wire: nothing is tidied on the way. */
  const raw = (path: string) =>
    new Promise<string>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path }, (answer) => {
        let text = ''
        answer.on('data', (part) => {
          text += part
        })
        answer.on('end', () => resolve(`${answer.statusCode} ${text}`))
      })
        .on('error', reject)
        .end()
    })
  const paths = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
  ]
  for (const path of [...paths, '/assets/%00', '//etc/passwd', '/.vite/manifest.json', '/assets/'])
    expect(await raw(path), path).toMatch(/^404 /)
  expect(await raw('/icon.svg')).toBe('200 <svg/>')
  await new Promise((resolve) => server.close(resolve))
})

import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/

type Encoding = 'br' | 'gzip'
const encoders: Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>> = {
  br: async (bytes) =>
    new Uint8Array(await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
  gzip: async (bytes) => new Uint8Array(await promisify(gzip)(bytes, { level: 9 })),
}

interface File {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  etag: string
  /** Named by its content, so that it never changes. */
  immutable: boolean
  packed: Partial<Record<Encoding, Promise<Uint8Array<ArrayBuffer>>>>
}

/** What `npm run build` made, read once: nothing that is not in here can be asked for, whatever the path says. */
export interface Built {
  files: ReadonlyMap<string, File>
  /** The addresses of the built styles, which the public pages link too. */
  styles: readonly string[]
}

export function readBuilt(folder: string): Built {
  const files = new Map<string, File>()
  for (const entry of globSync('**/*.*', { cwd: folder })) {
    const path = entry.replaceAll('\\', '/')
    const bytes = new Uint8Array(readFileSync(join(folder, entry)))
    files.set(`/${path}`, {
      bytes,
      type: types[extname(path)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('assets/'),
      packed: {},
    })
  }
  return { files, styles: stylesOf(join(folder, '.vite/manifest.json')) }
}

interface Chunk {
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

function stylesOf(manifest: string): string[] {
  if (!existsSync(manifest)) return []
  const chunks: Record<string, Chunk> = JSON.parse(readFileSync(manifest, 'utf8'))
  const entries = Object.values(chunks).filter((chunk) => chunk.isEntry)
  const shell = new Set([
    ...entries,
    ...entries.flatMap((entry) => entry.imports?.flatMap((name) => chunks[name] ?? []) ?? []),
  ])
  return [...shell].flatMap((chunk) => chunk.css ?? []).map((path) => `/${path}`)
}

/** Addresses that are never the client's: a mistyped one is told so, and not answered with a page. */
const notClient = /^\/(api|sync|public|assets|\.well-known)(\/|$)|^\/(healthz|readyz|robots\.txt|sitemap\.xml)$/

/** Serves the built client: its files as they are, and its page for every address of its own. Comes after the routes. */
export function serveBuilt(built: Built): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const file = built.files.get(c.req.path)
    if (file && c.req.path !== '/index.html') return answer(c, file)
    const forPeople = c.req.header('Accept')?.includes('text/html') && !notClient.test(c.req.path)
    if (!forPeople) return next()
    const page = built.files.get('/index.html')
    return page ? answer(c, page) : c.text('The client is not built yet: npm run build', 503)
  }
}

async function answer(c: Context, file: File): Promise<Response> {
  c.header('ETag', file.etag)
  c.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  const packs = compressible.test(file.type)
  if (packs) c.header('Vary', 'Accept-Encoding')
  if (c.req.header('If-None-Match')?.includes(file.etag)) return c.body(null, 304)
  c.header('Content-Type', file.type)
  const encoding = packs ? encodingFor(c.req.header('Accept-Encoding')) : undefined
  if (!encoding) return c.body(file.bytes)
  c.header('Content-Encoding', encoding)
  file.packed[encoding] ??= encoders[encoding](file.bytes)
  return c.body(await file.packed[encoding])
}

const encodingFor = (accepted = ''): Encoding | undefined => {
  const names = accepted.split(',').map((one) => one.trim())
  const takes = (name: Encoding) =>
    names.some((one) => one === name || (one.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(one)))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}

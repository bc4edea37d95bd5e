import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { createApp } from '../server/app.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDatabase } from '../server/db/open.ts'
import { seedDemo } from '../server/demo/seed.ts'
import { readBuilt } from '../server/http/static.ts'

/** What the public record of the demonstration asks of a browser, page by page, in bytes as `gzip -9` makes them. */
export interface PublicWeight {
  pages: number
  /** The pages that have anything in them that runs. */
  running: string[]
  /** The heaviest page, without its style. */
  heaviest: number
  style: number
}

export async function publicWeight(): Promise<PublicWeight> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-weight-'))
  const db = openDatabase({ dataDir: folder })
  try {
    await migrate(db)
    const now = new Date().toISOString()
    await seedDemo(db, now)
    const built = readBuilt(fileURLToPath(new URL('../dist', import.meta.url)))
    const log = pino({ level: 'silent' })
    const app = createApp({ db, clock: () => now, log, publicUrl: 'http://localhost', trustedProxies: 0, built })
    const pages = await crawl(async (path) => (await app.request(path)).text())
    return {
      pages: pages.size,
      running: [...pages].filter(([, text]) => /<script|javascript:|\son[a-z]+=/i.test(text)).map(([path]) => path),
      heaviest: Math.max(...[...pages.values()].map((text) => gzipSync(text, { level: 9 }).length)),
      style: built.styles.reduce((sum, path) => sum + gzipSync(built.files.get(path)!.bytes, { level: 9 }).length, 0),
    }
  } finally {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every page that links lead to from the door of the record. */
async function crawl(read: (path: string) => Promise<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const ahead = ['/public']
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (found.has(path)) continue
    const text = await read(path)
    found.set(path, text)
    for (const [, link] of text.matchAll(/href="(\/public[^".?#]*)["#]/g)) ahead.push(link!)
  }
  return found
}

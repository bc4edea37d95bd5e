import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
}

const dist = new URL('../dist/', import.meta.url)
/** Sentences that every page needs, in one language. */
const shellTexts = ['shell', 'ui'].map((room) => `../shared/text/en/${room}.ts`)

/**
 * What a browser must load before any page: the entry, all that it imports statically, and the shell's sentences in one
 * language. In bytes, each file as `gzip -9` makes it. Reads the build in `dist`.
 */
export function shellSize(): number {
  let size = 0
  for (const file of shellFiles()) size += gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
  return size
}

/** The files of the shell, by their names in `dist`. */
export function shellFiles(): Set<string> {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(add)
  }
  for (const name of ['index.html', ...shellTexts]) add(name)
  return files
}

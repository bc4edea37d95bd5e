import { IntlMessageFormat } from 'intl-messageformat'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { hasSyntax } from './shared/text/message.ts'

/**
 * Sentences that name something are parsed here, when the client is built, so that no browser has to carry the parser
 * (9 kB): the formatter takes the parsed form as well, and its no-parser build is put in the parser's place.
 */
const parsedTexts = (): Plugin => ({
  name: 'parsed-texts',
  config: () => ({
    resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
  }),
  transform: {
    filter: { id: /\/shared\/text\/\w\w\/\w+\.ts$/ },
    async handler(code) {
      const module = await import(`data:text/javascript,${encodeURIComponent(code)}`)
      const parsed = Object.entries(module).map(([room, texts]) => {
        const entries = Object.entries(texts as Record<string, string>)
        const sources = entries.map(([key, text]) => [
          key,
          hasSyntax(text) ? new IntlMessageFormat(text, 'en').getAst() : text,
        ])
        return `export const ${room} = ${JSON.stringify(Object.fromEntries(sources))}`
      })
      return { code: parsed.join('\n'), map: null }
    },
  },
})

/**
 * One file for all that the entry imports statically: modules that pages share too would else be split off by the dozen,
 * and each small file compresses badly.
 */
interface Graph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null
}
const isInShell = (graph: Graph, id: string, seen = new Set<string>()): boolean => {
  if (seen.has(id)) return false
  seen.add(id)
  const module = graph.getModuleInfo(id)
  return module !== null && (module.isEntry || module.importers.some((by) => isInShell(graph, by, seen)))
}
const shellChunk = {
  name: (id: string, graph: Graph) =>
    !graph.getModuleInfo(id)?.isEntry && !id.endsWith('/client/main.tsx') && isInShell(graph, id) ? 'shell' : null,
}

export default defineConfig({
  root: 'client',
  plugins: [solid(), parsedTexts()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [shellChunk] } } },
  },
  // In parts: who chooses a text never loads what opens workbooks.
  worker: { format: 'es' },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000', '/sync': { target: 'ws://127.0.0.1:3000', ws: true } },
  },
})

import { parseArgs } from 'node:util'
import { type Program, report } from '../report.ts'

/**
 * `npm run crash -- <name> [--quick] [--json] [--engine sqlite|postgres]`: breaks the server on purpose and counts what
 * was lost. Each program runs a control too, which must lose something, so that a pass means that it could have failed.
 */
const programs: Record<string, () => Promise<Program>> = {
  kill: async () => (await import('./kill.ts')).run,
  seal: async () => (await import('./seal.ts')).run,
  gate: async () => (await import('./gate.ts')).run,
  full: async () => (await import('./full.ts')).run,
  converge: async () => (await import('./converge.ts')).run,
  nodes: async () => (await import('./nodes.ts')).run,
  editor: async () => (await import('./editor.ts')).run,
  imports: async () => (await import('./imports.ts')).run,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    engine: { type: 'string' },
    seed: { type: 'string' },
  },
})
await report('crash', programs, positionals, values)

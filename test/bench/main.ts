import { parseArgs } from 'node:util'
import { type Program, report } from '../report.ts'

/** `npm run bench -- <name> [--quick] [--json] [--engine sqlite|postgres]`: measures, with a floor in the same run; `--help` says the rest. */
const programs: Record<string, () => Promise<Program>> = {
  comparison: async () => (await import('./comparison.ts')).run,
  records: async () => (await import('./records.ts')).run,
  sync: async () => (await import('./sync.ts')).run,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    engine: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    servers: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const name = values.help ? [] : positionals
await report('bench', programs, name, values, name.length > 0 ? [] : (await import('./sync.ts')).syncHelp)

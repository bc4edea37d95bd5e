import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The log: one JSON object a line, about what happened and never about what was written. An error's own words may quote
 * what it choked on (a text, a value of a row, an address), so of most errors only the kind, the codes and the place in
 * our code are logged.
 */
export const openLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: described } }, destination ?? pino.destination(1))

interface Described {
  type: string
  message?: string
  code?: string | number
  [detail: string]: unknown
  at?: string[]
  cause?: Described
}

/** What the engines and the system add to their errors that names things of ours and no content. */
const harmless = ['code', 'errno', 'syscall', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const

/** Errors whose words are ours, or speak of the system alone. */
const speaksOfNoContent = (error: Error): boolean =>
  error.constructor === Error ? !('severity' in error) : error.name === 'SqliteError'

function described(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error }
  const said: Described = { type: error.constructor.name }
  if (speaksOfNoContent(error)) said.message = error.message
  for (const key of harmless) {
    const value = (error as unknown as Record<string, unknown>)[key]
    if (typeof value === 'string' || typeof value === 'number') said[key] = value
  }
  said.at = placesOf(error)
  if (error.cause !== undefined && depth < 4) said.cause = described(error.cause, depth + 1)
  return said
}

/** The lines of the stack that name places; those before them repeat the error's words. */
const placesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().slice(3))

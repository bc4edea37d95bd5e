import * as z from 'zod/mini'
import type { MetricsDoor } from './metrics.ts'
import { type LiveLimits, liveLimits, standardLimits } from './sync/limits.ts'

const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535))

const schema = z.object({
  PORT: z._default(port, 3000),
  HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  DATA_DIR: z._default(z.string().check(z.minLength(1)), 'data'),
  DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
  PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** How many proxies stand in front; the address for rate limits is taken that many hops from the right. */
  TRUSTED_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(8)), 0),
  /** Whom to tell of a hole in this installation: stands in /.well-known/security.txt. */
  CONTACT: z.optional(z.string().check(z.regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/))),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
  /** Bounds of the live text that differ from the standard ones. */
  LIVE_LIMITS: z._default(z.pipe(z.transform(readJson), liveLimits), standardLimits),
  /** What seals the disclosures that are not open; in no database and no backup of one. */
  PARLEY_SEAL_KEY: z.optional(z.string().check(z.regex(/^[\da-f]{64}$/i))),
  METRICS_PORT: z.optional(port),
  METRICS_HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  METRICS_TOKEN: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{16,}$/))),
})

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

export interface Environment {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string
  trustedProxies: number
  contact?: string | undefined
  logLevel: string
  liveLimits?: LiveLimits | undefined
  /** Absent: a file beside the data holds it. */
  sealKey?: string | undefined
  /** Absent: no metrics are served. */
  metrics?: MetricsDoor | undefined
}

const meanings: Record<string, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'the address to listen on, for example 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'the folder that holds the SQLite file',
  DATABASE_URL: 'a PostgreSQL address, postgres://user:password@host:port/database',
  PUBLIC_URL: 'the address under which people reach this installation, for example https://parley.example.org',
  TRUSTED_PROXIES: 'how many proxies stand in front, from 0 to 8',
  CONTACT: 'whom to tell of a security hole, mailto:security@example.org or an https address',
  LOG_LEVEL: 'one of trace, debug, info, warn, error, silent',
  LIVE_LIMITS: 'a JSON object of bounds of the live text, for example {"documentPeers":800}; see server/sync/README.md',
  PARLEY_SEAL_KEY: 'the key that seals what is not open, 64 hexadecimal digits; the same on every node',
  METRICS_PORT: 'the port on which GET /metrics answers, from 0 to 65535, and not PORT',
  METRICS_HOST: 'the address to serve metrics on; past this machine only with METRICS_TOKEN',
  METRICS_TOKEN: 'what a reader of metrics brings as Authorization: Bearer, 16 or more visible characters',
}

const defaults: Record<string, string> = {
  PORT: '3000',
  HOST: '127.0.0.1',
  DATA_DIR: 'data',
  DATABASE_URL: 'absent: SQLite in DATA_DIR',
  PUBLIC_URL: 'http://localhost:PORT',
  TRUSTED_PROXIES: '0',
  CONTACT: 'absent: no /.well-known/security.txt',
  LOG_LEVEL: 'info',
  LIVE_LIMITS: 'absent: the standard bounds',
  PARLEY_SEAL_KEY: 'absent: seal.key in DATA_DIR, made at the first start',
  METRICS_PORT: 'absent: no metrics are served',
  METRICS_HOST: '127.0.0.1',
  METRICS_TOKEN: 'absent: whoever reaches METRICS_HOST may read',
}

/** Never repeated, not even to say that it is wrong. */
const secrets = new Set(['DATABASE_URL', 'METRICS_TOKEN', 'PARLEY_SEAL_KEY'])

/** Reads the environment, or throws a sentence for each variable that is wrong. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const result = z.safeParse(schema, given)
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
    throw new WrongEnvironment(names.map((name) => wrong(name, given[name]!, result.error.issues)).join('\n'))
  }
  const found = result.data
  return {
    port: found.PORT,
    host: found.HOST,
    dataDir: found.DATA_DIR,
    databaseUrl: found.DATABASE_URL,
    publicUrl: found.PUBLIC_URL ?? `http://localhost:${found.PORT}`,
    trustedProxies: found.TRUSTED_PROXIES,
    contact: found.CONTACT,
    logLevel: found.LOG_LEVEL,
    liveLimits: found.LIVE_LIMITS,
    sealKey: found.PARLEY_SEAL_KEY,
    metrics: metricsOf(found),
  }
}

function metricsOf(found: z.infer<typeof schema>): MetricsDoor | undefined {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = found
  if (port === undefined) return undefined
  if (port === found.PORT && port !== 0) throw new WrongEnvironment(`METRICS_PORT must be ${meanings.METRICS_PORT}.`)
  if (!token && !/^(127\.|::1$|localhost$)/.test(host))
    throw new WrongEnvironment(`METRICS_TOKEN must be set where METRICS_HOST is "${host}": other machines reach it.`)
  return { host, port, token }
}

/** The sentence about a wrong variable; of an object, it names what in it is wrong. */
function wrong(name: string, value: string, issues: readonly z.core.$ZodIssue[]): string {
  const what = secrets.has(name) ? '' : `; it is "${value}"`
  const parts = issues.filter((issue) => issue.path[0] === name).flatMap(wrongPart)
  return `${name} must be ${meanings[name]}${what}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

function wrongPart(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${key} is no bound`)
  if (issue.path.length < 2) return []
  const key = String(issue.path[1])
  if (issue.code === 'too_big') return [`${key} is at most ${issue.maximum}`]
  return [issue.code === 'custom' ? `${key} is ${issue.message}` : `${key} is a whole number from 1`]
}

/** One line a variable, with its meaning and default, for `--help`. */
export const describeEnvironment = (): string =>
  Object.entries(meanings)
    .map(([name, meaning]) => `  ${name.padEnd(16)} ${meaning}${defaults[name] ? ` (default ${defaults[name]})` : ''}`)
    .join('\n')

/** Not a defect: whoever starts the server reads the sentence and mends the variable. */
export class WrongEnvironment extends Error {}

import * as z from 'zod/mini'

const schema = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535)), 3000),
  HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  DATA_DIR: z._default(z.string().check(z.minLength(1)), 'data'),
  DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
  PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  /** How many proxies stand in front; the address for rate limits is taken that many hops from the right. */
  TRUSTED_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(8)), 0),
  /** Whom to tell of a hole in this installation: stands in /.well-known/security.txt. */
  CONTACT: z.optional(z.string().check(z.regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/))),
  LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
})

export interface Environment {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  publicUrl: string
  trustedProxies: number
  contact?: string | undefined
  logLevel: string
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
}

/** Reads the environment, or throws a sentence for each variable that is wrong. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const result = z.safeParse(schema, given)
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
    throw new WrongEnvironment(
      names.map((name) => `${name} must be ${meanings[name]}; it is "${given[name]}".`).join('\n'),
    )
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
  }
}

/** One line a variable, with its meaning and default, for `--help`. */
export const describeEnvironment = (): string =>
  Object.entries(meanings)
    .map(([name, meaning]) => `  ${name.padEnd(16)} ${meaning}${defaults[name] ? ` (default ${defaults[name]})` : ''}`)
    .join('\n')

/** Not a defect: whoever starts the server reads the sentence and mends the variable. */
export class WrongEnvironment extends Error {}

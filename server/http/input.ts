import type { MiddlewareHandler } from 'hono'
import { validator } from 'hono/validator'
import * as z from 'zod/mini'
import { Refused } from '../../shared/refusals.ts'

/** Parses a JSON body by the schema that the form used too. What does not fit is refused field by field. */
export const body = <Schema extends z.ZodMiniType>(schema: Schema) =>
  validator('json', (value): z.output<Schema> => parse(schema, value))

export const query = <Schema extends z.ZodMiniType>(schema: Schema) =>
  validator('query', (value): z.output<Schema> => parse(schema, value))

/** Parses or throws `invalid_input` with one issue a field: `{path, code}`. */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const at = unwritableIn(value)
  if (at) throw new Refused('invalid_input', { issues: [{ path: at.path.join('.'), code: 'invalid_format' }] })
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: issue.message,
  }))
  throw new Refused('invalid_input', { issues })
}

/** Text that cannot be kept as it is: NUL has no place in PostgreSQL, half a surrogate none in UTF-8. */
const unwritable = (text: string): boolean => text.includes('\0') || !text.isWellFormed()

/** Where such text stands in a body. The way to it is written down only when it is found: bodies may be long. */
function unwritableIn(value: unknown): { path: string[] } | undefined {
  if (typeof value === 'string') return unwritable(value) ? { path: [] } : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const found = unwritableIn(value[i])
      if (found) return { path: [String(i), ...found.path] }
    }
    return undefined
  }
  for (const key of Object.keys(value)) {
    if (unwritable(key)) return { path: [] }
    const found = unwritableIn((value as Record<string, unknown>)[key])
    if (found) return { path: [key, ...found.path] }
  }
  return undefined
}

/** No address holds such text: nothing is there. */
export const writableAddress: MiddlewareHandler = async (c, next) => {
  if (/%00|\0/.test(c.req.url) || unwritable(c.req.path) || Object.values(c.req.query()).some(unwritable))
    throw new Refused('not_found')
  await next()
}

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
  refuseUnwritable(value, [])
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

function refuseUnwritable(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string' && unwritable(value))
    throw new Refused('invalid_input', { issues: [{ path: path.join('.'), code: 'invalid_format' }] })
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    refuseUnwritable(key, path)
    refuseUnwritable(inner, [...path, key])
  }
}

/** No address holds such text: nothing is there. */
export const writableAddress: MiddlewareHandler = async (c, next) => {
  if (/%00|\0/.test(c.req.url) || unwritable(c.req.path) || Object.values(c.req.query()).some(unwritable))
    throw new Refused('not_found')
  await next()
}

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
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: issue.message,
  }))
  throw new Refused('invalid_input', { issues })
}

import * as z from 'zod/mini'
import { type PublishedRow, published } from '../../shared/published.ts'
import { isTextKey } from '../../shared/text/index.ts'
import type { Edition } from './edition.ts'

/** The tables of figures, whose columns the dictionary explains. */
export const explained = ['comparison', 'totals', 'records', 'indicators'] as const

/** What each column of the tables of figures holds and means, in the language asked for. */
export const dictionaryRows = (edition: Edition): PublishedRow<'dictionary'>[] =>
  explained.flatMap((table) => {
    const { properties = {} } = z.toJSONSchema(published[table])
    return Object.entries(properties).map(([column, schema]) => {
      const {
        type = 'string',
        enum: values,
        const: only,
      } = schema as { type?: string; enum?: string[]; const?: string }
      const key = `dictionary.${column}`
      if (!isTextKey(key)) throw new Error(`the column ${column} of ${table} is not explained`)
      return { table, column, type, values: values?.join(' ') ?? only, meaning: edition.t(key) }
    })
  })

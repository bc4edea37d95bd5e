import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Tables } from '../db/tables.ts'

/**
 * The records of a disclosure that count: the last word of each place. Where an unfinished import lies over them, it does
 * not count, and what it will take the place of does.
 */
export const countingOf =
  (disclosureId: string, covering: string | undefined) =>
  (q: ExpressionBuilder<Tables, 'record'>): ExpressionWrapper<Tables, 'record', SqlBool> => {
    const stands = q('record.standing', '=', sql.lit(1))
    const own = q('record.disclosure_id', '=', disclosureId)
    if (covering === undefined) return q.and([own, stands])
    const notOver = q.or([q('record.batch_id', 'is', null), q('record.batch_id', '!=', covering)])
    return q.and([own, q.or([q.and([stands, notOver]), q('record.replaced_by', '=', covering)])])
  }

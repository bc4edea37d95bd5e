import type { RowFaultCode } from '../../shared/import-row.ts'
import { t } from '../text.ts'
import type { FaultWords } from './fault-report.ts'

const codes: readonly RowFaultCode[] = [
  'not_a_number',
  'ambiguous_mark',
  'other_mark',
  'grouping',
  'percent_unexpected',
  'billion',
  'too_large',
  'blank',
  'formula',
  'status_unknown',
  'status_and_figure',
  'row_short',
  'row_long',
  'period_unreadable',
  'indicator_unknown',
  'note_long',
  'repeated',
  'quote_misplaced',
  'broken_text',
]

/** The sentences for a report of faults, in the page's language. */
export const reportWords = (): FaultWords => ({
  ...(Object.fromEntries(codes.map((code) => [code, t(`record.fault.${code}`)])) as Record<RowFaultCode, string>),
  columns: [t('record.line'), t('record.column'), t('record.cell'), t('record.whatIsWrong')],
})

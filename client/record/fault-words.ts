import { type RowFaultCode, rowFaultCodes } from '../../shared/import-row.ts'
import { t } from '../text.ts'
import type { FaultWords } from './fault-report.ts'

/** The sentences for a report of faults, in the page's language. */
export const reportWords = (): FaultWords => ({
  ...(Object.fromEntries(rowFaultCodes.map((code) => [code, t(`record.fault.${code}`)])) as Record<
    RowFaultCode,
    string
  >),
  columns: [t('record.line'), t('record.column'), t('record.cell'), t('record.whatIsWrong')],
})

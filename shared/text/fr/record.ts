import type { record as en } from '../en/record.ts'

export const record: Record<keyof typeof en, string> = {
  'record.title': 'Données',
}

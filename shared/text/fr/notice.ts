import type { notice as en } from '../en/notice.ts'

export const notice: Record<keyof typeof en, string> = {
  'notice.title': 'Mes tâches',
}

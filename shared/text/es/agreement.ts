import type { agreement as en } from '../en/agreement.ts'

export const agreement: Record<keyof typeof en, string> = {
  'agreement.title': 'Acuerdo',
}

import type { commitment as en } from '../en/commitment.ts'

export const commitment: Record<keyof typeof en, string> = {
  'commitment.title': 'Programa',
}

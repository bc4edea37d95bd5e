import type { publication as en } from '../en/publication.ts'

export const publication: Record<keyof typeof en, string> = {
  'publication.title': 'Registro público',
}

import type { forum as en } from '../en/forum.ts'

export const forum: Record<keyof typeof en, string> = {
  'forum.title': 'Forum',
}

import { isDay } from '../../shared/dates.ts'
import type { Values } from '../../shared/text/message.ts'
import { formatDay } from '../text.ts'

/**
 * The facts of an act, a duty or a piece of news, as sentences name them: days in words, a forum by its number as it is
 * written. A fact that an older record does not hold is empty: what was recorded must stay readable.
 */
export function factsOf(detail: Record<string, unknown>): Values {
  const facts = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, word(name, value)]))
  return new Proxy(facts, { has: () => true, get: (of, name) => of[name as string] ?? '' })
}

function word(name: string, value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'string') return ''
  if (isDay(value)) return formatDay(value)
  return name === 'label' ? value.replace('-', '/') : value
}

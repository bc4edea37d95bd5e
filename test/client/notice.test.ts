import { expect, test } from 'vitest'
import { factsOf } from '../../client/notice/facts.ts'
import { groupOf } from '../../client/notice/groups.ts'
import { formatMessage } from '../../shared/text/message.ts'

test('a duty is late when its day is over, not on the day', () => {
  const group = (dueOn: string | undefined) => groupOf({ dueOn }, '2026-03-10')
  expect(group('2026-03-09')).toBe('late')
  expect(group('2026-03-10')).toBe('week')
  expect(group('2026-03-17')).toBe('week')
  expect(group('2026-03-18')).toBe('later')
  expect(group(undefined)).toBe('undated')
})

test('facts are said as people write them: days in words, a forum by its number', () => {
  const facts = factsOf({ label: '2026-2', until: '2026-05-12', count: 3, title: '2-4 hours', nested: { a: 1 } })
  const said = formatMessage('en', '{label} {until} {count, plural, other {# items}} {title} [{nested}]', facts)
  expect(said).toBe('2026/2 12 May 2026 3 items 2-4 hours []')
})

test('an act that lacks a fact is still said', () => {
  expect(formatMessage('en', 'Finding {number} on {title}', factsOf({ number: 4 }))).toBe('Finding 4 on ')
  expect(formatMessage('fr', '{count, plural, one {# point} other {# points}}', factsOf({}))).toMatch(/point/)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPath } from '../../client/account/own-path.ts'
import { slugFrom } from '../../client/agreement/slug-from.ts'
import { nextMonthDay, progressOf, spanOf } from '../../client/agreement/years.ts'
import { slug } from '../../shared/agreement-forms.ts'

describe('where signing in leads', () => {
  test.each([
    ['/a/textile', '/a/textile'],
    ['/a/textile/fora/2010-2?x=1#item-3', '/a/textile/fora/2010-2?x=1#item-3'],
    [undefined, '/'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/\t/evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['a/textile', '/'],
  ])('%s', (claimed, path) => {
    expect(ownPath(claimed)).toBe(path)
  })

  test('never away from this site, whatever a link claims', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (claimed) => {
          const url = new URL(ownPath(claimed), 'https://parley.example.org')
          expect(url.origin).toBe('https://parley.example.org')
        },
      ),
    )
  })
})

describe('the short name that a title suggests', () => {
  test.each([
    ['US–Cambodia textile agreement', 'us-cambodia-textile-agreement'],
    ['Accord de l’Éire & du Ghana (2026)', 'accord-de-l-eire-du-ghana-2026'],
    ['  ', ''],
    ['日本', ''],
  ])('%s', (title, suggested) => {
    expect(slugFrom(title)).toBe(suggested)
  })

  test('is one that can be taken, wherever it is long enough', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (title) => {
        const suggested = slugFrom(title)
        if (suggested.length > 1) expect(slug.safeParse(suggested).success).toBe(true)
      }),
    )
  })
})

describe('the years of an agreement', () => {
  test('begin and end with whole years, and a day lies in its place', () => {
    const span = spanOf(['2010-03-01', '2008-12-31', '2011-06-30'])
    expect(span.years).toEqual([2008, 2009, 2010, 2011])
    expect(span.at('2008-01-01')).toBe(0)
    expect(span.at('2010-01-01')).toBeCloseTo(50, 0)
    expect(span.at('2011-12-31')).toBeLessThan(100)
  })

  test('know the next determination: today counts, yesterday is next year’s', () => {
    expect(nextMonthDay('12-01', '2010-11-30')).toBe('2010-12-01')
    expect(nextMonthDay('12-01', '2010-12-01')).toBe('2010-12-01')
    expect(nextMonthDay('12-01', '2010-12-02')).toBe('2011-12-01')
  })

  test('tell a forum that is closed from one under way and one still to open', () => {
    const forum = { label: '2010-2', from: '2010-09-20', until: '2010-11-05' }
    expect(progressOf({ ...forum, stage: 'closed' }, '2010-10-01')).toBe('closed')
    expect(progressOf({ ...forum, stage: 'notice' }, '2010-10-01')).toBe('open')
    expect(progressOf({ ...forum, stage: 'notice' }, '2010-09-19')).toBe('ahead')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carriers, type Disposition, mergesIntoItself, type Placed, undisposed } from '../../shared/agenda.ts'
import { addDays } from '../../shared/dates.ts'
import { disclosuresOpenedAt, forumMoves, inherited, nextMove, origins, stages } from '../../shared/forum.ts'
import {
  datesFault,
  type ForumDates,
  followingDates,
  nextLabel,
  plannedDates,
  type StageDays,
} from '../../shared/forum-dates.ts'

const lasts: StageDays = { notice: 14, disclosure: 16, comparison: 14, deliberation: 40, adoption: 7 }
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const anyLasts = fc.record({
  notice: fc.integer({ min: 1, max: 366 }),
  disclosure: fc.integer({ min: 1, max: 366 }),
  comparison: fc.integer({ min: 1, max: 366 }),
  deliberation: fc.integer({ min: 1, max: 366 }),
  adoption: fc.integer({ min: 1, max: 366 }),
})

describe('the stages of a forum', () => {
  test('the moves lead from notice to closed through every stage, and nowhere else', () => {
    const walked = ['notice']
    for (let move = nextMove('notice'); move; move = nextMove(forumMoves[move].to)) walked.push(forumMoves[move].to)
    expect(walked).toEqual([...stages])
    expect(nextMove('closed')).toBeUndefined()
  })

  test('disclosures are open from the instant at which comparison began, and sealed before', () => {
    const sealed = [{ stage: 'comparison' as const, opensOn: '2026-04-01' }]
    expect(disclosuresOpenedAt(sealed)).toBeUndefined()
    const open = [{ stage: 'comparison' as const, opensOn: '2026-04-01', openedAt: '2026-04-02T09:00:00.000Z' }]
    expect(disclosuresOpenedAt(open)).toBe('2026-04-02T09:00:00.000Z')
  })
})

describe('the dates of a forum', () => {
  test('each stage has the days that the charter gives it', () => {
    expect(plannedDates('2026-03-02', lasts)).toEqual({
      notice: '2026-03-02',
      disclosure: '2026-03-16',
      comparison: '2026-04-01',
      deliberation: '2026-04-15',
      adoption: '2026-05-25',
      closed: '2026-06-01',
    })
  })

  test('planned dates are in order, whatever the charter says', () => {
    fc.assert(
      fc.property(anyDay, anyLasts, (notice, days) => {
        expect(datesFault(plannedDates(notice, days), notice)).toBeUndefined()
      }),
    )
  })

  test('the next forum follows the cadence where there is time, and never shortens the notice', () => {
    const last = plannedDates('2026-03-02', lasts)
    const onTime = followingDates(last, lasts, 6, '2026-06-01')
    expect(onTime.notice).toBe('2026-06-01')
    expect(onTime.disclosure).toBe('2026-09-16')
    const late = followingDates(last, lasts, 6, '2026-12-01')
    expect(late.disclosure).toBe('2026-12-15')
    expect(late.comparison).toBe('2026-12-31')
    fc.assert(
      fc.property(anyDay, anyDay, anyLasts, fc.integer({ min: 1, max: 60 }), (notice, today, days, months) => {
        const next = followingDates(plannedDates(notice, days), days, months, today)
        expect(datesFault(next, today)).toBeUndefined()
        expect(next.disclosure >= addDays(today, days.notice)).toBe(true)
      }),
    )
  })

  test('a date that has passed and one out of order are named with their stage', () => {
    const dates = plannedDates('2026-03-02', lasts)
    expect(datesFault(dates, '2026-03-03')).toEqual({ code: 'date_in_past', stage: 'notice' })
    const swapped: ForumDates = { ...dates, comparison: dates.deliberation, deliberation: dates.comparison }
    expect(datesFault(swapped, '2026-03-02')).toEqual({ code: 'dates_out_of_order', stage: 'deliberation' })
  })

  test('stages that were reached keep their dates, past as they are', () => {
    const dates = plannedDates('2026-03-02', lasts)
    expect(datesFault(dates, '2026-04-10', 'comparison')).toBeUndefined()
    expect(datesFault(dates, '2026-04-16', 'comparison')).toEqual({ code: 'date_in_past', stage: 'deliberation' })
    const early: ForumDates = { ...dates, deliberation: '2026-03-31' }
    expect(datesFault(early, '2026-03-30', 'comparison')).toEqual({ code: 'dates_out_of_order', stage: 'deliberation' })
  })

  test('a forum is named after the year in which the parties sit, and counted in it', () => {
    const dates = plannedDates('2026-03-02', lasts)
    expect(nextLabel(dates, [])).toBe('2026-1')
    expect(nextLabel(dates, ['2025-9', '2026-1', '2026-10'])).toBe('2026-11')
    expect(nextLabel(plannedDates('2026-12-20', lasts), ['2026-1'])).toBe('2027-1')
  })
})

describe('an agenda', () => {
  const item = (id: string, more: Partial<Placed> = {}): Placed => ({ id, origin: 'finding', ...more })

  test('an inherited item without a disposition keeps the forum open, a proposed one does not', () => {
    const items = [item('a'), item('b', { origin: 'proposed' }), item('c', { disposition: 'declined' })]
    expect(undisposed(items).map(({ id }) => id)).toEqual(['a'])
  })

  test('an inherited item that was merged waits for what becomes of the item that carries it', () => {
    const merged = item('a', { disposition: 'merged', mergedInto: 'b' })
    const carrying = item('b', { origin: 'proposed' })
    expect(undisposed([merged, carrying]).map(({ id }) => id)).toEqual(['b'])
    expect(undisposed([merged, { ...carrying, disposition: 'taken_up' }])).toEqual([])
  })

  /** Whatever is asked in whatever order, with the rule that the server asks before each merger. */
  const wishes = fc.array(
    fc.record({
      item: fc.nat({ max: 7 }),
      disposition: fc.constantFrom<Disposition>('taken_up', 'merged', 'deferred', 'declined'),
      into: fc.nat({ max: 7 }),
    }),
    { maxLength: 40 },
  )
  const agenda = (asked: { item: number; disposition: Disposition; into: number }[]): Placed[] => {
    const items = Array.from({ length: 8 }, (_, i) => item(`i${i}`, { origin: origins[i % origins.length]! }))
    for (const wish of asked) {
      const [from, into] = [items[wish.item]!, items[wish.into]!]
      if (wish.disposition === 'merged' && mergesIntoItself(items, from, into)) continue
      from.disposition = wish.disposition
      from.mergedInto = wish.disposition === 'merged' ? into.id : undefined
    }
    return items
  }

  test('mergers never lead in a circle', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const items = agenda(asked)
        for (const one of items) expect(new Set(carriers(items, one)).size).toBe(carriers(items, one).length)
      }),
    )
  })

  test('where nothing keeps the forum open, every inherited item ends in a disposition that is not a merger', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const items = agenda(asked)
        const ends = items.filter(({ origin }) => inherited(origin)).map((one) => carriers(items, one).at(-1)!)
        const settled = ends.every((end) => end.disposition !== undefined && end.disposition !== 'merged')
        expect(undisposed(items).length === 0).toBe(settled)
      }),
    )
  })
})

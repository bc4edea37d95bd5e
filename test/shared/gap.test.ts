import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, type Seat, type SeatKind, seatKinds } from '../../shared/agreement.ts'
import { templates } from '../../shared/charters/templates.ts'
import { compare } from '../../shared/comparing.ts'
import type { ComparedRecord } from '../../shared/comparison.ts'
import {
  clockOf,
  effectOf,
  type GapMove,
  type GapState,
  gapMoves,
  gapRulesOf,
  gapStates,
  isOpen,
  outcomeOf,
  questionOf,
  seatOfVoices,
  voiceAnswers,
} from '../../shared/gap.ts'
import { explanationForm, progressForm, voiceForm } from '../../shared/gap-forms.ts'
import { mayMove } from '../../shared/moves.ts'
import { behindBeyondNoise } from '../../shared/noise.ts'
import { refusal } from '../../shared/permissions.ts'
import type { Indicator } from '../../shared/record.ts'
import { isComparable, verdictBetween } from '../../shared/verdict.ts'

const moves = Object.keys(gapMoves) as GapMove[]
const walk = fc.array(fc.constantFrom(...moves), { maxLength: 30 })

/** The states through which a gap goes when each of these is tried in its turn. */
function wayOf(tried: readonly GapMove[]): GapState[] {
  const way: GapState[] = ['proposed']
  for (const move of tried) if (mayMove(gapMoves, move, way.at(-1)!)) way.push(gapMoves[move].to)
  return way
}

describe('the way of a gap', () => {
  test('leads to an acceptance only through an explanation, and to an adoption through one or through silence', () => {
    fc.assert(
      fc.property(walk, (tried) => {
        const way = wayOf(tried)
        for (const [i, state] of way.entries()) {
          if (state === 'accepted') expect(way[i - 1]).toBe('explained')
          if (state === 'adopting') expect(['explained', 'overdue', 'reported']).toContain(way[i - 1])
          if (state === 'closed') expect(way.slice(0, i)).toContain('adopting')
        }
      }),
    )
  })

  test('is tried in full by that: every state is reached by some walk', () => {
    const reached = new Set(fc.sample(walk, 3000).flatMap(wayOf))
    expect([...reached].sort()).toEqual([...gapStates].sort())
  })

  test('ends where nothing is open any more, and nowhere else', () => {
    for (const state of gapStates) {
      const goesOn = moves.some((move) => mayMove(gapMoves, move, state))
      expect([state, goesOn]).toEqual([state, state === 'proposed' || isOpen(state)])
    }
  })

  test('is asked only what has an effect there: a silence can be refused and never accepted', () => {
    for (const state of gapStates) {
      const question = questionOf(state)
      if (!question) continue
      for (const answer of voiceAnswers) {
        const move = effectOf(question, answer)
        if (move) expect(mayMove(gapMoves, move, state), `${state} ${move}`).toBe(true)
      }
    }
    expect(effectOf('silence', 'accept')).toBeUndefined()
    expect(effectOf('silence', 'refuse')).toBe('refuse')
  })

  test('has a clock wherever somebody is awaited, and none at its end', () => {
    const rules = gapRulesOf(templates['us-cambodia'])
    for (const state of gapStates)
      expect([state, clockOf(state, rules) !== undefined]).toEqual([state, isOpen(state) && state !== 'overdue'])
  })
})

describe('what the voices decide', () => {
  const rule = fc.constantFrom('majority' as const, 'every_voice' as const)
  const said = fc.array(fc.constantFrom(...voiceAnswers), { maxLength: 12 })
  const room = fc.record({ rule, said, silent: fc.nat({ max: 12 }) })

  test('is accepted by enough of all who may speak: who says nothing accepts nothing', () => {
    fc.assert(
      fc.property(room, ({ rule, said, silent }) => {
        const entitled = said.length + silent
        const accepting = said.filter((answer) => answer === 'accept').length
        const enough = rule === 'every_voice' ? accepting === entitled : accepting * 2 > entitled
        expect(outcomeOf(rule, entitled, said) === 'accept').toBe(entitled > 0 && enough)
      }),
    )
  })

  test('once it is settled no voice that is still to come can turn it', () => {
    fc.assert(
      fc.property(room, fc.infiniteStream(fc.constantFrom(...voiceAnswers)), ({ rule, said, silent }, rest) => {
        const entitled = said.length + silent
        const settled = outcomeOf(rule, entitled, said)
        const whole = outcomeOf(rule, entitled, [...said, ...rest.take(silent)])
        if (settled) expect(whole).toBe(settled)
        if (entitled > 0) expect(whole).toBeDefined()
      }),
    )
  })

  test('is nothing where nobody may decide', () => {
    for (const rule of ['majority', 'every_voice'] as const) expect(outcomeOf(rule, 0, [])).toBeUndefined()
  })
})

describe('recusal', () => {
  const place = fc.constantFrom(undefined, 'p1', 'p2')
  const team = fc.constantFrom(undefined, 't1', 't2')
  const seat = fc.record({ kind: fc.constantFrom(...seatKinds), partyId: place, teamId: team })
  const concerned = fc.record({ partyId: place, teamId: fc.constantFrom('t1', 't2') })

  test('keeps everyone of the team’s party, and of the team, from deciding, in whatever seat', () => {
    let spoke = 0
    fc.assert(
      fc.property(
        fc.array(seat, { minLength: 1, maxLength: 4 }),
        concerned,
        fc.constantFrom(...Object.values(seatOfVoices)),
        (seats, concerned, deciding) => {
          const actor = personIn(seats)
          const subject = { agreementId: 'a', state: 'explained', concerned, deciding }
          const own = seats.some(
            (one) =>
              (concerned.partyId !== undefined && one.partyId === concerned.partyId) || one.teamId === concerned.teamId,
          )
          const mayDecide = refusal(actor, 'gap.speak', subject) === undefined
          if (mayDecide) spoke++
          expect(mayDecide).toBe(seats.some(({ kind }) => kind === deciding) && !own)
        },
      ),
      { numRuns: 2000 },
    )
    expect(spoke).toBeGreaterThan(50)
  })

  const personIn = (seats: readonly Pick<Seat, 'kind' | 'partyId' | 'teamId'>[]): Actor => ({
    personId: 'me',
    name: 'Me',
    administrator: false,
    seats: seats.map((one, i) => ({ id: String(i), agreementId: 'a', ...one, kind: one.kind as SeatKind })),
  })
})

describe('what the figures propose', () => {
  const indicator = (direction: 'more' | 'less', breaks: Indicator['breaks']): Indicator => ({
    id: 'remedied',
    agreementId: 'a',
    code: 'remedied',
    title: 'Put right',
    definition: 'Put right',
    unit: 'violations',
    denominatorId: 'found',
    ratePer: 100,
    direction,
    nature: 'share',
    grain: 'year',
    source: '',
    illustrative: false,
    ...(breaks && { breaks }),
  })
  const teams = ['t1', 't2', 't3', 't4'].map((id) => ({
    id,
    name: id,
    disclosed: true,
    method: { version: 1, title: 'M' },
  }))
  const count = fc.option(
    fc.record({ found: fc.nat({ max: 400 }), remedied: fc.nat({ max: 400 }), unit: fc.boolean() }),
  )
  const counts = fc.array(count, { minLength: 4, maxLength: 4 })
  const parted = fc.option(fc.constantFrom('t1', 't2', 't3', 't4'))

  test('is never between records that cannot be compared, nor where chance may have made the difference', () => {
    let proposed = 0
    fc.assert(
      fc.property(counts, parted, fc.constantFrom('more' as const, 'less' as const), (given, apart, direction) => {
        const records = given.flatMap((one, i): ComparedRecord[] => {
          if (!one) return []
          const about = { teamId: teams[i]!.id, period: '2024', note: '' }
          const unit = one.unit && i === 3 ? { unit: 'letters' } : {}
          return [
            { ...about, indicatorId: 'found', value: one.found },
            { ...about, ...unit, indicatorId: 'remedied', value: one.remedied },
          ]
        })
        const breaks = apart
          ? [
              {
                id: 'b',
                indicatorId: 'remedied',
                teamId: apart,
                from: '2024',
                kind: 'coverage' as const,
                parts: true,
                note: '',
              },
            ]
          : undefined
        const asked = indicator(direction, breaks)
        const [row] = compare([{ indicator: asked, period: '2024' }], teams, records)
        for (const cell of row!.cells) {
          if (cell.standing !== 'behind') continue
          proposed++
          const peer = row!.cells.find(({ teamId }) => teamId === cell.peerId)!
          expect(isComparable(verdictBetween(asked, cell, peer))).toBe(true)
          expect(behindBeyondNoise(asked, cell, peer)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
    expect(proposed).toBeGreaterThan(100)
  })
})

describe('what is sent', () => {
  const piece = { title: 'Visits', kind: 'figure' as const, description: 'A table' }
  test('an explanation has words and at least one thing that shows them', () => {
    expect(explanationForm.safeParse({ body: 'Why', evidence: [piece] }).success).toBe(true)
    expect(explanationForm.safeParse({ body: 'Why', evidence: [] }).success).toBe(false)
    expect(explanationForm.safeParse({ body: ' ', evidence: [piece] }).success).toBe(false)
    const hidden = { ...piece, url: 'javascript:alert(1)' }
    expect(explanationForm.safeParse({ body: 'Why', evidence: [hidden] }).success).toBe(false)
  })

  test('who refuses says why; who accepts need not', () => {
    expect(voiceForm.safeParse({ answer: 'accept', reason: '' }).success).toBe(true)
    expect(voiceForm.safeParse({ answer: 'refuse', reason: ' ' }).success).toBe(false)
    expect(voiceForm.safeParse({ answer: 'refuse', reason: 'As new' }).success).toBe(true)
  })

  test('an adoption is done only with something that shows it', () => {
    expect(progressForm.safeParse({ body: 'Begun', evidence: [], done: false }).success).toBe(true)
    expect(progressForm.safeParse({ body: 'Done', evidence: [], done: true }).success).toBe(false)
    expect(progressForm.safeParse({ body: 'Done', evidence: [piece], done: true }).success).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import { type SeatKind, seatKinds, seatsConflict } from '../../shared/agreement.ts'

/**
 * Who may hold what with what, by hand: `x` excludes, `.` goes together. Down: the seat held. Across: the seat asked for.
 * A second seat of the kind is for another delegation or team.
 */
const grid = `
                   delegate team_lead team_member monitor reviewer tribunal_member commission_member secretariat stakeholder observer
delegate           x        .         .           x       x        x               .                 x           .           .
team_lead          .        .         .           x       x        x               .                 x           .           .
team_member        .        .         .           x       x        x               .                 x           .           .
monitor            x        x         x           .       x        x               x                 x           x           .
reviewer           x        x         x           x       .        x               .                 x           x           .
tribunal_member    x        x         x           x       x        .               .                 x           x           .
commission_member  .        .         .           x       .        .               .                 x           .           .
secretariat        x        x         x           x       x        x               x                 .           x           .
stakeholder        .        .         .           x       x        x               .                 x           .           .
observer           .        .         .           .       .        .               .                 .           .           x
`

const [head, ...lines] = grid.trim().split('\n')
const columns = head!.trim().split(/\s+/) as SeatKind[]
const expected = new Map(
  lines.flatMap((line) => {
    const [held, ...cells] = line.trim().split(/\s+/)
    return cells.map((cell, i) => [`${held} + ${columns[i]}`, cell === 'x'] as const)
  }),
)

describe('seats of one person in one agreement', () => {
  test('the table names every pair', () => {
    expect(expected.size).toBe(seatKinds.length ** 2)
  })

  test.each(seatKinds.flatMap((held) => seatKinds.map((asked) => [held, asked] as const)))('%s + %s', (held, asked) => {
    expect(seatsConflict({ kind: held, delegationId: 'a' }, { kind: asked, delegationId: 'b' })).toBe(
      expected.get(`${held} + ${asked}`),
    )
  })

  test('the order in which they are given does not matter', () => {
    for (const one of seatKinds)
      for (const other of seatKinds)
        expect(seatsConflict({ kind: one }, { kind: other })).toBe(seatsConflict({ kind: other }, { kind: one }))
  })
})

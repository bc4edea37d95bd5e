import { describe, expect, test } from 'vitest'
import { type Actor, type Seat, type SeatKind, seatKinds } from '../../shared/agreement.ts'
import { disclosureStates } from '../../shared/disclosure.ts'
import { stages } from '../../shared/forum.ts'
import { type Action, may, refusal, rules, type Subject } from '../../shared/permissions.ts'
import { planStates, readingStates } from '../../shared/plan.ts'
import { refusals } from '../../shared/refusals.ts'

interface Rule {
  who: readonly string[]
  own?: 'delegation' | 'party' | 'team' | 'person'
  states?: readonly string[]
}

const actions = Object.keys(rules) as Action[]
const ruleOf = (action: Action): Rule => rules[action]

const here = 'this agreement'
const place = { delegationId: 'd1', partyId: 'p1', teamId: 't1' }
const seat = (kind: SeatKind, agreementId = here): Seat => ({ id: kind, agreementId, kind, ...place })
const person = (seats: Seat[], administrator = false): Actor => ({ personId: 'me', name: 'Me', administrator, seats })

/** Everybody there is: the public, who is signed in without a seat here, and one person in each seat. */
const everybody: Record<string, Actor | undefined> = {
  public: undefined,
  nobody: person([]),
  elsewhere: person(seatKinds.map((kind) => seat(kind, 'another agreement'))),
  administrator: person([], true),
  ...Object.fromEntries(seatKinds.map((kind) => [kind, person([seat(kind)])])),
}

const machines: readonly (readonly string[])[] = [stages, planStates, readingStates, disclosureStates]

/** Every state that the action's rule can meet: its machine's, or those that it names and one that it does not. */
function statesOf({ states }: Rule): readonly (string | undefined)[] {
  if (!states) return [undefined]
  return machines.find((machine) => states.every((state) => machine.includes(state))) ?? [...states, 'any other']
}

const others = {
  delegation: { delegationId: 'd2' },
  party: { partyId: 'p2' },
  team: { teamId: 't2' },
  person: { personId: 'you' },
}

/** The subjects that an action can be about: every state, each as one's own and, where that matters, as another's. */
function subjectsOf(rule: Rule): { row: string; subject: Subject }[] {
  return statesOf(rule).flatMap((state) => {
    const own: Subject = { agreementId: here, personId: 'me', state, ...place }
    const name = state ?? 'always'
    if (!rule.own) return [{ row: name, subject: own }]
    return [
      { row: `${name}, own`, subject: own },
      { row: `${name}, other ${rule.own}`, subject: { ...own, ...others[rule.own] } },
    ]
  })
}

const mark = (actor: Actor | undefined, action: Action, subject: Subject): string => {
  const code = refusal(actor, action, subject)
  return code === undefined ? '+' : String(refusals[code])
}

function grid(action: Action): string {
  const rows = subjectsOf(ruleOf(action))
  const codes = new Set<string>()
  const lines = rows.map(({ row, subject }) => {
    const cells = Object.values(everybody).map((actor) => {
      const code = refusal(actor, action, subject)
      if (code && code !== 'not_found' && code !== 'not_signed_in') codes.add(`${refusals[code]} ${code}`)
      return mark(actor, action, subject)
    })
    return line(row, cells)
  })
  return [`${action}  ${[...codes].sort().join(', ')}`.trimEnd(), ...lines].join('\n')
}

const columns = Object.keys(everybody).map((name) => name.replace('_member', '').replace('administrator', 'admin'))
const line = (row: string, cells: readonly string[]): string =>
  `  ${row.padEnd(30)}${cells.map((cell, i) => cell.padEnd(columns[i]!.length + 2)).join('')}`.trimEnd()

describe('who may what', () => {
  /**
   * The expectation is the committed file, one grid an action: `+` may, else the status of the refusal. Changing a rule
   * changes the file: read the difference, and take it over with `npx vitest run test/shared/permissions.test.ts -u`.
   */
  test('is as the committed table says, for every action, seat and state', async () => {
    const table = [line('', columns), ...actions.map(grid)].join('\n\n')
    await expect(`${table}\n`).toMatchFileSnapshot('permissions.txt')
  })

  test('the public may only what is public', () => {
    for (const action of actions) {
      const allowed = subjectsOf(ruleOf(action)).some(({ subject }) => may(undefined, action, subject))
      expect([action, allowed]).toEqual([action, ruleOf(action).who.includes('public')])
    }
  })

  test('who has no seat in an agreement is not told that it is there', () => {
    const general = ['public', 'person', 'administrator']
    for (const action of actions.filter((one) => !ruleOf(one).who.some((who) => general.includes(who))))
      for (const { subject } of subjectsOf(ruleOf(action)))
        for (const name of ['nobody', 'elsewhere', 'administrator'])
          expect([action, name, refusal(everybody[name], action, subject)]).toEqual([action, name, 'not_found'])
  })

  test('an administrator has no seat by that: an administrator may only make agreements, beside what everyone may', () => {
    const own = actions.filter((action) =>
      subjectsOf(ruleOf(action)).some(
        ({ subject }) => may(everybody.administrator, action, subject) && !may(everybody.nobody, action, subject),
      ),
    )
    expect(own).toEqual(['agreement.create'])
  })

  test('an observer reads, and does nothing else', () => {
    const does = actions.filter(
      (action) =>
        !ruleOf(action).who.some((who) => who === 'public' || who === 'person') &&
        subjectsOf(ruleOf(action)).some(({ subject }) => may(everybody.observer, action, subject)),
    )
    for (const action of does) expect(action).toMatch(/\.(read|list)$/)
  })

  test('only delegates write the plan and concur; no monitor, reviewer or secretariat ever does', () => {
    for (const action of ['plan.edit', 'reading.concur'] as const)
      for (const [name, actor] of Object.entries(everybody)) {
        const allowed = subjectsOf(ruleOf(action)).some(({ subject }) => may(actor, action, subject))
        expect([action, name, allowed]).toEqual([action, name, name === 'delegate'])
      }
  })

  test('only the monitor publishes findings', () => {
    for (const [name, actor] of Object.entries(everybody))
      expect([name, may(actor, 'finding.publish', { agreementId: here })]).toEqual([name, name === 'monitor'])
  })

  test('nobody speaks for another delegation, party or team', () => {
    for (const action of actions.filter((one) => ['delegation', 'party', 'team'].includes(ruleOf(one).own ?? '')))
      for (const { row, subject } of subjectsOf(ruleOf(action)).filter(({ row }) => row.includes('other ')))
        for (const kind of ['delegate', 'team_lead', 'team_member'] as const)
          expect([action, row, kind, may(everybody[kind], action, subject)]).toEqual([action, row, kind, false])
  })
})

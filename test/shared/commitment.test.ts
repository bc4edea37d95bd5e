import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CommitmentFacts,
  commitmentState,
  implementations,
  outcomes,
  standingFinding,
} from '../../shared/commitment.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { bearings, isWebAddress, provenances } from '../../shared/evidence.ts'
import { evidenceGap, latestFigure, newFinding } from '../../shared/finding.ts'
import { inForceFrom, inForceUntil, programmeOn, programmeState, type Term } from '../../shared/programme.ts'

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days))
const anyTerm: fc.Arbitrary<Term> = fc
  .record({ id: fc.uuid(), from: anyDay, days: fc.integer({ min: 1, max: 800 }), locked: anyDay })
  .map(({ id, from, days, locked }) => ({
    id,
    periodFrom: from,
    periodUntil: addDays(from, days),
    lockedAt: `${locked}T12:00:00.000Z`,
  }))
const anyTerms = fc.uniqueArray(anyTerm, { maxLength: 6, selector: (term) => term.id })

describe('the programmes of an agreement', () => {
  test('on no day are two in force, and none before its lock, its start or after its end', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, (terms, day) => {
        const inForce = terms.filter((term) => {
          const until = inForceUntil(term, terms)
          return until !== undefined && inForceFrom(term) <= day && day <= until
        })
        expect(inForce.length).toBeLessThanOrEqual(1)
        expect(programmeOn(terms, day)).toEqual(inForce[0])
        for (const term of inForce) {
          expect(day >= term.periodFrom && day <= term.periodUntil && day >= dayOf(term.lockedAt)).toBe(true)
        }
      }),
    )
  })

  test('a later lock never changes what was in force before it', () => {
    fc.assert(
      fc.property(anyTerms, anyTerm, anyDay, (terms, later, day) => {
        fc.pre(terms.every((term) => term.lockedAt < later.lockedAt) && day < dayOf(later.lockedAt))
        expect(programmeOn([...terms, later], day)).toEqual(programmeOn(terms, day))
      }),
    )
  })

  test('a programme that is never followed is in force from its start to its end', () => {
    const term = { id: 'a', periodFrom: '2026-01-01', periodUntil: '2026-12-31', lockedAt: '2025-12-18T16:04:00.000Z' }
    const next = { id: 'b', periodFrom: '2027-01-01', periodUntil: '2027-12-31', lockedAt: '2026-12-10T10:00:00.000Z' }
    expect([inForceFrom(term), inForceUntil(term, [term])]).toEqual(['2026-01-01', '2026-12-31'])
    expect(inForceUntil(term, [term, next])).toBe('2026-12-31')
    expect(programmeOn([term, next], '2027-01-01')).toBe(next)
    expect(programmeOn([term], '2027-01-01')).toBeUndefined()
  })

  test('a programme is ahead, in force, ended by its period, superseded, or never was in force', () => {
    const term = { inForceFrom: '2010-01-01', inForceUntil: '2010-12-31', periodUntil: '2010-12-31' }
    expect(programmeState(term, '2009-12-31')).toBe('ahead')
    expect(programmeState(term, '2010-12-31')).toBe('in_force')
    expect(programmeState(term, '2011-01-01')).toBe('ended')
    expect(programmeState({ ...term, inForceUntil: '2010-05-31' }, '2010-06-01')).toBe('superseded')
    expect(programmeState({ ...term, inForceUntil: undefined }, '2010-06-01')).toBe('never')
  })
})

const facts = (changes: Partial<CommitmentFacts> = {}): CommitmentFacts => ({
  startOn: '2026-01-01',
  dueOn: '2026-09-30',
  reports: [],
  findings: [],
  ...changes,
})
const found = (number: number, day: string, answer: (typeof implementations)[number], supersedes?: string) => ({
  id: `f${number}`,
  number,
  supersedes,
  publishedAt: `${day}T10:00:00.000Z`,
  implementation: { answer },
})
const claimed = (day: string, answers = true) => ({
  at: `${day}T10:00:00.000Z`,
  claim: 'carried_out' as const,
  answers,
})

describe('the state of a commitment', () => {
  test('is late only when its due day is over', () => {
    expect(commitmentState(facts(), '2025-12-31')).toBe('upcoming')
    expect(commitmentState(facts(), '2026-09-30')).toBe('running')
    expect(commitmentState(facts(), '2026-10-01')).toBe('overdue')
  })

  test('the party’s claim holds until the monitor speaks, only by the due day, only from who answers', () => {
    expect(commitmentState(facts({ reports: [claimed('2026-09-30')] }), '2026-10-01')).toBe('awaits_finding')
    expect(commitmentState(facts({ reports: [claimed('2026-10-01')] }), '2026-10-01')).toBe('overdue')
    expect(commitmentState(facts({ reports: [claimed('2026-09-30', false)] }), '2026-10-01')).toBe('overdue')
    const contradicted = facts({ reports: [claimed('2026-09-20')], findings: [found(1, '2026-10-05', 'partly')] })
    expect(commitmentState(contradicted, '2026-10-04')).toBe('awaits_finding')
    expect(commitmentState(contradicted, '2026-10-05')).toBe('overdue')
  })

  test('a claim withdrawn by a later report does not hold', () => {
    const reports = [claimed('2026-08-01'), { ...claimed('2026-09-01'), claim: 'under_way' as const }]
    expect(commitmentState(facts({ reports }), '2026-10-01')).toBe('overdue')
  })

  test('is what the latest finding says, as of each day', () => {
    const findings = [found(1, '2026-10-05', 'carried_out'), found(2, '2027-02-01', 'limited', 'f1')]
    expect(commitmentState(facts({ findings }), '2026-12-01')).toBe('carried_out')
    expect(commitmentState(facts({ findings }), '2027-02-01')).toBe('overdue')
    expect(standingFinding(findings, '2026-10-04')).toBeUndefined()
    expect(standingFinding(findings, '2027-01-31')?.number).toBe(1)
    expect(standingFinding(findings, '2027-02-01')?.number).toBe(2)
  })

  test('what was due before its programme was superseded stays due', () => {
    const superseded = (from: string) => facts({ supersededFrom: from })
    expect(commitmentState(superseded('2026-10-01'), '2026-10-02')).toBe('overdue')
    expect(commitmentState(superseded('2026-09-30'), '2026-10-02')).toBe('superseded')
    expect(commitmentState(superseded('2026-09-30'), '2026-09-29')).toBe('running')
  })
})

test('the latest figure is the monitor’s, else the party’s, as of each day; that there is none is no zero', () => {
  const figure = (value: string) => ({ value, asOf: '2026-03-01' })
  const said = {
    reports: [{ at: '2026-03-10T00:00:00.000Z', figure: figure('99') }, { at: '2026-05-10T00:00:00.000Z' }],
    findings: [
      { publishedAt: '2026-04-10T00:00:00.000Z', figure: figure('96') },
      { publishedAt: '2026-06-10T00:00:00.000Z' },
    ],
  }
  expect(latestFigure(said, '2026-03-09')).toBeUndefined()
  expect(latestFigure(said, '2026-03-10')).toMatchObject({ value: '99', by: 'party' })
  expect(latestFigure(said, '2026-12-31')).toMatchObject({ value: '96', by: 'monitor' })
})

describe('what a finding rests on', () => {
  const anyItem = fc.record({
    title: fc.constant('x'),
    kind: fc.constant('document' as const),
    description: fc.constant('y'),
    provenance: fc.constantFrom(...provenances),
    bearsOn: fc.constantFrom(...bearings),
  })

  test('each answer that is given has a witness other than the party, or there is a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...implementations),
        fc.constantFrom(...outcomes),
        fc.array(anyItem, { maxLength: 4 }),
        (implementation, outcome, evidence) => {
          const gap = evidenceGap({
            implementation: { answer: implementation, text: 'x' },
            outcome: { answer: outcome, text: 'x' },
            evidence,
          })
          const witnessed = (answer: string, axis: string) =>
            answer === 'no_data_supplied' ||
            evidence.some((item) => item.provenance !== 'party' && ['both', axis].includes(item.bearsOn))
          expect(gap === undefined).toBe(witnessed(implementation, 'implementation') && witnessed(outcome, 'outcome'))
        },
      ),
    )
  })

  test('an address is a page of the web and hides no name', () => {
    for (const good of ['https://example.org/a?b=c#d', 'http://example.org']) expect(isWebAddress(good)).toBe(true)
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      '//example.org',
      'https://a:b@example.org',
      'https://exa mple.org',
      'https:\\\\example.org',
      'https://',
      ' https://example.org',
    ])
      expect(isWebAddress(bad), bad).toBe(false)
  })

  test('a finding says something on both questions', () => {
    const whole = {
      implementation: { answer: 'partly', text: 'x' },
      outcome: { answer: 'moving', text: 'x' },
      method: 'x',
      evidence: [],
    }
    expect(newFinding.safeParse(whole).success).toBe(true)
    expect(newFinding.safeParse({ ...whole, outcome: undefined }).success).toBe(false)
    expect(newFinding.safeParse({ ...whole, outcome: { answer: 'moving', text: '  ' } }).success).toBe(false)
    expect(newFinding.safeParse({ ...whole, benefit: 'withdraw' }).success).toBe(false)
  })
})

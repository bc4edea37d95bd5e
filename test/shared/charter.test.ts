import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Charter,
  charter as charterSchema,
  choices,
  counts,
  mustConcur,
  notFromSource,
  type RuleKey,
  ruleKeys,
  ruleOf,
  templateIds,
  withRules,
} from '../../shared/charter.ts'
import { charterFaults } from '../../shared/charter-faults.ts'
import { openSentences, plainCharter, questions, settledSentences } from '../../shared/charter-words.ts'
import { bilateralCommission } from '../../shared/charters/bilateral-commission.ts'
import { ldc } from '../../shared/charters/ldc.ts'
import { templates } from '../../shared/charters/templates.ts'
import { usCambodia } from '../../shared/charters/us-cambodia.ts'
import { catalogues, isTextKey, sentence } from '../../shared/text/index.ts'
import { languages } from '../../shared/text/languages.ts'

/** Where each conflict of the two works (requirements X1 to X18) has its switch. */
const switches: Record<string, RuleKey> = {
  X1: 'withdrawal.trigger',
  X2: 'compliance.standard',
  X3: 'compliance.counts',
  X4: 'concurrence.required',
  X5: 'voice.employers',
  X6: 'complaint.effect',
  X7: 'withdrawal.review',
  X8: 'withdrawal.discretion',
  X9: 'monitor.composition',
  X10: 'publicity.firms',
  X11: 'compliance.strengthening',
  X12: 'compliance.budgetExcuse',
  X13: 'complaint.settlement',
  X14: 'benefit.sizing',
  X15: 'benefit.targets',
  X16: 'compliance.depth',
  X17: 'withdrawal.waiver',
  X18: 'withdrawal.ownTrigger',
}

describe.each(templateIds)('the template %s', (id) => {
  const template = templates[id]

  test('fits the one schema, and its rules do not contradict each other', () => {
    expect(charterSchema.parse(template)).toEqual(template)
    expect(charterFaults(template)).toEqual([])
    expect(template.template).toBe(id)
  })

  test('says of every rule where it comes from', () => {
    expect(Object.keys(template.basis).sort()).toEqual([...ruleKeys].sort())
    for (const [key, basis] of Object.entries(template.basis))
      if (basis !== notFromSource)
        for (const line of basis.split(', '))
          expect([key, template.works]).toEqual([key, expect.arrayContaining([line.split(':')[0]])])
  })

  test('claims no source for a rule that does not apply', () => {
    for (const key of ruleKeys)
      if (ruleOf(template, key) === 'not_applicable' || ruleOf(template, key) === undefined)
        expect([key, template.basis[key]]).toEqual([key, notFromSource])
  })

  test('has an answer to every conflict of the two works', () => {
    for (const [conflict, key] of Object.entries(switches))
      expect([conflict, ruleOf(template, key)]).not.toContain(undefined)
  })

  test.each(languages)('is told in plain words, every rule once: %s', (language) => {
    for (const rule of plainCharter(template)) {
      expect(isTextKey(rule.key)).toBe(true)
      for (const { key, values } of rule.sentences) {
        const words = sentence(language, key, values)
        expect(words.length).toBeGreaterThan(8)
        expect(words).not.toContain('{')
      }
    }
  })
})

describe('the templates keep to what the sources say', () => {
  test('US-Cambodia: two consultations a year, a determination by 1 December, naming after the second inspection', () => {
    expect(usCambodia.cadence.foraPerYear).toBe(2)
    expect(usCambodia.deadlines.determinationBy).toBe('12-01')
    expect(usCambodia.publicity.firms).toBe('named_after_second_inspection')
  })

  test('US-Cambodia keeps its own ground of withdrawal, which is neither of the other two', () => {
    expect(usCambodia.withdrawal).toMatchObject({
      trigger: 'not_applicable',
      ownTrigger: 'negative_review_or_deterioration',
    })
  })

  test('no charter gives the size of a quota: the sources give none', () => {
    for (const template of Object.values(templates)) expect(JSON.stringify(template)).not.toMatch(/percent|%/i)
  })

  test('under deliberative cooperation a complaint ends in an agenda item, and only the end of best efforts ends the benefit', () => {
    expect([ldc.complaint.effect, ldc.withdrawal.trigger, ldc.benefit.endings]).toEqual([
      'agenda_item',
      'best_efforts_ceased',
      ['best_efforts_ceased'],
    ])
  })

  test('its cadence and its deadlines are parameters that no source gives', () => {
    for (const key of Object.keys(counts) as RuleKey[]) expect(ldc.basis[key]).toBe(notFromSource)
  })

  test('the commission hears by day 60, decides by day 90, and has no discretion', () => {
    expect(bilateralCommission.deadlines).toMatchObject({ hearingDays: 60, opinionDays: 90 })
    expect(bilateralCommission.withdrawal.discretion).toBe('none')
  })
})

describe('who must concur', () => {
  const sides = ['government', 'workers', 'employers', 'jurists'].map((side) => ({ side }))
  const required = (charter: Charter) => sides.filter((one) => mustConcur(charter, one)).map(({ side }) => side)

  test('every delegation in US-Cambodia, the governments in deliberative cooperation, workers and jurists in the commission', () => {
    expect(required(usCambodia)).toEqual(['government', 'workers', 'employers', 'jurists'])
    expect(required(ldc)).toEqual(['government'])
    expect(required(bilateralCommission)).toEqual(['workers', 'jurists'])
  })
})

describe('a changed charter', () => {
  test('no longer claims a source for what was changed, and keeps the rest', () => {
    const changed = charterSchema.parse(withRules(usCambodia, { 'cadence.foraPerYear': 1, 'deadlines.replyDays': 30 }))
    expect(changed.cadence.foraPerYear).toBe(1)
    expect(changed.basis['cadence.foraPerYear']).toBe(notFromSource)
    expect(changed.basis['cadence.agenda']).toBe(usCambodia.basis['cadence.agenda'])
    expect(usCambodia.cadence.foraPerYear).toBe(2)
  })

  test.each([
    ['cadence', usCambodia, { 'cadence.foraPerYear': 3 }],
    ['forum_too_long', usCambodia, { 'stageDays.deliberation': 200 }],
    ['jurists_missing', usCambodia, { 'concurrence.required': 'workers_and_jurists', 'voice.employers': 'deliberate' }],
    ['parties_without_government', ldc, { 'delegations.sides': ['workers', 'employers'] }],
    [
      'reservation_outweighs_objection',
      ldc,
      { 'concurrence.reservationPrevents': true, 'concurrence.objectionPrevents': false },
    ],
    ['employers_adopt', ldc, { 'voice.employers': 'adopt' }],
    ['opinion_before_hearing', bilateralCommission, { 'deadlines.opinionDays': 59 }],
    ['case_without_clock', bilateralCommission, { 'deadlines.hearingDays': null }],
    ['one_trigger', usCambodia, { 'withdrawal.trigger': 'best_efforts_ceased' }],
    ['one_trigger', ldc, { 'withdrawal.trigger': 'not_applicable' }],
    ['ending_without_trigger', ldc, { 'benefit.endings': ['best_efforts_ceased', 'criterion_unmet'] }],
  ] as const)('contradicts itself: %s', (code, charter, rules) => {
    const changed = charterSchema.parse(withRules(charter, rules))
    expect(charterFaults(changed).map((fault) => fault.code)).toContain(code)
    for (const language of languages) expect(Object.keys(catalogues[language])).toContain(`charter.fault.${code}`)
  })

  test('takes any allowed choice of any rule, and no other', () => {
    const choice = fc.constantFrom(...(Object.entries(choices) as [RuleKey, readonly string[]][]))
    fc.assert(
      fc.property(choice, fc.nat(), fc.string(), ([key, allowed], index, other) => {
        const list = typeof ruleOf(ldc, key) === 'object'
        const set = (value: string) =>
          charterSchema.safeParse(withRules(ldc, { [key]: list ? [value] : value })).success
        expect(set(allowed[index % allowed.length]!)).toBe(true)
        if (!allowed.includes(other)) expect(set(other)).toBe(false)
      }),
    )
  })

  test('takes a number within its bounds, and no other', () => {
    const bound = fc.constantFrom(...(Object.entries(counts) as [RuleKey, readonly [number, number]][]))
    fc.assert(
      fc.property(bound, fc.oneof(fc.integer({ min: -5, max: 500 }), fc.double()), ([key, [least, most]], value) => {
        const fits = Number.isInteger(value) && value >= least && value <= most
        expect(charterSchema.safeParse(withRules(ldc, { [key]: value })).success).toBe(fits)
      }),
    )
  })
})

describe('what a charter settles', () => {
  const settled = (charter: Charter) =>
    plainCharter(charter).flatMap((rule) => settledSentences(rule).map((one) => one.rule))
  const open = (charter: Charter) => openSentences(plainCharter(charter)).map((one) => one.rule)

  test('and what it leaves open together are everything but the ground of withdrawal that it does not have', () => {
    for (const [charter, other] of [
      [ldc, 'withdrawal.ownTrigger'],
      [usCambodia, 'withdrawal.trigger'],
      [bilateralCommission, 'withdrawal.ownTrigger'],
    ] as const)
      expect([...new Set([...settled(charter), ...open(charter), other])].sort()).toEqual([...ruleKeys].sort())
  })

  test('that there is no discretion and no waiver is a rule, not a gap', () => {
    expect(settled(bilateralCommission)).toContain('withdrawal.discretion')
    expect(settled(ldc)).toContain('withdrawal.waiver')
    expect(open(ldc)).toContain('deadlines.hearingDays')
  })
})

test('every rule answers exactly one question', () => {
  expect(Object.values(questions).flat().sort()).toEqual([...ruleKeys].sort())
})

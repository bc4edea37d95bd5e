import type { Charter, RuleKey } from './charter.ts'

/** Rules of a charter that contradict each other; each has a sentence `charter.fault.<code>`. */
export interface CharterFault {
  code: (typeof contradictions)[number]['code']
  rules: readonly RuleKey[]
}

const contradictions = [
  {
    code: 'cadence',
    rules: ['cadence.foraPerYear', 'cadence.monthsBetween'],
    when: (c) => c.cadence.foraPerYear * c.cadence.monthsBetween > 12,
  },
  {
    code: 'forum_too_long',
    rules: ['cadence.monthsBetween', 'stageDays.deliberation'],
    when: (c) => Object.values(c.stageDays).reduce((sum, days) => sum + days, 0) > c.cadence.monthsBetween * 28,
  },
  {
    code: 'parties_without_government',
    rules: ['concurrence.required', 'delegations.sides'],
    when: (c) => c.concurrence.required === 'every_party' && !c.delegations.sides.includes('government'),
  },
  {
    code: 'jurists_missing',
    rules: ['concurrence.required', 'delegations.sides', 'delegations.jurists'],
    when: (c) =>
      c.concurrence.required === 'workers_and_jurists' &&
      !(c.delegations.jurists && c.delegations.sides.includes('workers')),
  },
  {
    code: 'reservation_outweighs_objection',
    rules: ['concurrence.reservationPrevents', 'concurrence.objectionPrevents'],
    when: (c) => c.concurrence.reservationPrevents && !c.concurrence.objectionPrevents,
  },
  {
    code: 'employers_adopt',
    rules: ['voice.employers', 'concurrence.required', 'delegations.sides'],
    when: (c) =>
      (c.voice.employers === 'adopt') !==
      (c.concurrence.required === 'every_delegation' && c.delegations.sides.includes('employers')),
  },
  {
    code: 'opinion_before_hearing',
    rules: ['deadlines.hearingDays', 'deadlines.opinionDays'],
    when: ({ deadlines }) =>
      deadlines.hearingDays !== undefined &&
      deadlines.opinionDays !== undefined &&
      deadlines.opinionDays < deadlines.hearingDays,
  },
  {
    code: 'case_without_clock',
    rules: ['complaint.effect', 'deadlines.hearingDays', 'deadlines.opinionDays'],
    when: (c) =>
      c.complaint.effect === 'binding_case' &&
      (c.deadlines.hearingDays === undefined || c.deadlines.opinionDays === undefined),
  },
  {
    // A charter has one ground of withdrawal: its own, or one of the two that the works put against each other.
    code: 'one_trigger',
    rules: ['withdrawal.trigger', 'withdrawal.ownTrigger'],
    when: ({ withdrawal }) =>
      (withdrawal.trigger === 'not_applicable') === (withdrawal.ownTrigger === 'not_applicable'),
  },
  {
    // What ends the benefit must be what the trigger says: an outside standard never ends a best-efforts bargain.
    code: 'ending_without_trigger',
    rules: ['benefit.endings', 'withdrawal.trigger', 'withdrawal.ownTrigger'],
    when: (c) => {
      const possible = new Set<string>(['scheme_ended', c.withdrawal.trigger])
      if (c.withdrawal.ownTrigger !== 'not_applicable')
        for (const ending of ['negative_review', 'significant_deterioration']) possible.add(ending)
      return c.benefit.endings.some((ending) => !possible.has(ending))
    },
  },
] as const satisfies readonly { code: string; rules: readonly RuleKey[]; when: (charter: Charter) => boolean }[]

export const charterFaults = (charter: Charter): CharterFault[] =>
  contradictions.filter(({ when }) => when(charter)).map(({ code, rules }) => ({ code, rules }))

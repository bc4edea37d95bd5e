import { type Charter, notFromSource, type RuleKey, ruleOf } from './charter.ts'

/** One plain sentence: the text key `charter.rule.<rule>` and what it names. */
export interface PlainSentence {
  rule: RuleKey
  key: `charter.rule.${RuleKey}`
  /** `value`, and for a day of the year its `month` and `day`. */
  values: Record<string, string | number>
  /** Lines of the works, or undefined where no source gives the rule. */
  basis: string | undefined
}

export interface PlainRule {
  question: keyof typeof questions
  key: `charter.ask.${keyof typeof questions}`
  sentences: PlainSentence[]
}

/** The questions that a newcomer asks of an agreement, and the rules that answer each. Every rule answers exactly one. */
export const questions = {
  meet: ['cadence.foraPerYear', 'cadence.monthsBetween', 'cadence.agenda'],
  sit: ['delegations.sides', 'delegations.jurists', 'voice.employers', 'voice.recusal'],
  gaps: [
    'voice.gaps',
    'voice.gapAcceptance',
    'deadlines.explainDays',
    'deadlines.gapDecisionDays',
    'deadlines.adoptDays',
  ],
  disclose: ['publicity.disclosed', 'voice.disclosures'],
  promise: ['compliance.standard', 'compliance.counts', 'compliance.depth', 'compliance.budgetExcuse'],
  strengthen: ['compliance.strengthening'],
  concur: ['concurrence.required', 'concurrence.reservationPrevents', 'concurrence.objectionPrevents'],
  watch: ['monitor.composition', 'deadlines.reportEveryMonths', 'deadlines.replyDays'],
  benefit: ['benefit.kind', 'benefit.sizing', 'benefit.targets', 'benefit.gate'],
  decide: ['withdrawal.decidedBy', 'deadlines.determinationBy', 'withdrawal.discretion', 'withdrawal.review'],
  end: ['withdrawal.trigger', 'withdrawal.ownTrigger', 'benefit.endings', 'withdrawal.waiver'],
  complain: ['complaint.effect', 'deadlines.hearingDays', 'deadlines.opinionDays', 'complaint.settlement'],
  publish: ['publicity.firms', 'publicity.smallestCount'],
  pay: ['benefit.financing'],
  stages: [
    'stageDays.notice',
    'stageDays.disclosure',
    'stageDays.comparison',
    'stageDays.deliberation',
    'stageDays.adoption',
  ],
} as const satisfies Record<string, readonly RuleKey[]>

/** The charter as questions and answers. A list gives one sentence an entry; a rule that is not set gives its own. */
export function plainCharter(charter: Charter): PlainRule[] {
  return (Object.entries(questions) as [keyof typeof questions, readonly RuleKey[]][]).map(([question, rules]) => ({
    question,
    key: `charter.ask.${question}`,
    sentences: rules.flatMap((rule) => plainSentences(charter, rule)),
  }))
}

export function plainSentences(charter: Charter, rule: RuleKey): PlainSentence[] {
  const found = ruleOf(charter, rule)
  const basis = charter.basis[rule]
  const values = typeof found === 'object' ? found : [found]
  return values.map((value) => ({
    ...sentenceOf(rule, typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? 'none')),
    basis: basis === notFromSource ? undefined : basis,
  }))
}

/** What a rule says with one value: `yes` and `no` for what is true or false, `none` for what is not set. */
export const sentenceOf = (rule: RuleKey, value: string | number): Omit<PlainSentence, 'basis'> => ({
  rule,
  key: `charter.rule.${rule}`,
  values: wordsOf(rule, value),
})

/** Whether a sentence says that the charter does not settle something. */
export const leavesOpen = ({ rule, values }: Pick<PlainSentence, 'rule' | 'values'>): boolean =>
  values.value === 'not_applicable' || (values.value === 'none' && rule.startsWith('deadlines.'))

/** Of the two grounds of withdrawal a charter has one; that it is not the other needs no saying. */
const understood: readonly RuleKey[] = ['withdrawal.trigger', 'withdrawal.ownTrigger']

/** What answers a question, without what is left open; where all of it is, the one sentence that says so. */
export function settledSentences({ sentences }: PlainRule): PlainSentence[] {
  const settled = sentences.filter((sentence) => !leavesOpen(sentence))
  return settled.length > 0 ? settled : sentences.slice(0, 1)
}

/** What a charter leaves open and no answer says. */
export const openSentences = (rules: readonly PlainRule[]): PlainSentence[] =>
  rules.flatMap((rule) => {
    const said = new Set(settledSentences(rule))
    return rule.sentences.filter((sentence) => !said.has(sentence) && !understood.includes(sentence.rule))
  })

function wordsOf(rule: RuleKey, value: string | number): PlainSentence['values'] {
  const [month, day] = rule === 'deadlines.determinationBy' ? String(value).split('-').map(Number) : []
  return month && day ? { value, month, day } : { value }
}

import { type Day, dayOf, type Instant, late } from './dates.ts'

/** First axis of a finding: are best efforts being made? (B7; never merged with the second) */
export const implementations = [
  'not_started',
  'limited',
  'partly',
  'substantial',
  'carried_out',
  'no_data_supplied',
] as const
export type Implementation = (typeof implementations)[number]

/** Second axis: is the goal being reached? */
export const outcomes = ['worse', 'no_progress', 'too_slow', 'moving', 'reached', 'no_data_supplied'] as const
export type Outcome = (typeof outcomes)[number]

/** What the responsible party says of itself; only a finding of the monitor says what is the case. */
export const claims = ['not_started', 'under_way', 'carried_out'] as const
export type Claim = (typeof claims)[number]

export const commitmentStates = [
  'upcoming',
  'running',
  'awaits_finding',
  'carried_out',
  'overdue',
  'superseded',
] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** What the state of a commitment follows from, and nothing else. */
export interface CommitmentFacts {
  startOn: Day
  dueOn: Day
  /** The first day of the programme that took the place of its own. */
  supersededFrom?: Day | undefined
  reports: readonly { at: Instant; claim: Claim; answers: boolean }[]
  findings: readonly Superseding[]
}

interface Superseding {
  id: string
  number: number
  supersedes?: string | undefined
  publishedAt: Instant
  implementation: { answer: Implementation }
}

/** The finding that stood at the end of a day: a later one supersedes, and none is ever edited. */
export function standingFinding<Finding extends Superseding>(
  findings: readonly Finding[],
  day: Day,
): Finding | undefined {
  const known = findings.filter((finding) => dayOf(finding.publishedAt) <= day)
  const superseded = new Set(known.map((finding) => finding.supersedes))
  return known.filter((finding) => !superseded.has(finding.id)).toSorted((a, b) => b.number - a.number)[0]
}

/**
 * The state of a commitment at the end of a day. What is due on a day is late only when the day is over. Carried out is
 * what the monitor finds so; what the party claimed by the due day holds until the monitor has spoken (B50).
 */
export function commitmentState(facts: CommitmentFacts, day: Day): CommitmentState {
  if (isSuperseded(facts, day)) return 'superseded'
  if (day < facts.startOn) return 'upcoming'
  if (!late(facts.dueOn, day)) return 'running'
  const finding = standingFinding(facts.findings, day)
  if (finding?.implementation.answer === 'carried_out') return 'carried_out'
  const claim = facts.reports.findLast((report) => report.answers && dayOf(report.at) <= facts.dueOn)
  const unheard = !finding || (claim && finding.publishedAt < claim.at)
  return claim?.claim === 'carried_out' && unheard ? 'awaits_finding' : 'overdue'
}

/** A commitment whose due day lies in its programme's time stays due; what was due later is redefined with the programme. */
const isSuperseded = (facts: CommitmentFacts, day: Day): boolean =>
  facts.supersededFrom !== undefined && facts.supersededFrom <= day && facts.supersededFrom <= facts.dueOn

/** Whether a report filed on this day is the one that was owed: it claims completion, or the due day has come. */
export const dischargesReport = (report: { claim: Claim }, dueOn: Day, today: Day): boolean =>
  report.claim === 'carried_out' || today >= dueOn

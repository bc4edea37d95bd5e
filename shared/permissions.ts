import type { Actor, Seat, SeatKind } from './agreement.ts'
import type { RefusalCode } from './refusals.ts'

/** What an action is done to, as far as rules look: where it belongs and the state that it is in. */
export interface Subject {
  agreementId?: string | undefined
  /** The forum's stage, the plan's state, the disclosure's state: whichever the action's rule names. */
  state?: string | undefined
  delegationId?: string | undefined
  partyId?: string | undefined
  teamId?: string | undefined
  personId?: string | undefined
  /** Whose own case it is: nobody of that party, and nobody of that team, decides on it (R50). */
  concerned?: { partyId?: string | undefined; teamId?: string | undefined } | undefined
  /** Where the charter names the kind of seat that decides: the one that it names. */
  deciding?: SeatKind | undefined
}

interface Rule {
  /** Who may: seats of the agreement; `person` = anyone signed in; `public` = anyone; `administrator` = of the installation. */
  who: readonly (SeatKind | 'public' | 'person' | 'administrator')[]
  /** The refusal of everyone else. */
  otherwise: RefusalCode
  /** What of the subject must be the seat's own, for the seats that have such a thing. */
  own?: 'delegation' | 'party' | 'team' | 'person'
  ownOtherwise?: RefusalCode
  /** The refusal of whoever is concerned by what is decided. */
  recused?: RefusalCode
  /** The states in which the action is possible; absent: in all. */
  states?: readonly string[]
  stateOtherwise?: RefusalCode
}

const everySeat = [
  'delegate',
  'team_lead',
  'team_member',
  'monitor',
  'reviewer',
  'tribunal_member',
  'commission_member',
  'secretariat',
  'stakeholder',
  'observer',
] as const satisfies readonly SeatKind[]
const speakers = everySeat.filter((kind) => kind !== 'observer')
const openStages = ['notice', 'disclosure', 'comparison', 'deliberation', 'adoption']

/** The only place that says who may what. One line an action: `<noun>.<verb>`. */
export const rules = {
  'health.read': { who: ['public'], otherwise: 'not_found' },
  // account
  'session.begin': { who: ['public'], otherwise: 'not_signed_in' },
  'session.end': { who: ['person'], otherwise: 'not_signed_in' },
  'session.read': { who: ['person'], otherwise: 'not_signed_in' },
  'password.change': { who: ['person'], otherwise: 'not_signed_in' },
  'language.change': { who: ['person'], otherwise: 'not_signed_in' },
  'invitation.read': { who: ['public'], otherwise: 'not_found' },
  'invitation.accept': { who: ['public'], otherwise: 'not_found' },
  'invitation.make': { who: ['secretariat'], otherwise: 'only_secretariat' },
  // agreement
  'agreement.create': { who: ['administrator'], otherwise: 'only_administrator' },
  'agreement.list': { who: ['person'], otherwise: 'not_signed_in' },
  'agreement.read': { who: everySeat, otherwise: 'not_found' },
  'agreement.change': { who: ['secretariat'], otherwise: 'only_secretariat' },
  'charter.change': { who: ['secretariat'], otherwise: 'only_secretariat' },
  'seat.give': { who: ['secretariat'], otherwise: 'only_secretariat' },
  'seat.end': { who: ['secretariat'], otherwise: 'only_secretariat' },
  'team.make': { who: ['secretariat'], otherwise: 'only_secretariat' },
  'act.read': { who: everySeat, otherwise: 'not_found' },
  // notice
  'duty.read': { who: ['person'], otherwise: 'not_signed_in' },
  'notification.read': { who: ['person'], otherwise: 'not_signed_in', own: 'person', ownOtherwise: 'not_found' },
  // live text: what one may do with a document is said by the room that owns it; what came too late is its author's alone
  'document.exchange': { who: ['person'], otherwise: 'not_signed_in' },
  'proposal.read': { who: ['person'], otherwise: 'not_signed_in', own: 'person', ownOtherwise: 'not_found' },
  'proposal.keep': { who: ['person'], otherwise: 'not_signed_in' },
  'proposal.decide': { who: ['person'], otherwise: 'not_signed_in', own: 'person', ownOtherwise: 'not_found' },
  // forum
  'forum.read': { who: everySeat, otherwise: 'not_found' },
  'forum.convene': { who: ['secretariat'], otherwise: 'only_secretariat' },
  'forum.move': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: openStages,
    stateOtherwise: 'forum_closed',
  },
  'forum.close': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['adoption'],
    stateOtherwise: 'forum_stage',
  },
  'item.propose': { who: speakers, otherwise: 'not_for_observers', states: openStages, stateOtherwise: 'forum_closed' },
  'item.dispose': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['comparison', 'deliberation', 'adoption'],
    stateOtherwise: 'forum_stage',
  },
  'item.withdraw': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: openStages,
    stateOtherwise: 'forum_closed',
  },
  'remark.make': { who: speakers, otherwise: 'not_for_observers' },
  'remark.resolve': { who: speakers, otherwise: 'not_for_observers' },
  'minutes.read': { who: everySeat, otherwise: 'not_found' },
  'minutes.edit': {
    who: ['secretariat', 'delegate'],
    otherwise: 'only_delegates',
    states: openStages,
    stateOtherwise: 'forum_closed',
  },
  // record
  'indicator.read': { who: everySeat, otherwise: 'not_found' },
  'indicator.define': { who: ['secretariat', 'team_lead', 'monitor'], otherwise: 'only_team_lead' },
  'indicator.change': { who: ['secretariat', 'team_lead', 'monitor'], otherwise: 'only_team_lead' },
  /** Who has filed and who has not: what was filed stays sealed. */
  'disclosure.list': { who: everySeat, otherwise: 'not_found' },
  'disclosure.read': {
    who: everySeat,
    otherwise: 'not_found',
    states: ['own', 'open'],
    stateOtherwise: 'disclosure_sealed',
  },
  /** The forum's stage lets a team disclose; its own disclosure must let it too, by the two rules below. */
  'disclosure.begin': {
    who: ['team_lead', 'team_member'],
    otherwise: 'only_team',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['notice', 'disclosure'],
    stateOtherwise: 'forum_stage',
  },
  'disclosure.edit': {
    who: ['team_lead', 'team_member'],
    otherwise: 'only_team',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['draft', 'amending'],
    stateOtherwise: 'disclosure_filed',
  },
  'disclosure.file': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['draft', 'amending'],
    stateOtherwise: 'disclosure_filed',
  },
  /** Begins to change what was filed; it stands until the team files anew. */
  'disclosure.amend': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['filed'],
    stateOtherwise: 'disclosure_not_filed',
  },
  // findings on disclosures
  'fault.read': { who: everySeat, otherwise: 'not_found' },
  /** That an open disclosure is false is said by those who can know better than the team: never by its own. */
  'fault.allege': {
    who: ['delegate', 'team_lead', 'monitor', 'reviewer', 'commission_member', 'stakeholder'],
    otherwise: 'not_for_observers',
    recused: 'fault_concerned',
    states: ['open'],
    stateOtherwise: 'disclosure_sealed',
  },
  'fault.reply': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['recorded', 'alleged'],
    stateOtherwise: 'fault_decided',
  },
  /** Which of these seats it is says the charter; nobody decides on a team of the own party. */
  'fault.decide': {
    who: ['monitor', 'commission_member', 'reviewer'],
    otherwise: 'not_asked',
    recused: 'fault_concerned',
    states: ['alleged'],
    stateOtherwise: 'fault_decided',
  },
  'method.read': { who: everySeat, otherwise: 'not_found' },
  /** A method is written by its team alone; nobody else learns what is written, nor that something is. */
  'method.draft': {
    who: ['team_lead', 'team_member'],
    otherwise: 'not_found',
    own: 'team',
    ownOtherwise: 'not_found',
  },
  'method.write': {
    who: ['team_lead', 'team_member'],
    otherwise: 'only_team',
    own: 'team',
    ownOtherwise: 'only_own_team',
  },
  'similarity.read': { who: everySeat, otherwise: 'not_found' },
  /** A team says what its own situation is; which of it counts is the forum's. */
  'circumstance.state': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
  },
  /** Puts on record what the forum agreed. */
  'similarity.agree': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: openStages,
    stateOtherwise: 'forum_closed',
  },
  'comparison.read': {
    who: everySeat,
    otherwise: 'not_found',
    states: ['comparison', 'deliberation', 'adoption', 'closed'],
    stateOtherwise: 'disclosure_sealed',
  },
  // gaps
  'gap.read': { who: everySeat, otherwise: 'not_found' },
  'gap.confirm': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['comparison', 'deliberation', 'adoption'],
    stateOtherwise: 'forum_stage',
  },
  'gap.set_aside': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['comparison', 'deliberation', 'adoption'],
    stateOtherwise: 'forum_stage',
  },
  'gap.explain': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['confirmed', 'overdue', 'explained'],
    stateOtherwise: 'gap_decided',
  },
  /** Which of these seats it is says the charter; nobody decides on the gap of a team of the own party. */
  'gap.speak': {
    who: ['delegate', 'commission_member', 'reviewer'],
    otherwise: 'not_asked',
    recused: 'gap_own',
    states: ['overdue', 'explained', 'reported'],
    stateOtherwise: 'gap_not_asked',
  },
  /** Puts on record what the voices have decided: refused while they have not. */
  'gap.decide': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['overdue', 'explained', 'reported'],
    stateOtherwise: 'gap_not_asked',
  },
  'adoption.report': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['adopting'],
    stateOtherwise: 'adoption_not_open',
  },
  /** Compares a later figure: the figures decide, so that who asks decides nothing. */
  'adoption.measure': {
    who: ['secretariat', 'monitor'],
    otherwise: 'only_monitor',
    states: ['adopting', 'reported'],
    stateOtherwise: 'adoption_not_open',
  },
  // criteria: anyone who speaks may propose (R39); delegations concur; what is decided is put on record by the deciding body (R28)
  'criterion.read': { who: everySeat, otherwise: 'not_found' },
  'criterion.propose': { who: speakers, otherwise: 'not_for_observers' },
  'criterion.concur': {
    who: ['delegate'],
    otherwise: 'only_delegates',
    own: 'delegation',
    ownOtherwise: 'only_own_delegation',
    states: ['proposed'],
    stateOtherwise: 'criterion_decided',
  },
  'criterion.promulgate': {
    who: ['secretariat', 'commission_member'],
    otherwise: 'only_secretariat',
    states: ['proposed'],
    stateOtherwise: 'criterion_decided',
  },
  // strategies: a team puts one on trial, the forum judges it on record, delegations dissent, comparable teams answer
  'strategy.read': { who: everySeat, otherwise: 'not_found' },
  'strategy.register': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
  },
  'strategy.judge': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['on_trial'],
    stateOtherwise: 'strategy_judged',
  },
  'strategy.dissent': {
    who: ['delegate'],
    otherwise: 'only_delegates',
    own: 'delegation',
    ownOtherwise: 'only_own_delegation',
    states: openStages,
    stateOtherwise: 'forum_closed',
  },
  'floor.answer': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['asked'],
    stateOtherwise: 'floor_answered',
  },
  'floor.carry_out': {
    who: ['team_lead'],
    otherwise: 'only_team_lead',
    own: 'team',
    ownOtherwise: 'only_own_team',
    states: ['adopting'],
    stateOtherwise: 'floor_not_adopting',
  },
  // plan
  'plan.read': { who: everySeat, otherwise: 'not_found' },
  'plan.open': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['notice', 'disclosure', 'comparison', 'deliberation'],
    stateOtherwise: 'forum_stage',
  },
  'plan.edit': { who: ['delegate'], otherwise: 'only_delegates', states: ['drafting'], stateOtherwise: 'plan_frozen' },
  /** Puts an adoption into the open plan as a measure. */
  'adoption.place': {
    who: ['delegate'],
    otherwise: 'only_delegates',
    states: ['adopting', 'reported'],
    stateOtherwise: 'adoption_not_open',
  },
  'plan.freeze': {
    who: ['secretariat', 'delegate'],
    otherwise: 'only_delegates',
    states: ['drafting'],
    stateOtherwise: 'plan_frozen',
  },
  'reading.concur': {
    who: ['delegate'],
    otherwise: 'only_delegates',
    own: 'delegation',
    ownOtherwise: 'only_own_delegation',
    states: ['open'],
    stateOtherwise: 'reading_decided',
  },
  'reading.reopen': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['open'],
    stateOtherwise: 'reading_decided',
  },
  // A delegate may take the text back where somebody's stance keeps the reading from ever being locked.
  'reading.return': {
    who: ['delegate'],
    otherwise: 'only_delegates',
    states: ['prevented'],
    stateOtherwise: 'reading_not_prevented',
  },
  'reading.lock': {
    who: ['secretariat'],
    otherwise: 'only_secretariat',
    states: ['open'],
    stateOtherwise: 'reading_decided',
  },
  // versions of the live texts
  'version.name': { who: ['secretariat', 'delegate'], otherwise: 'only_delegates' },
  'minutes.restore': {
    who: ['secretariat', 'delegate'],
    otherwise: 'only_delegates',
    states: openStages,
    stateOtherwise: 'forum_closed',
  },
  /** The secretariat writes no plan, but may bring back what the delegations had written. */
  'plan.restore': {
    who: ['secretariat', 'delegate'],
    otherwise: 'only_delegates',
    states: ['drafting'],
    stateOtherwise: 'plan_frozen',
  },
  // commitment
  'programme.read': { who: everySeat, otherwise: 'not_found' },
  'report.file': { who: ['delegate'], otherwise: 'only_responsible', own: 'party', ownOtherwise: 'only_responsible' },
  'finding.publish': { who: ['monitor'], otherwise: 'only_monitor' },
  /** One reply a finding: the delegation through which the party answers gives it, and no other can take its place. */
  'reply.give': {
    who: ['delegate'],
    otherwise: 'only_responsible',
    own: 'delegation',
    ownOtherwise: 'only_responsible',
  },
  // publication
  'publication.read': { who: ['public'], otherwise: 'not_found' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof rules

/** Undefined when the actor may; otherwise the code of the refusal, the same for a route, a live message and a button. */
export function refusal(actor: Actor | undefined, action: Action, subject: Subject = {}): RefusalCode | undefined {
  const rule: Rule = rules[action]
  if (!rule.who.includes('public')) {
    if (!actor) return 'not_signed_in'
    const who = whoRefusal(rule, actor, subject)
    if (who) return who
  }
  if (rule.states && subject.state !== undefined && !rule.states.includes(subject.state)) return rule.stateOtherwise
  return undefined
}

export const may = (actor: Actor | undefined, action: Action, subject?: Subject): boolean =>
  !refusal(actor, action, subject)

function whoRefusal(rule: Rule, actor: Actor, subject: Subject): RefusalCode | undefined {
  if (rule.own === 'person' && subject.personId !== undefined && subject.personId !== actor.personId)
    return rule.ownOtherwise
  if (rule.who.includes('person')) return undefined
  if (rule.who.includes('administrator') && actor.administrator) return undefined
  const here = actor.seats.filter((seat) => seat.agreementId === subject.agreementId)
  if (here.length === 0) return rule.who.includes('administrator') ? rule.otherwise : 'not_found'
  const seats = here.filter((seat) => rule.who.includes(seat.kind) && (subject.deciding ?? seat.kind) === seat.kind)
  if (seats.length === 0) return rule.otherwise
  if (rule.recused && here.some((seat) => isConcerned(seat, subject))) return rule.recused
  return seats.some((seat) => owns(rule, seat, subject)) ? undefined : (rule.ownOtherwise ?? rule.otherwise)
}

/** One seat is enough: a person who sits for the party, or in the team, is of it in every other seat too. */
export const isConcerned = (
  seat: Pick<Seat, 'partyId' | 'teamId'>,
  { concerned }: Pick<Subject, 'concerned'>,
): boolean =>
  (concerned?.partyId !== undefined && seat.partyId === concerned.partyId) ||
  (concerned?.teamId !== undefined && seat.teamId === concerned.teamId)

function owns(rule: Rule, seat: Seat, subject: Subject): boolean {
  if (rule.own === 'delegation') return subject.delegationId === undefined || seat.delegationId === subject.delegationId
  if (rule.own === 'party') return subject.partyId === undefined || seat.partyId === subject.partyId
  if (rule.own === 'team') return subject.teamId === undefined || seat.teamId === subject.teamId
  return true
}

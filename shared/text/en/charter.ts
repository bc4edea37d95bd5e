export const charter = {
  'charter.template.ldc': 'Leveraged deliberative cooperation',
  'charter.template.ldc.about':
    'The parties deliberate regularly on a programme of best efforts for a set time. A neutral body watches; a benefit stands for as long as best efforts go on.',
  'charter.template.us-cambodia': 'US–Cambodia 1999',
  'charter.template.us-cambodia.about':
    'The textile agreement: two consultations a year, monitoring in the factories, and a quota bonus on which one party decides each year.',
  'charter.template.bilateral-commission': 'Bilateral commission',
  'charter.template.bilateral-commission.about':
    'Workers of each party and jurists decide. Investigative teams compare their records at regular fora; unmet criteria are sanctioned without discretion.',
  'charter.work.ldc': 'Banks’ article on leveraged deliberative cooperation',
  'charter.work.commission': 'Barenberg’s paper on labour rights in trade agreements',

  'charter.ask.meet': 'How often do the parties meet?',
  'charter.ask.sit': 'Who sits at the table?',
  'charter.ask.gaps': 'What happens where a team falls behind?',
  'charter.ask.disclose': 'What do teams and agencies disclose?',
  'charter.ask.promise': 'What do they promise?',
  'charter.ask.strengthen': 'How does it grow stronger?',
  'charter.ask.concur': 'Who must concur in a programme?',
  'charter.ask.watch': 'Who watches?',
  'charter.ask.benefit': 'What does it bring?',
  'charter.ask.decide': 'Who decides on the benefit, and when?',
  'charter.ask.end': 'What ends it?',
  'charter.ask.complain': 'What can a complaint do?',
  'charter.ask.publish': 'What is published?',
  'charter.ask.pay': 'Who pays?',
  'charter.ask.stages': 'How long does a forum take?',

  'charter.name.cadence.foraPerYear': 'Fora a year',
  'charter.name.cadence.monthsBetween': 'Months between two fora',
  'charter.name.cadence.agenda': 'What they discuss',
  'charter.name.delegations.sides': 'Sides that send delegations',
  'charter.name.delegations.jurists': 'Jurists',
  'charter.name.concurrence.required': 'Whose concurrence is needed',
  'charter.name.concurrence.reservationPrevents': 'Effect of a reservation',
  'charter.name.concurrence.objectionPrevents': 'Effect of an objection',
  'charter.name.voice.employers': 'Voice of employers',
  'charter.name.voice.recusal': 'Recusal',
  'charter.name.voice.gaps': 'Who decides on a gap',
  'charter.name.voice.gapAcceptance': 'Voices that accept an explanation',
  'charter.name.deadlines.explainDays': 'Days to explain a gap',
  'charter.name.deadlines.gapDecisionDays': 'Days to decide on an explanation',
  'charter.name.deadlines.adoptDays': 'Days to adopt the better method',
  'charter.name.stageDays.notice': 'Days of notice',
  'charter.name.stageDays.disclosure': 'Days to disclose',
  'charter.name.stageDays.comparison': 'Days to compare',
  'charter.name.stageDays.deliberation': 'Days to deliberate',
  'charter.name.stageDays.adoption': 'Days to adopt',
  'charter.name.deadlines.replyDays': 'Days for a reply to a finding',
  'charter.name.deadlines.reportEveryMonths': 'Months between two reports',
  'charter.name.deadlines.determinationBy': 'Day of the determination',
  'charter.name.deadlines.hearingDays': 'Days until a hearing',
  'charter.name.deadlines.opinionDays': 'Days until an opinion',
  'charter.name.monitor.composition': 'Monitor',
  'charter.name.compliance.standard': 'Standard of compliance',
  'charter.name.compliance.counts': 'Effort or result',
  'charter.name.compliance.strengthening': 'Strengthening',
  'charter.name.compliance.depth': 'Depth of a remedy',
  'charter.name.compliance.budgetExcuse': 'Budget as an excuse',
  'charter.name.withdrawal.trigger': 'Ground of withdrawal',
  'charter.name.withdrawal.ownTrigger': 'The agreement’s own ground',
  'charter.name.withdrawal.decidedBy': 'Who decides on it',
  'charter.name.withdrawal.discretion': 'Discretion',
  'charter.name.withdrawal.review': 'Review',
  'charter.name.withdrawal.waiver': 'Waiver',
  'charter.name.complaint.effect': 'Effect of a complaint',
  'charter.name.complaint.settlement': 'Settlement',
  'charter.name.benefit.kind': 'Kind of benefit',
  'charter.name.benefit.endings': 'What ends it',
  'charter.name.benefit.sizing': 'Its size',
  'charter.name.benefit.targets': 'To whom it applies',
  'charter.name.benefit.gate': 'Which firms share in it',
  'charter.name.benefit.financing': 'Financing',
  'charter.name.publicity.firms': 'Naming of workplaces',
  'charter.name.publicity.smallestCount': 'Smallest count that is published',
  'charter.name.publicity.disclosed': 'What is disclosed beside the records',
  'charter.name.voice.disclosures': 'Who judges an alleged false disclosure',

  'charter.rule.cadence.foraPerYear':
    '{value, plural, one {At least one forum a year.} other {At least # fora a year.}}',
  'charter.rule.cadence.monthsBetween':
    '{value, plural, one {The next one opens at most one month after the last closes.} other {The next one opens at most # months after the last closes.}}',
  'charter.rule.cadence.agenda':
    '{value, select, labour_standards {They discuss labour standards.} benchmarks {They discuss specific benchmarks.} programme {They discuss the programme and its implementation.} enforcement_records {The teams disclose and compare their records of enforcement.} other {The agenda is open.}}',
  'charter.rule.delegations.sides':
    '{value, select, government {A delegation of the government of each party.} workers {A delegation of the workers of each party.} other {A delegation of the employers of each party.}}',
  'charter.rule.delegations.jurists':
    '{value, select, yes {Jurists who are independent of governments and corporations.} other {No jurists beside the parties.}}',
  'charter.rule.voice.employers':
    '{value, select, submit {Employers are heard in writing.} deliberate {Employers deliberate; others adopt.} adopt {Employers deliberate, and their concurrence counts.} other {Nothing is laid down on the voice of employers.}}',
  'charter.rule.voice.recusal':
    '{value, select, own_compliance {Nobody decides on whether they themselves comply.} other {Nothing is laid down on recusal.}}',
  'charter.rule.voice.gaps':
    '{value, select, delegations {The delegations decide whether an explanation is accepted; never those of the team’s own party.} commission {The members of the commission decide whether an explanation is accepted; never one of the team’s own party.} other {Neutral reviewers decide whether an explanation is accepted; never one of the team’s own party.}}',
  'charter.rule.voice.gapAcceptance':
    '{value, select, every_voice {It is accepted only if every voice accepts it.} other {It is accepted if more than half of all voices accept it; silence accepts nothing.}}',
  'charter.rule.deadlines.explainDays':
    '{value, plural, one {The team explains a gap within one day.} other {The team explains a gap within # days.}}',
  'charter.rule.deadlines.gapDecisionDays':
    '{value, plural, one {The explanation is decided on within one day.} other {The explanation is decided on within # days.}}',
  'charter.rule.deadlines.adoptDays':
    '{value, plural, one {If it is not accepted, the better team’s method is adopted within one day.} other {If it is not accepted, the better team’s method is adopted within # days.}}',
  'charter.rule.compliance.standard':
    '{value, select, agreed_measures {To carry out the measures that they have agreed for the period; these are the standard, and nothing else is.} criteria_most_protective {To comply fully with the criterion that protects workers most: of domestic law, international law or best practice.} substantial_compliance {That working conditions in the sector substantially comply with internationally recognised core labour standards.} other {No standard is laid down.}}',
  'charter.rule.compliance.counts':
    '{value, select, effort {What counts is effort.} result {What counts is the result; taking steps is not enough.} both {Both count: how the programme is carried out, and its results.} other {Nothing is laid down on whether effort or result counts.}}',
  'charter.rule.compliance.depth':
    '{value, select, goals {The agreement sets goals; how to reach them is left to the party.} actions {The programme names actions, with a timetable and indicators.} restructuring {Where it is needed, enforcement agencies must be restructured.} other {Nothing is laid down on how far a remedy may go.}}',
  'charter.rule.compliance.budgetExcuse':
    '{value, select, admissible_in_plan {What resources allow is weighed in the plan.} inadmissible {That money went elsewhere is no excuse.} other {Nothing is laid down on budgets as an excuse.}}',
  'charter.rule.compliance.strengthening':
    '{value, select, at_round_boundary {A bargain is stable within its period, and is set anew at the next round.} never_weakened {Criteria are strengthened at regular intervals and never weakened.} other {Nothing is laid down.}}',
  'charter.rule.concurrence.required':
    '{value, select, every_delegation {Every delegation.} every_party {The government of every party; workers and employers are asked.} other {The workers of every party, and the jurists.}}',
  'charter.rule.concurrence.reservationPrevents':
    '{value, select, yes {A reservation prevents it.} other {A reservation does not prevent it, and stays attached.}}',
  'charter.rule.concurrence.objectionPrevents':
    '{value, select, yes {An objection prevents it.} other {An objection does not prevent it, and stays attached.}}',
  'charter.rule.monitor.composition':
    '{value, select, neutral_accepted {A neutral third party that both sides accept.} independent_participatory {Teams of independent staff with workers’ organisations and others who know the ground.} other {No monitor is laid down.}}',
  'charter.rule.deadlines.reportEveryMonths':
    '{value, plural, one {The responsible party reports every month.} other {The responsible party reports every # months.}}',
  'charter.rule.deadlines.replyDays':
    '{value, plural, one {A finding is answered within one day.} other {A finding is answered within # days.}}',
  'charter.rule.benefit.kind':
    '{value, select, quota {A quota bonus. Its size is not part of this charter.} tariff {A tariff concession.} other_concession {A concession of trade or of another policy, such as migration.} stability {The assurance that existing concessions stay.} other {Tariffs, quotas or benefits, withheld or granted.}}',
  'charter.rule.benefit.sizing':
    '{value, select, small_stakes_suffice {Since the parties cooperate, a small stake is enough to deter.} full_remediation {It must be strong enough for every violation to be put right.} other {Nothing is laid down on the size of the benefit.}}',
  'charter.rule.benefit.targets':
    '{value, select, party {It applies to the party.} sector {It applies to the sector.} firm {It applies to single firms.} other {It applies to the corporations that buy from them.}}',
  'charter.rule.benefit.gate':
    '{value, select, monitored_firms_only {Only firms that are monitored share in it: no monitoring, no export permit.} other {No firm is shut out of the benefit beforehand.}}',
  'charter.rule.withdrawal.decidedBy':
    '{value, select, granting_party {The party that grants it.} commission {The commission.} other {Nobody is named to decide on the benefit.}}',
  'charter.rule.deadlines.determinationBy':
    '{value, select, none {No day of the year is set for a determination.} other {By {day} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}} each year.}}',
  'charter.rule.withdrawal.discretion':
    '{value, select, none {Without discretion: where criteria are unmet, it must act.} reasoned {It gives its reasons, and these can be tested.} full {At its discretion.} other {Nothing is laid down on discretion.}}',
  'charter.rule.withdrawal.review':
    '{value, select, withdrawal {A tribunal can review a withdrawal, against the programme’s own words.} refusal {A court can review a failure to sanction.} both {A tribunal can review a withdrawal, and a failure to withdraw.} other {No review is laid down.}}',
  'charter.rule.withdrawal.trigger':
    '{value, select, best_efforts_ceased {Only that best efforts have ceased on the programme as a whole; never one measure, finding or complaint alone.} criterion_unmet {Any criterion that is not met.} other {The agreement has a ground of its own.}}',
  'charter.rule.withdrawal.ownTrigger':
    '{value, select, negative_review_or_deterioration {Increases stay only if the reviews of later years are positive. They can be withdrawn at any time, if a major action, taken or not taken, leads to a significant deterioration in working conditions.} other {There is no other ground.}}',
  'charter.rule.benefit.endings':
    '{value, select, best_efforts_ceased {It ends when best efforts cease.} criterion_unmet {It ends, or a sanction begins, when a criterion is unmet; it returns step by step.} negative_review {It ends with a negative review.} significant_deterioration {It ends with a significant deterioration.} other {It ends with the scheme that it belongs to.}}',
  'charter.rule.withdrawal.waiver':
    '{value, select, none {It cannot be waived.} legislature_vote {A legislature can waive the sanction by a vote.} other {Nothing is laid down on a waiver.}}',
  'charter.rule.complaint.effect':
    '{value, select, agenda_item {If it is upheld, the next forum must consider and address it; nothing else follows.} binding_case {It opens a case that ends in a binding decision.} other {There is no complaints channel.}}',
  'charter.rule.deadlines.hearingDays':
    '{value, select, none {No time is set for a hearing.} other {A hearing is held by day {value}, counted from the filing.}}',
  'charter.rule.deadlines.opinionDays':
    '{value, select, none {No time is set for an opinion.} other {The opinion is given by day {value}, counted from the filing.}}',
  'charter.rule.complaint.settlement':
    '{value, select, closes_case {A settlement ends the case.} panel_still_rules {A settlement does not end the case: the panel still rules on whether compliance was achieved.} other {Nothing is laid down on settlements.}}',
  'charter.rule.publicity.firms':
    '{value, select, aggregate {Results in aggregate; no workplace is named.} named_after_second_inspection {A synthesis in aggregate, no workplace named. One is named in the next report if a second inspection finds no increase in compliance.} immediate {What is disclosed is public at once. Who was interviewed never is.} other {Findings and reports; nothing is laid down on naming workplaces.}}',
  'charter.rule.publicity.smallestCount':
    '{value, plural, one {Every count is published.} other {To protect single people, a count below #, unless it is zero, is not published, nor what would give it back.}}',
  'charter.rule.publicity.disclosed':
    '{value, select, method {Beside its records, each team and agency discloses its method.} successes {It discloses where it succeeded.} failures {It discloses where it failed.} budget {It discloses its budget.} staff {It discloses its staff.} procedures {It discloses its procedures of enforcement.} actions {It discloses its actions of enforcement.} other {Nothing more is asked.}}',
  'charter.rule.voice.disclosures':
    '{value, select, commission {The members of the commission say whether a disclosure was false; never one of the team’s own party. A late, false or missing disclosure is a finding of its own.} reviewers {Neutral reviewers say whether a disclosure was false; never one of the team’s own party. A late, false or missing disclosure is a finding of its own.} other {The monitor says whether a disclosure was false. A late, false or missing disclosure is a finding of its own.}}',
  'charter.rule.benefit.financing':
    '{value, select, recipient_seeks_partner_supports {The receiving party seeks international financing, and the other supports that.} other {Nothing is laid down.}}',
  'charter.rule.stageDays.notice': '{value, plural, one {One day of notice.} other {# days of notice.}}',
  'charter.rule.stageDays.disclosure':
    '{value, plural, one {One day to disclose records.} other {# days to disclose records.}}',
  'charter.rule.stageDays.comparison':
    '{value, plural, one {One day to compare them.} other {# days to compare them.}}',
  'charter.rule.stageDays.deliberation': '{value, plural, one {One day to deliberate.} other {# days to deliberate.}}',
  'charter.rule.stageDays.adoption': '{value, plural, one {One day to adopt.} other {# days to adopt.}}',

  'charter.fault.cadence': 'So many fora with so many months between them do not fit into a year.',
  'charter.fault.forum_too_long': 'The stages of a forum together take longer than the time until the next one.',
  'charter.fault.parties_without_government':
    'The governments must concur, but the parties send no government delegations.',
  'charter.fault.jurists_missing': 'Workers and jurists must concur, but not both of them sit at the table.',
  'charter.fault.reservation_outweighs_objection': 'A reservation would prevent what an objection does not.',
  'charter.fault.employers_adopt':
    'Employers adopt exactly where they send delegations and every delegation must concur.',
  'charter.fault.opinion_before_hearing': 'The opinion would be due before the hearing.',
  'charter.fault.case_without_clock': 'A binding case needs a day for its hearing and a day for its opinion.',
  'charter.fault.one_trigger': 'A charter has one ground of withdrawal: its own, or one of the other two.',
  'charter.fault.ending_without_trigger': 'The benefit would end on a ground that the charter does not have.',
} as const

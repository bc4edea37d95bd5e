export const notice = {
  'notice.title': 'My duties',
  'notice.lede':
    '{count, plural, =0 {Nothing waits on you} one {One thing waits on you} other {# things wait on you}}{late, plural, =0 {} one {; one is late} other {; # are late}}. It is {day}; every deadline ends at midnight, UTC.',
  'notice.today': 'It is {day}; every deadline ends at midnight, UTC.',
  'notice.nothing': 'Nothing waits on you.',
  'notice.nothingWhy':
    'When a rule of an agreement puts something on you, your delegation or your team, it stands here with its date and the reason.',
  'notice.group.late': 'Late',
  'notice.group.week': 'Within seven days',
  'notice.group.later': 'Later',
  'notice.group.undated': 'Without a date',
  'notice.around': 'Around your duties',
  'notice.dates': 'Dates of your agreements',
  'notice.date.forum.stage':
    '{stage, select, disclosure {Disclosure begins} comparison {The comparison opens} deliberation {Deliberation begins} adoption {Adoption begins} closed {The forum closes} other {The forum moves on}}, forum {label}',
  'notice.date.reading.concur': 'Delegations say where they stand on reading {number}',
  'notice.date.commitment.due': 'Commitment due: {title}',
  'notice.news': 'What has happened',
  'notice.newsLede':
    '{unread, plural, =0 {You have read everything.} one {One thing is new to you.} other {# things are new to you.}}',
  'notice.noNews': 'Nothing new.',
  'notice.noNewsWhy': 'Steps that others take in your agreements are told here.',
  'notice.allNews': '{unread, plural, =0 {Everything that happened} other {All, # unread}}',
  'notice.readAll': 'Mark all as read',
  'notice.allRead': 'All are marked as read.',
  'notice.unread': 'New',
  'duty.forum.move':
    '{stage, select, disclosure {Open the disclosure of forum {label}} comparison {Open the comparison of forum {label}} deliberation {Begin the deliberation of forum {label}} adoption {Begin the adoption of forum {label}} other {Move forum {label} on}}',
  'duty.forum.move.why': 'Yours because the day of this stage has come, and only the secretariat moves a forum.',
  'duty.forum.move.act': 'Open the forum',
  'duty.forum.close': 'Close forum {label}',
  'duty.forum.close.why':
    'Yours because the day of its closing has come, and only the secretariat closes a forum. It cannot close while an inherited item has no disposition.',
  'duty.forum.close.act': 'Open the forum',
  'duty.item.dispose': 'Record what becomes of item {position}: {title}',
  'duty.item.dispose.why':
    'Yours because forum {label} cannot close while an inherited item has no disposition, and the secretariat records it.',
  'duty.item.dispose.act': 'Open the item',
  'duty.disclosure.file': 'File what {team} discloses to forum {label}',
  'duty.disclosure.file.why':
    'Yours because you lead the team, and what is not filed before the comparison opens is not compared.',
  'duty.disclosure.file.act': 'Open the disclosure',
  'duty.plan.write': 'Write the plan “{title}” with the other delegations',
  'duty.plan.write.why':
    'Yours because you speak for a delegation that will be asked to concur. What cannot be verified cannot be frozen: the page says what is still missing.',
  'duty.plan.write.act': 'Open the plan',
  'duty.reading.concur': 'Say where your delegation stands on reading {number}',
  'duty.reading.concur.why':
    'Yours because you speak for a delegation, and no plan is locked before every required delegation has spoken.',
  'duty.reading.concur.act': 'Read and decide',
  'duty.reading.lock': 'Lock reading {number} as the programme',
  'duty.reading.lock.why':
    'Yours because every required delegation has spoken and nothing prevents the lock; the secretariat takes it.',
  'duty.reading.lock.act': 'Open the reading',
  'duty.reading.reopen': 'Return reading {number} to drafting',
  'duty.reading.reopen.why': 'Yours because every required delegation has spoken and what was said prevents the lock.',
  'duty.reading.reopen.act': 'Open the reading',
  'duty.reading.overdue':
    '{count, plural, one {One delegation has not spoken on reading {number}} other {# delegations have not spoken on reading {number}}}',
  'duty.reading.overdue.why': 'Yours because the day has passed, and silence is no concurrence.',
  'duty.reading.overdue.act': 'Open the reading',
  'duty.report.file': 'Report on commitment {title}',
  'duty.report.file.why': 'Yours because your party answers for this commitment.',
  'duty.report.file.act': 'Report',
  'duty.finding.publish': 'Publish a finding on commitment {title}',
  'duty.finding.publish.why':
    'Yours because its date, {dueOn}, has passed, and the monitor says whether best efforts are being made and the goal reached.',
  'duty.finding.publish.act': 'Open the commitment',
  'duty.reply.give': 'Reply to finding {number} on commitment {title}',
  'duty.reply.give.why': 'Yours because the finding concerns your party; the reply stands beside it everywhere.',
  'duty.reply.give.act': 'Reply',
  'news.charter.changed': 'Version {version} of the charter is in force',
  'news.seat.given':
    'You were given a seat: {kind, select, delegate {delegate} team_lead {team lead} team_member {team member} monitor {monitor} reviewer {reviewer} tribunal_member {tribunal member} commission_member {commission member} secretariat {secretariat} stakeholder {stakeholder} other {observer}}',
  'news.forum.convened':
    'Forum {label} is convened{inherited, plural, =0 {} one {, with one inherited item} other {, with # inherited items}}',
  'news.forum.moved':
    '{to, select, disclosure {Disclosure is open} comparison {The comparison is open} deliberation {Deliberation has begun} adoption {Adoption has begun} other {The forum has moved on}}, forum {label}',
  'news.forum.redated': 'The dates of forum {label} have changed',
  'news.forum.stage_due':
    '{stage, select, closed {Forum {label} is due to close} other {The next stage of forum {label} is due to begin}}',
  'news.forum.closed': 'Forum {label} is closed',
  'news.item.proposed': 'Item {position} was proposed: {title}',
  'news.item.withdrawn': 'Item {position} was withdrawn: {title}',
  'news.item.disposed':
    'Item {position} {disposition, select, taken_up {was taken up} merged {was merged into item {into}} deferred {was deferred to {until}} declined {was declined} other {was disposed of}}: {title}',
  'news.item.redisposed':
    'The disposition of item {position} was replaced: it {disposition, select, taken_up {was taken up} merged {was merged into item {into}} deferred {was deferred to {until}} declined {was declined} other {was disposed of}}',
  'news.remark.answered': '{name} answered: {words}',
  'news.disclosures.opened':
    '{count, plural, =0 {The comparison of forum {label} is open; no team had filed} one {One disclosure was opened, forum {label}} other {# disclosures were opened at once, forum {label}}}',
  'news.plan.opened': 'The plan “{title}” is open to be written, forum {label}',
  'news.plan.restored': 'The text of the plan was brought back to an earlier point, forum {label}',
  'news.reading.frozen': 'Reading {number} is frozen: delegations say where they stand, forum {label}',
  'news.reading.concurred': '{mark} concurs in reading {number}',
  'news.reading.reserved': '{mark} reserves on reading {number}',
  'news.reading.objected': '{mark} objects to reading {number}',
  'news.reading.overdue':
    '{count, plural, one {One delegation has not spoken on reading {number}} other {# delegations have not spoken on reading {number}}}',
  'news.reading.voided': 'Reading {number} is void: the plan is written on, forum {label}',
  'news.programme.locked':
    '{title} is locked{count, plural, =0 {} one {, with one commitment} other {, with # commitments}}',
  'news.commitment.overdue': 'Commitment {title} is overdue since {dueOn}',
  'news.report.filed': 'A report was filed on commitment {title}',
  'news.finding.published': 'Finding {number} of the monitor on commitment {title}',
  'news.reply.given': 'The party replied to the finding on commitment {title}',
} as const

import { addDays, type Day } from '../../shared/dates.ts'
import type { NewFinding, NewReply, NewReport } from '../../shared/finding.ts'
import { publishFinding } from '../commitment/findings.ts'
import { giveReply } from '../commitment/replies.ts'
import { fileReport } from '../commitment/reports.ts'
import { actOnDue, type OnDue } from '../notice/deadlines.ts'
import { act, at, monthDay, type Play } from './play.ts'

interface Watch {
  commitment: number
  report?: { text: string; value?: string }
  finding: Pick<NewFinding, 'implementation' | 'outcome'> & { value?: string; method: string; evidence: string }
  reply?: NewReply
}

const agrees = { stance: 'agrees', text: '' } as const

/** What the monitor found on each commitment, and what the party says to it. All of it is illustrative. */
const watched: readonly Watch[] = [
  {
    commitment: 1,
    report: {
      text: 'Two meetings with workers and employers were held. A draft of eighteen measures is before them.',
      value: '18',
    },
    finding: {
      implementation: {
        answer: 'partly',
        text: 'A draft exists and both meetings were held. The list is not fixed, and no factory has received it.',
      },
      outcome: {
        answer: 'no_progress',
        text: 'No measure has a written test. Until one has, the next baseline cannot be counted.',
      },
      value: '0',
      method: 'Monitoring method 4: documents read on the spot',
      evidence: 'The draft list and the minutes of both meetings',
    },
    reply: {
      implementation: agrees,
      outcome: {
        stance: 'disagrees',
        text: 'Eighteen measures are agreed between the sides in substance; their tests are being written. “No progress” does not describe that.',
      },
    },
  },
  {
    commitment: 2,
    report: {
      text: 'The rule was issued and every factory instructed. Payroll inspections have begun; 38 payrolls were read.',
      value: '96',
    },
    finding: {
      implementation: {
        answer: 'substantial',
        text: 'The rule was issued in time and every factory instructed. Payroll inspections began a month late.',
      },
      outcome: {
        answer: 'too_slow',
        text: 'From 94 per cent† to 96 per cent. At this pace the goal of 100 per cent is not reached by the end of the period.',
      },
      value: '96',
      method: 'Monitoring method 4: payrolls of 61 factories, visited without notice',
      evidence: 'Payrolls of 61 factories',
    },
    reply: {
      implementation: agrees,
      outcome: {
        stance: 'agrees_in_part',
        text: 'Four of the factories still short joined in the period. Without them the share is 98 per cent. We ask that the next finding show both.',
      },
    },
  },
  {
    commitment: 3,
    finding: {
      implementation: { answer: 'partly', text: 'Posters hang in 70 of 110 factories visited.' },
      outcome: { answer: 'moving', text: 'From 90 per cent† to 92 per cent.' },
      value: '92',
      method: 'Interviews off the premises and time records; who was interviewed is not kept here',
      evidence: 'Time records of 61 factories',
    },
    reply: { implementation: agrees, outcome: agrees },
  },
  {
    commitment: 4,
    finding: {
      implementation: {
        answer: 'no_data_supplied',
        text: 'The visit register names no inspector of the ministry, and the ministry has supplied no record of its own.',
      },
      outcome: { answer: 'no_data_supplied', text: 'How many inspectors have made six visits cannot be said.' },
      method: 'The visit register, read on the spot; a written request to the ministry, unanswered',
      evidence: 'The visit register',
    },
  },
  {
    commitment: 6,
    report: { text: 'Two trainers visited every factory named to us by the monitor.', value: '1' },
    finding: {
      implementation: {
        answer: 'carried_out',
        text: 'Both trainers were engaged; training took place in every factory with a finding in December 2009.',
      },
      outcome: {
        answer: 'reached',
        text: 'Interference was found in 1 per cent of monitored factories, from 3 per cent†. Lower is better.',
      },
      value: '1',
      method: 'Monitoring visits without notice',
      evidence: 'Records of 116 visits',
    },
    reply: { implementation: agrees, outcome: agrees },
  },
]

/** Reports, findings and replies of the months since the lock, with the deadlines that fell due between them. */
export async function monitor(play: Play, programmeId: string, deadlines: Record<string, OnDue>): Promise<void> {
  const rows = await play.db.read
    .selectFrom('commitment')
    .select(['id', 'number'])
    .where('programme_id', '=', programmeId)
    .execute()
  const idOf = (number: number) => rows.find((row) => row.number === number)!.id
  const reported = monthDay(play, -2, 8)
  for (const watch of watched) {
    const id = idOf(watch.commitment)
    if (watch.report)
      await act(play, 'government.kh', (trx, actor) =>
        fileReport(trx, actor, id, reportOf(watch.report!, reported), at(reported)),
      )
  }
  await actOnDue(play.db, deadlines, at(monthDay(play, -1, 1), '06:00'), throwIt)
  const found = monthDay(play, -1, 2)
  const findings: { id: string; reply: NewReply }[] = []
  for (const watch of watched) {
    const finding = await act(play, 'monitor', (trx, actor) =>
      publishFinding(trx, actor, idOf(watch.commitment), findingOf(watch, found), at(found, '10:00')),
    )
    if (watch.reply) findings.push({ id: finding.id, reply: watch.reply })
  }
  for (const { id, reply } of findings)
    await act(play, 'government.kh', (trx, actor) => giveReply(trx, actor, id, reply, at(addDays(found, 5), '16:00')))
}

/** Nothing of the story may fail in silence. */
const throwIt = (error: unknown): never => {
  throw error
}

const reportOf = ({ text, value }: NonNullable<Watch['report']>, asOf: Day): NewReport => ({
  claim: 'under_way',
  text,
  ...(value !== undefined && { figure: { value, asOf } }),
  evidence: [{ title: 'The ministry’s own register', kind: 'document', description: 'Held by the labour ministry' }],
  illustrative: true,
})

function findingOf({ finding }: Watch, asOf: Day): NewFinding {
  const { value, method, evidence, implementation, outcome } = finding
  return {
    implementation,
    outcome,
    ...(value !== undefined && { figure: { value, asOf } }),
    method,
    evidence: [
      {
        title: evidence,
        kind: 'observation',
        description: 'Read or seen by the monitor',
        provenance: 'monitor',
        bearsOn: 'both',
      },
    ],
    illustrative: true,
  }
}

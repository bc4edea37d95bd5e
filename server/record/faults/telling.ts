import type { Actor } from '../../../shared/agreement.ts'
import { addDays, dayOf, type Instant } from '../../../shared/dates.ts'
import { judgeOf } from '../../../shared/disclosure-fault.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Trx } from '../../db/database.ts'
import { inherit } from '../../forum/inheritance.ts'
import { recordAct } from '../../ledger/acts.ts'
import { openDuty } from '../../notice/duties.ts'
import { notifySeats } from '../../notice/notifications.ts'
import { type Fault, faultFacts, faultPath, faultTitle } from './faults.ts'

/** What a step of people on a fault leaves behind: an act in the ledger, and word to every seat. */
export async function tellOfFault(trx: Trx, actor: Actor, fault: Fault, kind: string, now: Instant): Promise<void> {
  const { agreementId, id: subject } = fault
  const body = faultFacts(fault)
  await recordAct(trx, actor, { agreementId, kind, subject, body }, now)
  await notifySeats(trx, actor, { agreementId, kind, subject, path: faultPath(fault), detail: body }, now)
}

/** Nothing is decided before the team could say something to it; to what the clock found it may say something too. */
export async function hearTeam(trx: Trx, fault: Fault, now: Instant): Promise<void> {
  const duty = {
    agreementId: fault.agreementId,
    kind: 'fault.reply',
    subject: fault.id,
    bearer: { seat: 'team_lead', teamId: fault.team.id },
    dueOn: fault.heardUntil,
    path: faultPath(fault),
    detail: faultFacts(fault),
  } as const
  await openDuty(trx, duty, now)
}

export async function askJudges(trx: Trx, fault: Fault, now: Instant): Promise<void> {
  const charter = (await charterOf(trx, fault.agreementId)).body
  const duty = {
    agreementId: fault.agreementId,
    kind: 'fault.decide',
    subject: fault.id,
    bearer: { seat: judgeOf(charter) },
    dueOn: addDays(fault.heardUntil, charter.deadlines.replyDays),
    path: faultPath(fault),
    detail: faultFacts(fault),
  }
  await openDuty(trx, duty, now)
}

/** It opens the next forum, like every finding: the agenda inherits it. */
export async function bringToForum(trx: Trx, fault: Fault, now: Instant): Promise<void> {
  const { agreementId, id: originId, kind } = fault
  const originPath = faultPath(fault)
  const title = faultTitle(fault)
  const link = { on: dayOf(now), kind: 'disclosure' as const, title, path: originPath }
  const body = fault.statement
  const detail = { chain: [link], fault: kind }
  await inherit(trx, { agreementId, origin: 'disclosure_fault', originId, originPath, title, body, detail }, now)
}

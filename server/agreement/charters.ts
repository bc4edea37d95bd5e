import type { Actor } from '../../shared/agreement.ts'
import {
  type Charter,
  charter as charterSchema,
  type RuleKey,
  type RuleValue,
  withRules,
} from '../../shared/charter.ts'
import { charterFaults } from '../../shared/charter-faults.ts'
import { type Day, dayOf, type Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { parse } from '../http/input.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { agreementPath } from './paths.ts'
import type { CharterRow } from './table.ts'

/** One version of an agreement's rules. */
export interface CharterVersion {
  version: number
  body: Charter
  inForceFrom: Day
}

/** The charter that is in force: the latest version. Asks no permission. */
export async function charterOf(db: Reader, agreementId: string): Promise<CharterVersion> {
  const [latest] = await versions(db, agreementId).limit(1).execute()
  if (!latest) throw new Error(`agreement ${agreementId} has no charter`)
  return fromRow(latest)
}

/** Every version, newest first. */
export async function listCharters(db: Reader, actor: Actor, agreementId: string): Promise<CharterVersion[]> {
  demand(actor, 'agreement.read', { agreementId })
  return (await versions(db, agreementId).execute()).map(fromRow)
}

/**
 * Changes rules of the charter by a new version; the old ones stay as they were. `from` is the version that the change
 * was made on: when another came meanwhile, this one is refused rather than laid over it.
 */
export async function changeCharter(
  trx: Trx,
  actor: Actor,
  agreementId: string,
  change: { from: number; rules: Partial<Record<RuleKey, Exclude<RuleValue, undefined> | null>> },
  now: Instant,
): Promise<CharterVersion> {
  demand(actor, 'charter.change', { agreementId })
  const current = await charterOf(trx, agreementId)
  if (current.version !== change.from) throw new Refused('moved_meanwhile')
  const changed = parse(charterSchema, withRules(current.body, change.rules))
  if (JSON.stringify(changed) === JSON.stringify(current.body)) throw new Refused('nothing_changed')
  refuseFaults(changed)
  refuseOtherDelegations(current.body, changed)
  const version = current.version + 1
  await insertCharter(trx, agreementId, version, changed, dayOf(now), now)
  const body = { version, rules: { ...change.rules } }
  await recordAct(trx, actor, { agreementId, kind: 'charter.changed', subject: agreementId, body }, now)
  const path = await agreementPath(trx, agreementId)
  await notifySeats(
    trx,
    actor,
    { agreementId, kind: 'charter.changed', subject: agreementId, path, detail: { version } },
    now,
  )
  return { version, body: changed, inForceFrom: dayOf(now) }
}

export async function insertCharter(
  trx: Trx,
  agreementId: string,
  version: number,
  body: Charter,
  inForceFrom: Day,
  now: Instant,
): Promise<void> {
  const row: CharterRow = {
    id: newId(Date.parse(now)),
    agreement_id: agreementId,
    version,
    template: body.template,
    body: JSON.stringify(body),
    in_force_from: inForceFrom,
    created_at: now,
  }
  await trx.insertInto('charter').values(row).execute()
}

function refuseFaults(charter: Charter): void {
  const faults = charterFaults(charter)
  if (faults.length > 0) throw new Refused('charter_invalid', { faults })
}

/** Who sits is settled when the agreement is made: the delegations exist, hold seats and have spoken. */
function refuseOtherDelegations(before: Charter, after: Charter): void {
  if (JSON.stringify(before.delegations) !== JSON.stringify(after.delegations))
    throw new Refused('charter_delegations_stay')
}

const versions = (db: Reader, agreementId: string) =>
  db.selectFrom('charter').selectAll().where('agreement_id', '=', agreementId).orderBy('version', 'desc')

const fromRow = (row: CharterRow): CharterVersion => ({
  version: row.version,
  body: charterSchema.parse(JSON.parse(row.body)),
  inForceFrom: row.in_force_from,
})

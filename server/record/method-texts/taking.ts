import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import { longestMethod } from '../../../shared/method.ts'
import type { Method } from '../../../shared/record.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Trx } from '../../db/database.ts'
import type { Point } from '../../sync/documents.ts'
import { nameVersion } from '../../sync/versions.ts'
import { insertMethod, latestMethod } from '../methods.ts'
import { type MethodText, methodTextOf, readMethodText } from './method-texts.ts'

/**
 * Takes the team's live text, as it is committed at this moment, into what it files: a new version where the words are
 * new, and the point of the text named after the forum. Undefined where the team writes none, or nothing in it yet.
 */
export async function takeMethod(
  trx: Trx,
  actor: Actor,
  { teamId, label, disclosureId }: { teamId: string; label: string; disclosureId: string },
  now: Instant,
): Promise<Method | undefined> {
  const text = await methodTextOf(trx, teamId)
  const body = text && (await wordsOf(trx, text))
  if (!text || !body) return undefined
  const point = await nameFiled(trx, actor, text.documentId, label.replace('-', '/'), now)
  const last = await latestMethod(trx, teamId)
  if (last && last.title === text.title && last.body === body) return last
  return insertVersion(trx, actor, text, { body, version: (last?.version ?? 0) + 1, point, disclosureId }, now)
}

async function wordsOf(trx: Trx, text: MethodText): Promise<string> {
  const { body } = await readMethodText(trx, text)
  if (body === undefined) throw new Refused('method_unreadable')
  if (body.length > longestMethod) throw new Refused('method_too_long', { length: body.length, most: longestMethod })
  return body
}

/** A team that files again for the same forum names the later text with a number. */
async function nameFiled(trx: Trx, actor: Actor, documentId: string, name: string, now: Instant): Promise<Point> {
  const taken = await trx
    .selectFrom('document_version')
    .select('name')
    .where('document_id', '=', documentId)
    .where('name', 'like', `${name}%`)
    .execute()
  const names = new Set(taken.map((row) => row.name))
  let free = name
  for (let again = 2; names.has(free); again++) free = `${name} (${again})`
  return nameVersion(trx, actor, documentId, { name: free }, now)
}

async function insertVersion(
  trx: Trx,
  actor: Actor,
  text: MethodText,
  { body, version, point, disclosureId }: { body: string; version: number; point: Point; disclosureId: string },
  now: Instant,
): Promise<Method> {
  return insertMethod(trx, disclosureId, {
    id: newId(Date.parse(now)),
    agreement_id: text.agreementId,
    team_id: text.teamId,
    version,
    title: text.title,
    body,
    person_id: actor.personId,
    at: now,
    document_epoch: point.epoch,
    document_seq: point.seq,
    document_hash: point.hash,
  })
}

import * as Y from 'yjs'
import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Access } from '../../../shared/live.ts'
import { methodBody, seedMethod } from '../../../shared/method.ts'
import { may } from '../../../shared/permissions.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { createDocument, readDocument } from '../../sync/documents.ts'
import { latestMethod } from '../methods.ts'
import type { MethodTextRow } from './table.ts'

/** A team's way of working as its members write it together; what is filed of it is a version. */
export interface MethodText {
  teamId: string
  agreementId: string
  documentId: string
  title: string
}

/** Begins the live text of a team's method with the words of its latest version; one that is begun is carried on. */
export async function beginMethodText(
  trx: Trx,
  actor: Actor,
  teamId: string,
  title: string,
  now: Instant,
): Promise<MethodText> {
  const agreementId = await agreementOfTeam(trx, teamId)
  demand(actor, 'method.write', { agreementId, teamId })
  const begun = await methodTextOf(trx, teamId)
  if (begun) return begun
  const doc = new Y.Doc()
  seedMethod(doc, (await latestMethod(trx, teamId))?.body ?? '')
  const about = { agreementId, kind: 'method', subject: teamId, seed: Y.encodeStateAsUpdate(doc) }
  const row: MethodTextRow = {
    team_id: teamId,
    agreement_id: agreementId,
    document_id: await createDocument(trx, about, now),
    title,
    created_at: now,
  }
  await trx.insertInto('method_text').values(row).execute()
  return fromRow(row)
}

export async function renameMethodText(trx: Trx, actor: Actor, teamId: string, title: string): Promise<MethodText> {
  const text = await findMethodText(trx, actor, teamId)
  demand(actor, 'method.write', text)
  await trx.updateTable('method_text').set({ title }).where('team_id', '=', teamId).execute()
  return { ...text, title }
}

/** The live text for its team; for everybody else it is not there. */
export async function findMethodText(db: Reader, actor: Actor, teamId: string): Promise<MethodText> {
  const text = await methodTextOf(db, teamId)
  demand(actor, 'method.draft', { agreementId: text?.agreementId ?? (await agreementOfTeam(db, teamId)), teamId })
  return text ?? notFound()
}

/** Without asking for permission: for other verbs. */
export async function methodTextOf(db: Reader, teamId: string): Promise<MethodText | undefined> {
  const row = await db.selectFrom('method_text').selectAll().where('team_id', '=', teamId).executeTakeFirst()
  return row && fromRow(row)
}

/** What a person may do with the live text of a method, asked for each message: its team writes, nobody else reads. */
export async function methodAccess(
  db: Reader,
  actor: Actor,
  document: { subject: string },
): Promise<Access | undefined> {
  const text = await methodTextOf(db, document.subject)
  return text && may(actor, 'method.draft', text) ? 'write' : undefined
}

/** The words of the live text as they are committed now, with the point that they are of. */
export async function readMethodText(
  db: Reader,
  text: MethodText,
): Promise<{ body: string | undefined; epoch: number; seq: number }> {
  const { update, epoch, seq } = await readDocument(db, text.documentId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return { body: methodBody(doc), epoch, seq }
}

async function agreementOfTeam(db: Reader, teamId: string): Promise<string> {
  const team = await db.selectFrom('team').select('agreement_id').where('id', '=', teamId).executeTakeFirst()
  return team?.agreement_id ?? notFound()
}

function notFound(): never {
  throw new Refused('not_found')
}

const fromRow = (row: MethodTextRow): MethodText => ({
  teamId: row.team_id,
  agreementId: row.agreement_id,
  documentId: row.document_id,
  title: row.title,
})

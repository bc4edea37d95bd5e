import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Method, MethodForm } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { findDraft } from './disclosures.ts'
import { methodTextOf } from './method-texts/method-texts.ts'
import { insertMethod, latestMethod } from './methods.ts'

/**
 * Writes the team's way of working into its draft: a new version where the words are new. A team that writes it as a live
 * text files that one, and none beside it.
 */
export async function writeMethod(
  trx: Trx,
  actor: Actor,
  disclosureId: string,
  form: MethodForm,
  now: Instant,
): Promise<Method> {
  const disclosure = await findDraft(trx, actor, disclosureId)
  if (await methodTextOf(trx, disclosure.teamId)) throw new Refused('method_is_live')
  const last = await latestMethod(trx, disclosure.teamId)
  const same = last && last.title === form.title && last.body === form.body
  const method = same ? last : await newVersion(trx, actor, disclosure, form, (last?.version ?? 0) + 1, now)
  await trx.updateTable('disclosure').set({ method_id: method.id }).where('id', '=', disclosure.id).execute()
  return method
}

const newVersion = (
  trx: Trx,
  actor: Actor,
  disclosure: { id: string; agreementId: string; teamId: string },
  form: MethodForm,
  version: number,
  now: Instant,
): Promise<Method> =>
  insertMethod(trx, disclosure.id, {
    id: newId(Date.parse(now)),
    agreement_id: disclosure.agreementId,
    team_id: disclosure.teamId,
    version,
    title: form.title,
    body: form.body,
    person_id: actor.personId,
    at: now,
    document_epoch: null,
    document_seq: null,
    document_hash: null,
  })

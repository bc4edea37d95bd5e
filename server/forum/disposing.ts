import { type Disposal, mergesIntoItself } from '../../shared/agenda.ts'
import type { Actor } from '../../shared/agreement.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import { inherited, opensOn } from '../../shared/forum.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import type { Forum } from './forums.ts'
import { inherit } from './inheritance.ts'
import { type AgendaItem, agendaOf, findItem, getItem, itemPath, tellOfItem } from './items.ts'

/**
 * Says what becomes of an item. Until the forum closes, whoever names the disposition that stands may put another in its
 * place; each is an act.
 */
export async function disposeOf(
  trx: Trx,
  actor: Actor,
  id: string,
  given: Disposal,
  now: Instant,
): Promise<AgendaItem> {
  const { item, forum } = await findItem(trx, actor, id)
  demand(actor, 'item.dispose', { agreementId: forum.agreementId, state: forum.stage })
  if (item.withdrawnAt) throw new Refused('item_withdrawn')
  if (item.disposedAt && given.replaces === undefined) throw new Refused('item_disposed')
  if (item.disposedAt !== given.replaces) throw new Refused('moved_meanwhile')
  if (given.disposition === 'deferred' && given.until < dayOf(now)) throw new Refused('date_in_past')
  const into = given.disposition === 'merged' ? await mergeTarget(trx, item, given.into) : undefined
  await setDisposition(trx, actor, item, given, now)
  await closeDuty(trx, 'item.dispose', id, now)
  await tellOfItem(
    trx,
    actor,
    forum,
    item.disposition ? 'item.redisposed' : 'item.disposed',
    id,
    factsOf(forum, item, given, into),
    now,
  )
  return (await getItem(trx, id))!
}

/** From the stage on at which items can be disposed of, each inherited one waits on the secretariat. */
export async function askForDispositions(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  for (const item of await agendaOf(trx, forum.id)) {
    if (!inherited(item.origin) || item.disposition) continue
    const { agreementId, label } = forum
    const detail = { label, position: item.position, title: item.title }
    const duty = { agreementId, kind: 'item.dispose', subject: item.id, path: itemPath(forum, item.id), detail }
    const dueOn = opensOn(forum.stages, 'closed')
    await openDuty(trx, { ...duty, bearer: { seat: 'secretariat' }, dueOn }, now)
  }
}

/** What a forum deferred comes back by itself, as an inherited item of the next one. */
export async function returnDeferred(trx: Trx, closed: Forum, now: Instant): Promise<void> {
  for (const item of await agendaOf(trx, closed.id)) {
    if (item.disposition !== 'deferred' || item.withdrawnAt) continue
    const path = itemPath(closed, item.id)
    const was = { on: dayOf(item.addedAt), kind: 'item' as const, title: item.title, path }
    const deferral = { on: dayOf(item.disposedAt ?? now), kind: 'deferral' as const, title: closed.label, path }
    const note = item.reason === undefined ? {} : { note: item.reason }
    const chain = [...(item.detail.chain ?? []), was, { ...deferral, ...note }]
    const detail = { ...item.detail, chain, deferredTo: item.deferredTo, forum: closed.label, position: item.position }
    const origin = { agreementId: closed.agreementId, origin: 'deferred' as const, originId: item.id, originPath: path }
    await inherit(trx, { ...origin, title: item.title, body: item.body, detail }, now)
  }
}

/** Another item of the same forum carries it on; it stays on the agenda and does not lead back. */
async function mergeTarget(trx: Trx, item: AgendaItem, into: string): Promise<AgendaItem> {
  const items = await agendaOf(trx, item.forumId ?? '')
  const target = items.find(({ id }) => id === into)
  if (!target) throw new Refused('not_found')
  if (target.withdrawnAt) throw new Refused('item_withdrawn')
  if (mergesIntoItself(items, item, target)) throw new Refused('merge_into_itself')
  return target
}

async function setDisposition(trx: Trx, actor: Actor, item: AgendaItem, given: Disposal, now: Instant): Promise<void> {
  let update = trx
    .updateTable('agenda_item')
    .set({
      disposition: given.disposition,
      disposition_reason: given.reason ?? null,
      deferred_to: given.disposition === 'deferred' ? given.until : null,
      merged_into: given.disposition === 'merged' ? given.into : null,
      disposed_by: actor.personId,
      disposed_at: now,
    })
    .where('id', '=', item.id)
    .where('withdrawn_at', 'is', null)
  update = item.disposedAt ? update.where('disposed_at', '=', item.disposedAt) : update.where('disposed_at', 'is', null)
  const moved = await update.executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
}

const factsOf = (forum: Forum, item: AgendaItem, given: Disposal, into: AgendaItem | undefined) => ({
  label: forum.label,
  position: item.position,
  title: item.title,
  disposition: given.disposition,
  reason: given.reason,
  until: given.disposition === 'deferred' ? given.until : undefined,
  into: into?.position,
  before: item.disposition,
})

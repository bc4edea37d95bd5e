import type { ChainLink } from '../../../shared/agenda.ts'
import type { Actor } from '../../../shared/agreement.ts'
import { dayOf, type Instant } from '../../../shared/dates.ts'
import type { Trx } from '../../db/database.ts'
import { extendChain } from '../../forum/inheritance.ts'
import { recordAct } from '../../ledger/acts.ts'
import { notifySeats } from '../../notice/notifications.ts'
import { type Gap, gapFacts, gapPath } from './gaps.ts'

/** What a step on a gap leaves behind: an act in the ledger, and word to every seat. */
export async function tellOfGap(
  trx: Trx,
  actor: Actor | undefined,
  gap: Gap,
  kind: string,
  facts: Record<string, unknown>,
  now: Instant,
): Promise<void> {
  const { agreementId, id: subject } = gap
  const body = { ...gapFacts(gap), ...facts }
  await recordAct(trx, actor, { agreementId, kind, subject, body }, now)
  await notifySeats(trx, actor, { agreementId, kind, subject, path: gapPath(gap), detail: body }, now)
}

/** What has happened to a gap is told where a forum has inherited it. */
export const chainOf = (gap: Gap, kind: ChainLink['kind'], now: Instant): ChainLink => ({
  on: dayOf(now),
  kind,
  title: gapTitle(gap),
  path: gapPath(gap),
})

export const extendGapChain = (trx: Trx, gap: Gap, kind: ChainLink['kind'], now: Instant): Promise<void> =>
  extendChain(trx, 'gap', gap.id, chainOf(gap, kind, now))

/** As it stands on an agenda: names, not a sentence, so that it needs no language. */
export const gapTitle = (gap: Gap): string =>
  `${gap.number}. ${gap.team.name} – ${gap.peer.name}: ${gap.figures.indicator.title}`

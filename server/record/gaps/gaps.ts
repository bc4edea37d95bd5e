import type { Actor } from '../../../shared/agreement.ts'
import { type Day, dayOf, endOfDay, type Instant } from '../../../shared/dates.ts'
import {
  dueAfter,
  type GapClosing,
  type GapFigures,
  type GapMove,
  type GapRules,
  type GapState,
  gapClosing,
  gapFigures,
  gapMoves,
  gapRules,
} from '../../../shared/gap.ts'
import { mayMove } from '../../../shared/moves.ts'
import type { Period } from '../../../shared/period.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { cancelDeadline, setDeadline } from '../../notice/deadlines.ts'
import type { GapRow } from './table.ts'

/** A team's record that is worse than a comparable peer's by more than chance, with its clock and what became of it. */
export interface Gap {
  id: string
  agreementId: string
  agreementSlug: string
  forumId: string
  forumLabel: string
  number: number
  team: { id: string; name: string; partyId?: string | undefined }
  peer: { id: string; name: string }
  indicatorId: string
  period: Period
  figures: GapFigures
  rules: GapRules
  /** The better team's method, as it was disclosed. */
  methodId?: string | undefined
  state: GapState
  round: number
  dueOn?: Day | undefined
  overdueAt?: Instant | undefined
  lapsedAt?: Instant | undefined
  /** Why the forum set it aside. */
  reason?: string | undefined
  openedAt: Instant
  movedAt: Instant
  closing?: GapClosing | undefined
}

/** The gap for who may read it; `not_found` for everyone else. */
export async function findGap(db: Reader, actor: Actor, id: string): Promise<Gap> {
  const gap = await getGap(db, id)
  demand(actor, 'gap.read', { agreementId: gap?.agreementId })
  if (!gap) throw new Refused('not_found')
  return gap
}

/** The gap without asking for permission: for verbs that have asked, and for the clock. */
export async function getGap(db: Reader, id: string): Promise<Gap | undefined> {
  const row = await gapRows(db).where('gap.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export const gapPath = (gap: Pick<Gap, 'agreementSlug' | 'id'>): string =>
  `/a/${encodeURIComponent(gap.agreementSlug)}/gaps/${encodeURIComponent(gap.id)}`

/** What sentences about a gap name. */
export const gapFacts = (gap: Gap) => ({
  number: gap.number,
  team: gap.team.name,
  peer: gap.peer.name,
  indicator: gap.figures.indicator.title,
  label: gap.forumLabel,
})

export const concernedBy = ({ team }: Pick<Gap, 'team'>) => ({ partyId: team.partyId, teamId: team.id })

/**
 * Moves a gap from the state that was read; whoever comes second is refused. The clock of the new state starts, unless
 * the old one runs on: what is explained again has no more time to be decided.
 */
export async function moveGap(
  trx: Trx,
  gap: Gap,
  move: GapMove,
  now: Instant,
  also: Partial<Pick<GapRow, 'round' | 'closing' | 'lapsed_at' | 'overdue_at'>> = {},
): Promise<Gap> {
  if (!mayMove(gapMoves, move, gap.state)) throw new Refused('moved_meanwhile')
  const state: GapState = gapMoves[move].to
  const runsOn = state === gap.state || move === 'lapse'
  const clock = runsOn ? {} : { due_on: dueAfter(state, gap.rules, dayOf(now)) ?? null, overdue_at: null }
  const moved = await trx
    .updateTable('gap')
    .set({ state, moved_at: now, ...clock, ...also })
    .where('id', '=', gap.id)
    .where('state', '=', gap.state)
    .where('round', '=', gap.round)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  const after = (await getGap(trx, gap.id))!
  await startClock(trx, after)
  return after
}

/** One deadline a gap: that of the state it is in. */
export async function startClock(trx: Trx, gap: Gap): Promise<void> {
  if (gap.dueOn === undefined || gap.state === 'overdue') return cancelDeadline(trx, 'gap.due', gap.id)
  await setDeadline(trx, {
    agreementId: gap.agreementId,
    kind: 'gap.due',
    subject: gap.id,
    dueAt: endOfDay(gap.dueOn),
    path: gapPath(gap),
    detail: gapFacts(gap),
  })
}

export const gapRows = (db: Reader) =>
  db
    .selectFrom('gap')
    .innerJoin('team', 'team.id', 'gap.team_id')
    .innerJoin('team as peer', 'peer.id', 'gap.peer_id')
    .innerJoin('forum', 'forum.id', 'gap.forum_id')
    .innerJoin('agreement', 'agreement.id', 'gap.agreement_id')
    .selectAll('gap')
    .select([
      'team.name as team_name',
      'team.party_id as team_party_id',
      'peer.name as peer_name',
      'forum.label as forum_label',
      'agreement.slug as agreement_slug',
    ])

type JoinedRow = GapRow & {
  team_name: string
  team_party_id: string | null
  peer_name: string
  forum_label: string
  agreement_slug: string
}

export const fromRow = (row: JoinedRow): Gap => ({
  id: row.id,
  agreementId: row.agreement_id,
  agreementSlug: row.agreement_slug,
  forumId: row.forum_id,
  forumLabel: row.forum_label,
  number: row.number,
  team: { id: row.team_id, name: row.team_name, partyId: row.team_party_id ?? undefined },
  peer: { id: row.peer_id, name: row.peer_name },
  indicatorId: row.indicator_id,
  period: row.period,
  figures: gapFigures.parse(JSON.parse(row.figures)),
  rules: gapRules.parse(JSON.parse(row.rules)),
  methodId: row.method_id ?? undefined,
  state: row.state as GapState,
  round: row.round,
  dueOn: row.due_on ?? undefined,
  overdueAt: row.overdue_at ?? undefined,
  lapsedAt: row.lapsed_at ?? undefined,
  reason: row.reason || undefined,
  openedAt: row.opened_at,
  movedAt: row.moved_at,
  closing: row.closing === null ? undefined : gapClosing.parse(JSON.parse(row.closing)),
})

import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { clockOf, openGapStates, questionOf, seatOfVoices, type VoiceAnswer } from '../../../shared/gap.ts'
import type { Method } from '../../../shared/record.ts'
import type { Reader } from '../../db/database.ts'
import { findForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { getMethod } from '../methods.ts'
import { type Progress, progressOf } from './adopting.ts'
import { type Decision, decisionsOn } from './deciding.ts'
import { type Explanation, explanationsOf } from './explaining.ts'
import { findGap, fromRow, type Gap, gapRows } from './gaps.ts'
import { type Placement, placementsOf } from './inheriting.ts'
import { type Proposal, proposalsIn } from './proposals.ts'
import { type Said, saidOn, tallyOf, type Voice } from './voices.ts'

/** A gap as its page shows it, to everyone of the agreement. */
export interface GapView extends Gap {
  /** On whom the clock runs now. */
  awaited?: 'team' | 'forum' | undefined
  /** The better team's method. */
  method?: Method | undefined
  explanations: Explanation[]
  /** What was decided, each with all that was said on it. */
  decisions: (Decision & { said: Said[] })[]
  /** The question that is open: who may speak on it, what was said, and what follows once it is put on record. */
  open?:
    | {
        voices: Voice[]
        said: Said[]
        outcome?: VoiceAnswer | undefined
        seat: 'delegate' | 'commission_member' | 'reviewer'
      }
    | undefined
  progress: Progress[]
  /** The items by which fora inherited it. */
  agenda: Placement[]
}

export async function viewGap(db: Reader, actor: Actor, id: string): Promise<GapView> {
  return fullGap(db, await findGap(db, actor, id))
}

/** Everything about a gap, without asking for permission: for who knows that it may be read. */
export async function fullGap(db: Reader, gap: Gap): Promise<GapView> {
  const said = await saidOn(db, gap.id)
  const decisions = (await decisionsOn(db, gap.id)).map((decision) => ({
    ...decision,
    said: said.filter(
      ({ question, round, voice }) =>
        question === decision.question && round === decision.round && decision.heard.includes(voice),
    ),
  }))
  const seat = seatOfVoices[gap.rules.decidedBy]
  return {
    ...gap,
    awaited: clockOf(gap.state, gap.rules)?.with,
    method: gap.methodId ? await getMethod(db, gap.methodId) : undefined,
    explanations: await explanationsOf(db, gap.id),
    decisions,
    open: questionOf(gap.state) && { ...(await tallyOf(db, gap)), seat },
    progress: await progressOf(db, gap.id),
    agenda: await placementsOf(db, gap.id),
  }
}

/** A gap as a list shows it. */
export interface GapLine extends Gap {
  awaited?: 'team' | 'forum' | undefined
  /** From an earlier forum. */
  inherited: boolean
  explainedAt?: Instant | undefined
  /** Of the question that is open: how many have spoken, of how many. */
  spoken?: { said: number; voices: number } | undefined
  /** What was said last: of the explanation, or why it was set aside. */
  lastWords: string
}

/** The gaps that a forum has to do with, and what its figures propose. */
export interface ForumGaps {
  forumId: string
  label: string
  gaps: GapLine[]
  /** The widest first; none while the records are sealed or once the forum has closed. */
  proposals: Proposal[]
  /** How many more the figures propose than are shown at once. */
  more: number
}

/** Proposals that are shown at once: whoever has decided on these sees the next. */
const mostProposals = 100

export async function gapsOfForum(db: Reader, actor: Actor, forumId: string): Promise<ForumGaps> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'gap.read', { agreementId: forum.agreementId })
  const open = ['comparison', 'deliberation', 'adoption'].includes(forum.stage)
  const proposals = open ? (await proposalsIn(db, forum)).sort(widestFirst) : []
  const gaps = await gapsBefore(db, forum)
  return {
    forumId,
    label: forum.label,
    gaps: await Promise.all(gaps.map((gap) => lineOf(db, gap, forumId))),
    proposals: proposals.slice(0, mostProposals),
    more: Math.max(0, proposals.length - mostProposals),
  }
}

async function lineOf(db: Reader, gap: Gap, forumId: string): Promise<GapLine> {
  const explained = (await explanationsOf(db, gap.id)).at(-1)
  const tally = questionOf(gap.state) && (await tallyOf(db, gap))
  return {
    ...gap,
    awaited: clockOf(gap.state, gap.rules)?.with,
    inherited: gap.forumId !== forumId,
    explainedAt: explained?.at,
    spoken: tally && { said: tally.said.length, voices: tally.voices.length },
    lastWords: (explained?.body ?? gap.reason ?? '').slice(0, 300),
  }
}

/** By how much of the better figure the other is behind: figures of different units stand in one list. */
const widestFirst = (a: Proposal, b: Proposal): number => widthOf(b) - widthOf(a)
const widthOf = ({ figures: { team, peer } }: Proposal): number =>
  Math.abs(peer.figure - team.figure) / Math.max(Math.abs(peer.figure), Math.abs(team.figure))

/** Those that were confirmed or set aside here, those that it inherited, and while it sits all that are open. */
export async function gapsBefore(
  db: Reader,
  forum: { id: string; agreementId: string; stage: string },
): Promise<Gap[]> {
  const inherited = db
    .selectFrom('agenda_item')
    .select('origin_id')
    .where('forum_id', '=', forum.id)
    .where('origin', '=', 'gap')
  const rows = await gapRows(db)
    .where('gap.agreement_id', '=', forum.agreementId)
    .where((eb) =>
      eb.or([
        eb('gap.forum_id', '=', forum.id),
        eb('gap.id', 'in', inherited),
        ...(forum.stage === 'closed' ? [] : [eb('gap.state', 'in', [...openGapStates])]),
      ]),
    )
    .orderBy('gap.number')
    .execute()
  return rows.map(fromRow)
}

import { commitmentDeadlines } from './commitment/due-commitments.ts'
import type { ForumFollowers } from './forum/followers.ts'
import { minutesAccess } from './forum/minutes.ts'
import { forumDeadlines } from './forum/stage-deadlines.ts'
import type { OnDue } from './notice/deadlines.ts'
import { planDeadlines } from './plan/duties.ts'
import { planFollowers } from './plan/followers.ts'
import { planAccess } from './plan/plans.ts'
import { criterionFollowers } from './record/criteria/criterion-duties.ts'
import { gapDeadlines } from './record/gaps/clocks.ts'
import { gapFollowers } from './record/gaps/inheriting.ts'
import { methodAccess } from './record/method-texts/method-texts.ts'
import { recordFollowers } from './record/stage-following.ts'
import { floorDeadlines } from './record/strategies/floor-duties.ts'
import { strategyFollowers } from './record/strategies/strategy-following.ts'
import type { AccessRule } from './sync/door.ts'

/**
 * What rooms give to those before them, which may not ask for them by name: what follows a forum's stage and what keeps
 * it open, what happens when a deadline falls due, and what a person may do with a live document of each kind.
 */
const following: readonly ForumFollowers[] = [
  recordFollowers,
  criterionFollowers,
  strategyFollowers,
  gapFollowers,
  planFollowers,
]

export const forumFollowers: ForumFollowers = {
  onStage: following.flatMap((room) => room.onStage),
  blocks: following.flatMap((room) => room.blocks),
}

export const deadlines: Record<string, OnDue> = {
  ...forumDeadlines,
  ...gapDeadlines,
  ...floorDeadlines,
  ...planDeadlines,
  ...commitmentDeadlines,
}

export const liveAccess: Record<string, AccessRule> = { plan: planAccess, minutes: minutesAccess, method: methodAccess }

import type { Instant } from '../../shared/dates.ts'
import type { Stage } from '../../shared/forum.ts'
import type { Reader, Trx } from '../db/database.ts'
import type { Forum } from './forums.ts'

/** Something of another room that keeps a forum from closing, as the refusal lists it. */
export interface Block {
  /** With a sentence `forum.block.<kind>` in the catalogues. */
  kind: string
  subject: string
  title: string
  path: string
}

/** What the rooms after this one give to it: the forum never asks for them by name. */
export interface ForumFollowers {
  /** Run when a forum has reached a stage, in the transaction that moved it. */
  onStage: ((trx: Trx, forum: Forum, stage: Stage, now: Instant) => Promise<void>)[]
  /** Asked before a forum closes, and by its page: what still stands in the way. */
  blocks: ((db: Reader, forum: Forum) => Promise<Block[]>)[]
}

export const noFollowers: ForumFollowers = { onStage: [], blocks: [] }

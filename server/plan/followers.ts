import type { ForumFollowers } from '../forum/followers.ts'
import { sealDocument } from '../sync/documents.ts'
import { openReadingBlocks } from './duties.ts'
import { planOf } from './plans.ts'
import { stopAskingToWrite } from './writing-duties.ts'

/** What plans give to the forum: an open reading holds it, and with the forum the writing ends. */
export const planFollowers: ForumFollowers = {
  onStage: [
    async (trx, forum, stage, now) => {
      const plan = stage === 'closed' ? await planOf(trx, forum.id) : undefined
      if (plan?.state !== 'drafting') return
      await sealDocument(trx, plan.documentId, now)
      await stopAskingToWrite(trx, plan.id, now)
    },
  ],
  blocks: [openReadingBlocks],
}

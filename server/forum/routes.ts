import { Hono } from 'hono'
import * as z from 'zod/mini'
import { disposal, proposal } from '../../shared/agenda.ts'
import { stages } from '../../shared/forum.ts'
import { convocation, forumDates, forumTitle } from '../../shared/forum-dates.ts'
import { naming, restoring, stretchAsked } from '../../shared/history.ts'
import { remarksOf, saying } from '../../shared/remark.ts'
import type { Env } from '../http/env.ts'
import { body, query } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { blocksOf, closeForum } from './closing.ts'
import { convene } from './convening.ts'
import { disposeOf } from './disposing.ts'
import type { ForumFollowers } from './followers.ts'
import { findForumByLabel, listFora } from './forums.ts'
import { listItems, listWaiting, proposeItem, withdrawItem } from './items.ts'
import {
  minutesAttribution,
  minutesChanges,
  minutesPoints,
  nameMinutesVersion,
  restoreMinutes,
} from './minutes-history.ts'
import { moveForum, redateForum, renameForum } from './moving.ts'
import { listRemarks, resolve, say } from './remarks.ts'

const move = z.strictObject({
  to: z.enum(stages.slice(1, -1) as ['disclosure', 'comparison', 'deliberation', 'adoption']),
})

/** Called with what the rooms after this one give; see `ForumFollowers`. */
export const forumRoutes = (followers: ForumFollowers) =>
  new Hono<Env>()
    .get('/api/agreements/:agreementId/forums', rule('forum.read'), async (c) =>
      c.json(await listFora(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
    )
    .post('/api/agreements/:agreementId/forums', rule('forum.convene'), body(convocation), async (c) => {
      const { agreementId } = c.req.param()
      const given = c.req.valid('json')
      const forum = await c.var.db.write((trx) => convene(trx, c.var.actor, followers, agreementId, given, c.var.now))
      return c.json(forum, 201)
    })
    .get('/api/agreements/:agreementId/forums/:label', rule('forum.read'), async (c) => {
      const { agreementId, label } = c.req.param()
      return c.json(await findForumByLabel(c.var.db.read, c.var.actor, agreementId, label))
    })
    .put('/api/forums/:id/stage', rule('forum.move'), body(move), async (c) => {
      const { to } = c.req.valid('json')
      const id = c.req.param('id')
      return c.json(await c.var.db.write((trx) => moveForum(trx, c.var.actor, followers, id, to, c.var.now)))
    })
    .put('/api/forums/:id/dates', rule('forum.move'), body(forumDates), async (c) => {
      const dates = c.req.valid('json')
      return c.json(await c.var.db.write((trx) => redateForum(trx, c.var.actor, c.req.param('id'), dates, c.var.now)))
    })
    .put('/api/forums/:id/title', rule('forum.move'), body(z.strictObject({ title: forumTitle })), async (c) => {
      const { title } = c.req.valid('json')
      return c.json(await c.var.db.write((trx) => renameForum(trx, c.var.actor, c.req.param('id'), title, c.var.now)))
    })
    .get('/api/forums/:id/blocks', rule('forum.read'), async (c) =>
      c.json(await blocksOf(c.var.db.read, c.var.actor, followers, c.req.param('id'))),
    )
    .put('/api/forums/:id/closing', rule('forum.close'), async (c) =>
      c.json(await c.var.db.write((trx) => closeForum(trx, c.var.actor, followers, c.req.param('id'), c.var.now))),
    )
    .get('/api/forums/:id/minutes/attribution', rule('minutes.read'), async (c) =>
      c.json(await minutesAttribution(c.var.db.read, c.var.actor, c.req.param('id'))),
    )
    .get('/api/forums/:id/minutes/points', rule('minutes.read'), async (c) =>
      c.json(await minutesPoints(c.var.db.read, c.var.actor, c.req.param('id'))),
    )
    .get('/api/forums/:id/minutes/changes', rule('minutes.read'), query(stretchAsked), async (c) =>
      c.json(await minutesChanges(c.var.db.read, c.var.actor, c.req.param('id'), c.req.valid('query'))),
    )
    .post('/api/forums/:id/minutes/versions', rule('version.name'), body(naming), async (c) => {
      const given = c.req.valid('json')
      const id = c.req.param('id')
      return c.json(await c.var.db.write((trx) => nameMinutesVersion(trx, c.var.actor, id, given, c.var.now)), 201)
    })
    .post('/api/forums/:id/minutes/restorations', rule('minutes.restore'), body(restoring), async (c) => {
      const { point } = c.req.valid('json')
      return c.json(await restoreMinutes(c.var.db, c.var.actor, c.req.param('id'), point, c.var.now), 201)
    })
    .get('/api/agreements/:agreementId/waiting-items', rule('forum.read'), async (c) =>
      c.json(await listWaiting(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
    )
    .get('/api/forums/:id/items', rule('forum.read'), async (c) =>
      c.json(await listItems(c.var.db.read, c.var.actor, c.req.param('id'))),
    )
    .post('/api/forums/:id/items', rule('item.propose'), body(proposal), async (c) => {
      const given = c.req.valid('json')
      const id = c.req.param('id')
      return c.json(await c.var.db.write((trx) => proposeItem(trx, c.var.actor, id, given, c.var.now)), 201)
    })
    .put('/api/items/:id/disposition', rule('item.dispose'), body(disposal), async (c) => {
      const given = c.req.valid('json')
      return c.json(await c.var.db.write((trx) => disposeOf(trx, c.var.actor, c.req.param('id'), given, c.var.now)))
    })
    .put('/api/items/:id/withdrawal', rule('item.withdraw'), async (c) =>
      c.json(await c.var.db.write((trx) => withdrawItem(trx, c.var.actor, c.req.param('id'), c.var.now))),
    )
    .get('/api/agreements/:agreementId/remarks', rule('forum.read'), query(remarksOf), async (c) =>
      c.json(await listRemarks(c.var.db.read, c.var.actor, c.req.param('agreementId'), c.req.valid('query'))),
    )
    .post('/api/agreements/:agreementId/remarks', rule('remark.make'), body(saying), async (c) => {
      const given = c.req.valid('json')
      const { agreementId } = c.req.param()
      return c.json(await c.var.db.write((trx) => say(trx, c.var.actor, agreementId, given, c.var.now)), 201)
    })
    .put('/api/remarks/:id/resolution', rule('remark.resolve'), async (c) =>
      c.json(await c.var.db.write((trx) => resolve(trx, c.var.actor, c.req.param('id'), true, c.var.now))),
    )
    .delete('/api/remarks/:id/resolution', rule('remark.resolve'), async (c) =>
      c.json(await c.var.db.write((trx) => resolve(trx, c.var.actor, c.req.param('id'), false, c.var.now))),
    )

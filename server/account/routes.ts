import { type Context, Hono } from 'hono'
import { languageForm, passwordForm, signInForm } from '../../shared/account.ts'
import type { Actor } from '../../shared/agreement.ts'
import { demand } from '../http/demand.ts'
import type { Env } from '../http/env.ts'
import { body } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { listDuties } from '../notice/duties.ts'
import { deviceOf } from './device.ts'
import { personById } from './people.ts'
import { endOwnSession, listSessions } from './sessions.ts'
import { changeLanguage, changePassword, type Keys, signIn } from './sign-in.ts'

/** From where a request comes, as signing in asks it. */
export const doorstep = (c: Context<Env>) => ({
  address: c.var.address,
  device: deviceOf(c.req.header('User-Agent')),
  before: c.var.session,
})

export const accountRoutes = (keys: Keys) =>
  new Hono<Env>()
    .post('/api/sign-in', rule('session.begin'), body(signInForm), async (c) => {
      const { token } = await signIn(c.var.db, keys, c.req.valid('json'), doorstep(c), c.var.now)
      return c.json({ signedIn: true }, 200, { 'Set-Cookie': keys.sessions.cookie(token) })
    })
    .get('/api/session', rule('session.read'), async (c) => c.json(await sessionOf(c, c.var.actor)))
    .delete('/api/session', rule('session.end'), async (c) => {
      demand(c.var.actor, 'session.end')
      await c.var.db.write(async (trx) => keys.sessions.end(trx, c.var.session ?? ''))
      return c.body(null, 204, { 'Set-Cookie': keys.sessions.cookie(undefined) })
    })
    .get('/api/sessions', rule('session.read'), async (c) => {
      demand(c.var.actor, 'session.read')
      return c.json(await listSessions(c.var.db.read, c.var.actor.personId, c.var.session, c.var.now))
    })
    .delete('/api/sessions/:id', rule('session.end'), async (c) => {
      demand(c.var.actor, 'session.end')
      const id = c.req.param('id')
      await c.var.db.write((trx) => endOwnSession(trx, keys.sessions, c.var.actor.personId, id))
      return c.body(null, 204)
    })
    .put('/api/password', rule('password.change'), body(passwordForm), async (c) => {
      const { address, session } = c.var
      await changePassword(c.var.db, keys, c.var.actor, c.req.valid('json'), { address, session })
      return c.body(null, 204)
    })
    .put('/api/language', rule('language.change'), body(languageForm), async (c) => {
      const { language } = c.req.valid('json')
      await c.var.db.write((trx) => changeLanguage(trx, c.var.actor, language))
      return c.json({ language })
    })

async function sessionOf(c: Context<Env>, actor: Actor) {
  demand(actor, 'session.read')
  const { email, language } = await personById(c.var.db.read, actor.personId)
  return { actor, email, language, duties: (await listDuties(c.var.db.read, actor)).length }
}

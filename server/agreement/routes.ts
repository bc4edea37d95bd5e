import { Hono } from 'hono'
import { acceptanceForm } from '../../shared/account.ts'
import {
  agreementChange,
  charterChange,
  newAgreement,
  newInvitation,
  newSeat,
  newTeam,
  teamParty,
} from '../../shared/agreement-forms.ts'
import { doorstep } from '../account/routes.ts'
import type { Sessions } from '../account/sessions.ts'
import type { Env } from '../http/env.ts'
import { body } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { acceptInvitation } from './acceptance.ts'
import { changeAgreement, createAgreement, findAgreement, listAgreements } from './agreements.ts'
import { changeCharter, listCharters } from './charters.ts'
import { inviteToSeat, listInvitations, readInvitation, resendInvitation, revokeInvitation } from './invitations.ts'
import { endSeat, giveSeat, listSeats } from './seats.ts'
import { assignTeam, makeTeam } from './teams.ts'

const agreements = new Hono<Env>()
  .get('/api/agreements', rule('agreement.list'), async (c) => c.json(await listAgreements(c.var.db.read, c.var.actor)))
  .post('/api/agreements', rule('agreement.create'), body(newAgreement), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => createAgreement(trx, c.var.actor, asked, c.var.now)), 201)
  })
  .get('/api/agreements/:id', rule('agreement.read'), async (c) =>
    c.json(await findAgreement(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .put('/api/agreements/:id', rule('agreement.change'), body(agreementChange), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => changeAgreement(trx, c.var.actor, c.req.param('id'), asked, c.var.now)))
  })
  .get('/api/agreements/:id/charters', rule('agreement.read'), async (c) =>
    c.json(await listCharters(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .put('/api/agreements/:id/charter', rule('charter.change'), body(charterChange), async (c) => {
    const asked = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => changeCharter(trx, c.var.actor, c.req.param('id'), asked, c.var.now)))
  })
  .post('/api/agreements/:id/teams', rule('team.make'), body(newTeam), async (c) => {
    const asked = { agreementId: c.req.param('id'), ...c.req.valid('json') }
    return c.json(await c.var.db.write((trx) => makeTeam(trx, c.var.actor, asked, c.var.now)), 201)
  })
  .put('/api/teams/:id/party', rule('team.make'), body(teamParty), async (c) => {
    const { partyId } = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => assignTeam(trx, c.var.actor, c.req.param('id'), partyId, c.var.now)))
  })

const seats = new Hono<Env>()
  .get('/api/agreements/:id/seats', rule('agreement.read'), async (c) =>
    c.json(await listSeats(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .post('/api/agreements/:id/seats', rule('seat.give'), body(newSeat), async (c) => {
    const asked = { agreementId: c.req.param('id'), ...c.req.valid('json') }
    return c.json(await c.var.db.write((trx) => giveSeat(trx, c.var.actor, asked, c.var.now)), 201)
  })
  .delete('/api/seats/:id', rule('seat.end'), async (c) => {
    await c.var.db.write((trx) => endSeat(trx, c.var.actor, c.req.param('id'), c.var.now))
    return c.body(null, 204)
  })

const invitations = (sessions: Sessions) =>
  new Hono<Env>()
    .get('/api/agreements/:id/invitations', rule('invitation.make'), async (c) =>
      c.json(await listInvitations(c.var.db.read, c.var.actor, c.req.param('id'))),
    )
    .post('/api/agreements/:id/invitations', rule('invitation.make'), body(newInvitation), async (c) => {
      const asked = { agreementId: c.req.param('id'), ...c.req.valid('json') }
      return c.json(await c.var.db.write((trx) => inviteToSeat(trx, c.var.actor, asked, c.var.now)), 201)
    })
    .delete('/api/invitations/:id', rule('invitation.make'), async (c) => {
      await c.var.db.write((trx) => revokeInvitation(trx, c.var.actor, c.req.param('id'), c.var.now))
      return c.body(null, 204)
    })
    .put('/api/invitations/:id/link', rule('invitation.make'), async (c) =>
      c.json(await c.var.db.write((trx) => resendInvitation(trx, c.var.actor, c.req.param('id'), c.var.now))),
    )
    .get('/api/invitations/:token', rule('invitation.read'), async (c) =>
      c.json(await readInvitation(c.var.db.read, c.req.param('token'), c.var.now)),
    )
    .put('/api/invitations/:token/acceptance', rule('invitation.accept'), body(acceptanceForm), async (c) => {
      const asked = { token: c.req.param('token'), form: c.req.valid('json') }
      const { db, visitor, now } = c.var
      const { token, agreementId } = await acceptInvitation(db, sessions, visitor, asked, doorstep(c), now)
      return c.json({ agreementId }, 200, token === undefined ? {} : { 'Set-Cookie': sessions.cookie(token) })
    })

export const agreementRoutes = (sessions: Sessions) =>
  new Hono<Env>().route('/', agreements).route('/', seats).route('/', invitations(sessions))

import { type Context, Hono } from 'hono'
import * as decoding from 'lib0/decoding'
import * as z from 'zod/mini'
import { isId } from '../../shared/ids.ts'
import { decodeExchange, encodeExchange, exchangeType } from '../../shared/live-exchange.ts'
import { decodeLive, messageLive } from '../../shared/live-wire.ts'
import { type RefusalCode, Refused } from '../../shared/refusals.ts'
import { demand } from '../http/demand.ts'
import type { Env } from '../http/env.ts'
import { query } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import type { Admission, Identity } from './door.ts'
import { inTurn } from './in-turn.ts'
import { keepProposal, lastVector } from './left-behind.ts'
import type { Live } from './live.ts'
import {
  discardProposal,
  documentOrNone,
  type Found,
  findProposal,
  framesToPutIn,
  listProposals,
  readProposal,
} from './proposals.ts'

const number = z.coerce.number().check(z.int(), z.minimum(0))
const waiting = z.strictObject({ since: z.optional(number), wait: z.optional(number.check(z.maximum(25_000))) })
const leftBehind = z.strictObject({ epoch: number, device: z.string().check(z.regex(/^[\w-]{8,64}$/)) })

/**
 * The live text over plain requests: where no socket can be opened, and for what came too late. Who may do what with a
 * document is said by the room that owns it, here as on sockets; what came too late is its author's and nobody else's.
 */
export const liveRoutes = (live: () => Live) =>
  new Hono<Env>()
    .post('/api/live/:id', rule('document.exchange'), query(waiting), async (c) => {
      const { since, wait = 0 } = c.req.valid('query')
      demand(c.var.actor, 'document.exchange')
      const frames = await framesOf(c)
      const request = { cookie: c.req.header('Cookie'), frames, since, waitMs: wait, signal: c.req.raw.signal }
      const answer = await live().exchange(identityOf(c), idOf(c), request)
      return c.body(encodeExchange(answer), 200, { 'Content-Type': exchangeType, 'Cache-Control': 'no-store' })
    })
    .get('/api/live/:id/proposals', rule('proposal.read'), async (c) => {
      await admitted(c, live())
      demand(c.var.actor, 'proposal.read', { personId: c.var.actor.personId })
      return c.json(await listProposals(c.var.db.read, idOf(c), c.var.actor.personId))
    })
    .get('/api/live/:id/epochs/:epoch/vector', rule('document.exchange'), async (c) => {
      await admitted(c, live())
      demand(c.var.actor, 'document.exchange')
      const document = await documentOrNone(c.var.db.read, idOf(c))
      const vector = await inTurn(() => lastVector(c.var.db.read, document, Number(c.req.param('epoch'))))
      return c.body(encodeExchange({ code: 0, frames: [vector] }), 200, { 'Content-Type': exchangeType })
    })
    .post('/api/live/:id/proposals', rule('proposal.keep'), query(leftBehind), async (c) => {
      const { epoch, device } = c.req.valid('query')
      const { access, user } = await admitted(c, live())
      demand(c.var.actor, 'proposal.keep')
      const document = await documentOrNone(c.var.db.read, idOf(c))
      const { personId, delegationId } = user
      const updates = await framesOf(c)
      const left = {
        documentId: document.id,
        epoch,
        personId,
        delegationId,
        device,
        writes: access === 'write',
        updates,
      }
      await keepProposal({ db: c.var.db, clock: () => c.var.now, limits: live().limits }, document, left)
      return c.json({ kept: updates.length }, 201)
    })
    .get('/api/proposals/:id', rule('proposal.read'), async (c) => {
      const found = await own(c, live())
      demand(c.var.actor, 'proposal.read', { personId: found.person_id })
      const { before, mine, now, ...rest } = await inTurn(() => readProposal(c.var.db.read, found))
      return c.json({ ...rest, before: base64(before), mine: base64(mine), now: base64(now) })
    })
    .delete('/api/proposals/:id', rule('proposal.decide'), async (c) => {
      const found = await own(c, live())
      demand(c.var.actor, 'proposal.decide', { personId: found.person_id })
      await discardProposal(c.var.db, found)
      return c.body(null, 204)
    })
    .put('/api/proposals/:id/place', rule('proposal.decide'), async (c) => {
      const found = await own(c, live())
      demand(c.var.actor, 'proposal.decide', { personId: found.person_id })
      // Edits of two devices may rest on each other in either order: what has to wait is said once more.
      for (let attempt = 1; ; attempt++) {
        const frames = await framesToPutIn(c.var.db.read, found)
        const request = {
          cookie: c.req.header('Cookie'),
          frames,
          since: undefined,
          waitMs: 0,
          signal: c.req.raw.signal,
        }
        const { code, frames: said } = await live().exchange(identityOf(c), found.document_id, request)
        const refused = code !== 0 ? 'moved_meanwhile' : refusedIn(said)
        if (!refused) break
        if (refused !== 'proposal_partial' || attempt === 3) throw new Refused(refused)
      }
      await discardProposal(c.var.db, found)
      return c.body(null, 204)
    })

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const identityOf = (c: Context<Env>): Identity => ({ actor: c.var.actor, sessionId: c.var.session ?? '' })

function idOf(c: Context<Env>): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new Refused('not_found')
  return id
}

async function admitted(c: Context<Env>, live: Live): Promise<Admission> {
  const admission = await live.admit(identityOf(c), idOf(c))
  if (!admission) throw new Refused('not_found')
  return admission
}

/** The author's proposal, where the author may still read the text that it is about. */
async function own(c: Context<Env>, live: Live): Promise<Found> {
  const found = await findProposal(c.var.db.read, idOf(c))
  if (!found || found.person_id !== c.var.actor.personId) throw new Refused('not_found')
  if (!(await live.admit(identityOf(c), found.document_id))) throw new Refused('not_found')
  return found
}

async function framesOf(c: Context<Env>): Promise<Uint8Array[]> {
  const body = new Uint8Array(await c.req.arrayBuffer())
  try {
    return body.length === 0 ? [] : decodeExchange(body).frames
  } catch {
    throw new Refused('invalid_input')
  }
}

/** Why something that was to be put in was not: refused, or resting on what is not there any more. */
function refusedIn(frames: readonly Uint8Array[]): RefusalCode | undefined {
  for (const frame of frames) {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== messageLive) continue
    const said = decodeLive(decoder)
    if (said?.is === 'refused') return said.code
    if (said?.is === 'resync') return 'proposal_partial'
  }
  return undefined
}

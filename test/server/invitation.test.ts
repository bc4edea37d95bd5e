import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ensureFirstInvitation } from '../../server/account/invitations.ts'
import { wholeChain } from '../../server/ledger/acts.ts'
import { onBothEngines, openWorld, type Person, type TestWorld } from '../world.ts'

const password = 'a long enough sentence'
const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

interface Made {
  invitation: { id: string; expiresAt: string }
  path: string
}

const invite = (world: TestWorld, asked: Record<string, unknown>, by: Person = 'sok') =>
  world.request(by, 'POST', `/api/agreements/${world.agreementId}/invitations`, { name: 'New Person', ...asked })

async function invited(world: TestWorld, asked: Record<string, unknown>): Promise<Made & { token: string }> {
  const made = (await (await invite(world, asked)).json()) as Made
  return { ...made, token: made.path.replace('/invitation/', '') }
}

const accept = (world: TestWorld, token: string, form: unknown = { password }, as?: Person) =>
  world.request(as, 'PUT', `/api/invitations/${token}/acceptance`, form)
const read = (world: TestWorld, token: string) => world.request(undefined, 'GET', `/api/invitations/${token}`)

async function later<Result>(world: TestWorld, days: number, run: () => Promise<Result>): Promise<Result> {
  const now = world.now
  world.now = new Date(Date.parse(now) + days * 86_400_000).toISOString()
  const result = await run()
  world.now = now
  return result
}

onBothEngines('an invitation', (world) => {
  test('shows what it is for, makes the account, gives the seat and signs in', async () => {
    const { delegation } = world()
    const { token } = await invited(world(), {
      email: 'Vann@Example.org',
      kind: 'delegate',
      delegationId: delegation.CW,
    })
    const letter = await (await read(world(), token)).json()
    expect(letter).toMatchObject({
      email: 'vann@example.org',
      hasAccount: false,
      agreement: { slug: 'textile' },
      place: { kind: 'delegate', side: 'workers', party: 'Cambodia' },
    })
    const answer = await accept(world(), token, { name: 'Vann of the Workers', password, language: 'fr' })
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!
    const session = (await (await world().ask('/api/session', { headers: { Cookie: cookie } })).json()) as {
      actor: { name: string; seats: unknown[] }
    }
    expect(session).toMatchObject({ email: 'vann@example.org', language: 'fr', actor: { name: 'Vann of the Workers' } })
    expect(session.actor.seats).toMatchObject([{ kind: 'delegate', delegationId: delegation.CW }])
    const again = await world().request(undefined, 'POST', '/api/sign-in', { email: 'vann@example.org', password })
    expect(again.status).toBe(200)
  })

  test('opens once', async () => {
    const { token } = await invited(world(), { email: 'once@example.org', kind: 'observer' })
    expect((await accept(world(), token)).status).toBe(200)
    expect(await code(await accept(world(), token))).toEqual([409, 'invitation_used'])
    expect(await code(await read(world(), token))).toEqual([409, 'invitation_used'])
  })

  test('accepted twice at once: one account, one refusal', async () => {
    const { token } = await invited(world(), { email: 'twice@example.org', kind: 'observer' })
    const both = await Promise.all([accept(world(), token), accept(world(), token)])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    const people = await world()
      .db.read.selectFrom('person')
      .where('email', '=', 'twice@example.org')
      .selectAll()
      .execute()
    expect(people).toHaveLength(1)
  })

  test('opens for seven days, to the day', async () => {
    const { token } = await invited(world(), { email: 'late@example.org', kind: 'observer' })
    expect((await later(world(), 6.99, () => read(world(), token))).status).toBe(200)
    expect(await code(await later(world(), 7, () => accept(world(), token)))).toEqual([410, 'invitation_expired'])
    expect((await accept(world(), token)).status).toBe(200)
  })

  test('opens nothing once it is taken back', async () => {
    const { token, invitation } = await invited(world(), { email: 'revoked@example.org', kind: 'observer' })
    expect((await world().request('sok', 'DELETE', `/api/invitations/${invitation.id}`)).status).toBe(204)
    expect(await code(await read(world(), token))).toEqual([404, 'invitation_unknown'])
    expect(await code(await accept(world(), token))).toEqual([404, 'invitation_unknown'])
    expect((await world().request('sok', 'DELETE', `/api/invitations/${invitation.id}`)).status).toBe(409)
  })

  test('sent anew has a new link and new days; the old link opens nothing', async () => {
    const { token, invitation } = await invited(world(), { email: 'resent@example.org', kind: 'observer' })
    const resent = await later(world(), 8, () =>
      world().json<Made>('sok', 'PUT', `/api/invitations/${invitation.id}/link`),
    )
    expect(await code(await read(world(), token))).toEqual([404, 'invitation_unknown'])
    const fresh = resent.body.path.replace('/invitation/', '')
    expect((await later(world(), 14, () => accept(world(), fresh))).status).toBe(200)
    expect((await world().request('sok', 'PUT', `/api/invitations/${invitation.id}/link`)).status).toBe(409)
  })

  test('is bound to its address: whoever has an account there signs in first, and nobody accepts for another', async () => {
    const { token } = await invited(world(), { email: 'nemo@example.org', kind: 'stakeholder' })
    expect(await (await read(world(), token)).json()).toMatchObject({ hasAccount: true })
    expect(await code(await accept(world(), token))).toEqual([401, 'not_signed_in'])
    expect(await code(await accept(world(), token, {}, 'otto'))).toEqual([403, 'invitation_other_address'])
    expect((await accept(world(), token, {}, 'nemo')).status).toBe(200)
    expect((await world().request('nemo', 'GET', '/api/agreements/textile')).status).toBe(200)
  })

  test('for a new address is not for a person who is signed in as somebody else', async () => {
    const { token } = await invited(world(), { email: 'fresh@example.org', kind: 'observer' })
    expect(await code(await accept(world(), token, { password }, 'otto'))).toEqual([403, 'invitation_other_address'])
    expect((await accept(world(), token)).status).toBe(200)
  })

  test('needs a password that may be chosen, and stays open until then', async () => {
    const { token } = await invited(world(), { email: 'weak@example.org', kind: 'observer' })
    expect(await code(await accept(world(), token, { password: 'short' }))).toEqual([422, 'password_weak'])
    expect(await code(await accept(world(), token, {}))).toEqual([422, 'invalid_input'])
    expect((await accept(world(), token, { password, administrator: true })).status).toBe(422)
    expect((await accept(world(), token)).status).toBe(200)
  })

  test('gives no seat that another of the same person has come to exclude, and stays open', async () => {
    const { person } = world()
    const { token } = await invited(world(), { email: 'ada@example.org', kind: 'monitor' })
    const seat = { personId: person.ada, kind: 'stakeholder' }
    await world().request('sok', 'POST', `/api/agreements/${world().agreementId}/seats`, seat)
    expect(await code(await accept(world(), token, {}, 'ada'))).toEqual([409, 'seat_conflict'])
    expect((await read(world(), token)).status).toBe(200)
  })

  test('is not made where it cannot be kept', async () => {
    const { delegation } = world()
    const refused = async (asked: Record<string, unknown>, by?: Person) => code(await invite(world(), asked, by))
    expect(await refused({ email: 'a@example.org', kind: 'delegate' })).toEqual([422, 'seat_needs_delegation'])
    expect(await refused({ email: 'no address', kind: 'observer' })).toEqual([422, 'invalid_input'])
    expect(await refused({ email: 'chan@example.org', kind: 'monitor' })).toEqual([409, 'seat_conflict'])
    expect(await refused({ email: 'a@example.org', kind: 'observer' }, 'chan')).toEqual([403, 'only_secretariat'])
    expect(await refused({ email: 'a@example.org', kind: 'observer' }, 'ada')).toEqual([403, 'only_secretariat'])
    const asked = { email: 'double@example.org', kind: 'delegate', delegationId: delegation.CW }
    expect((await invite(world(), asked)).status).toBe(201)
    expect(await refused(asked)).toEqual([409, 'invitation_waiting'])
  })

  test('waits in the secretariat’s list, without its link; others see none of it', async () => {
    const path = `/api/agreements/${world().agreementId}/invitations`
    const { body } = await world().json<{ email: string }[]>('sok', 'GET', path)
    expect(body.map((one) => one.email)).toContain('double@example.org')
    expect(body.map((one) => one.email)).not.toContain('vann@example.org')
    expect(JSON.stringify(body)).not.toMatch(/token|path/)
    expect((await world().request('chan', 'GET', path)).status).toBe(403)
  })

  test('is kept as a hash only, and leaves neither token nor address in the ledger', async () => {
    const { token } = await invited(world(), { email: 'secret@example.org', kind: 'observer' })
    const rows = JSON.stringify(await world().db.read.selectFrom('invitation').selectAll().execute())
    expect(rows).not.toContain(token)
    const ledger = JSON.stringify(await wholeChain(world().db.read, world().agreementId))
    expect(ledger).toContain('invitation.made')
    expect(ledger).not.toMatch(/@example\.org/)
    expect(ledger).not.toContain(token)
  })

  test('a guessed link opens nothing', async () => {
    for (const guess of ['x', 'x'.repeat(32), '..%2f..%2f', 'constructor'])
      expect(await code(await read(world(), guess))).toEqual([404, 'invitation_unknown'])
  })
})

type Step = 'accept' | 'revoke' | 'resend' | 'wait'
type State = 'open' | 'expired' | 'used' | 'revoked'

/** What must come of each step in each state: the answer's status, and the state that follows. */
const automaton: Record<State, Record<Step, readonly [number, State]>> = {
  open: { accept: [200, 'used'], revoke: [204, 'revoked'], resend: [200, 'open'], wait: [0, 'expired'] },
  expired: { accept: [410, 'expired'], revoke: [204, 'revoked'], resend: [200, 'open'], wait: [0, 'expired'] },
  used: { accept: [409, 'used'], revoke: [409, 'used'], resend: [409, 'used'], wait: [0, 'used'] },
  revoked: { accept: [404, 'revoked'], revoke: [409, 'revoked'], resend: [409, 'revoked'], wait: [0, 'revoked'] },
}

onBothEngines('the life of an invitation', (world) => {
  test('whatever is done with it in whatever order ends where the table says', async () => {
    let number = 0
    const steps = fc.array(fc.constantFrom<Step>('accept', 'revoke', 'resend', 'wait'), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const begun = world().now
        const made = await invited(world(), { email: `walk${number++}@example.org`, kind: 'observer' })
        let { token } = made
        let state: State = 'open'
        for (const step of walk) {
          const [status, next]: readonly [number, State] = automaton[state][step]
          if (step === 'wait') world().now = new Date(Date.parse(world().now) + 8 * 86_400_000).toISOString()
          if (step === 'accept') expect((await accept(world(), token)).status).toBe(status)
          if (step === 'revoke')
            expect((await world().request('sok', 'DELETE', `/api/invitations/${made.invitation.id}`)).status).toBe(
              status,
            )
          if (step === 'resend') {
            const answer = await world().json<Made>('sok', 'PUT', `/api/invitations/${made.invitation.id}/link`)
            expect(answer.status).toBe(status)
            if (status === 200) token = answer.body.path.replace('/invitation/', '')
          }
          state = next
        }
        world().now = begun
      }),
      { numRuns: 25 },
    )
  })
})

onBothEngines('the first start', (world) => {
  const empty = async (run: (world: TestWorld) => Promise<void>) => {
    const fresh = await openWorld(world().engine)
    try {
      await fresh.db.write(async (trx) => {
        for (const table of [
          'session',
          'seat',
          'delegation',
          'party',
          'team',
          'charter',
          'agreement',
          'person',
        ] as const)
          await trx.deleteFrom(table).execute()
      })
      await run(fresh)
    } finally {
      await fresh.close()
    }
  }
  const first = async (of: TestWorld) => (await ensureFirstInvitation(of.db, of.now))?.replace('/invitation/', '')

  test('an empty installation gives a link that makes its administrator, once', async () => {
    await empty(async (fresh) => {
      const token = (await first(fresh))!
      expect(await (await read(fresh, token)).json()).toMatchObject({ administrator: true, hasAccount: false })
      expect(await code(await accept(fresh, token, { password, name: 'First' }))).toEqual([422, 'invalid_input'])
      const form = { password, name: 'First', email: 'first@example.org' }
      const answer = await accept(fresh, token, form)
      expect(answer.status).toBe(200)
      const headers = { Cookie: answer.headers.get('Set-Cookie')!.split(';')[0]!, 'Content-Type': 'application/json' }
      const body = JSON.stringify({
        template: 'us-cambodia',
        slug: 'first',
        title: 'First',
        summary: '',
        parties: [
          { code: 'KH', name: 'Cambodia' },
          { code: 'US', name: 'United States' },
        ],
      })
      expect((await fresh.ask('/api/agreements', { method: 'POST', headers, body })).status).toBe(201)
      expect((await accept(fresh, token, { ...form, email: 'second@example.org' })).status).toBe(409)
      expect(await first(fresh)).toBeUndefined()
    })
  })

  test('each start gives a new link and takes the one before back; two at once make one account', async () => {
    await empty(async (fresh) => {
      const old = (await first(fresh))!
      const token = (await first(fresh))!
      expect((await read(fresh, old)).status).toBe(404)
      const both = await Promise.all(
        ['a', 'b'].map((name) => accept(fresh, token, { password, name, email: `${name}@example.org` })),
      )
      expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    })
  })

  test('an installation that has people gives none', async () => {
    expect(await first(world())).toBeUndefined()
  })
})

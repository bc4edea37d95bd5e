import { expect, test } from 'vitest'
import { closeForum } from '../../server/forum/closing.ts'
import { convene } from '../../server/forum/convening.ts'
import type { Block, ForumFollowers } from '../../server/forum/followers.ts'
import { type Forum, stateOfForum } from '../../server/forum/forums.ts'
import { extendChain, inherit } from '../../server/forum/inheritance.ts'
import type { AgendaItem } from '../../server/forum/items.ts'
import { minutesAccess } from '../../server/forum/minutes.ts'
import { moveForum } from '../../server/forum/moving.ts'
import type { Remark } from '../../server/forum/remarks.ts'
import { forumDeadlines } from '../../server/forum/stage-deadlines.ts'
import { wholeChain } from '../../server/ledger/acts.ts'
import { actOnDue } from '../../server/notice/deadlines.ts'
import type { Duty } from '../../server/notice/duties.ts'
import type { Notification } from '../../server/notice/notifications.ts'
import { findDocument } from '../../server/sync/documents.ts'
import { usCambodia } from '../../shared/charters/us-cambodia.ts'
import { disclosuresOpenedAt, type Stage } from '../../shared/forum.ts'
import { plannedDates } from '../../shared/forum-dates.ts'
import { onBothEngines, type Person, type TestWorld } from '../world.ts'

const dates = plannedDates('2026-03-02', usCambodia.stageDays)

interface Problem {
  code: string
  detail: Record<string, unknown>
}

/** What a person asks of the fora, in the words of the tests. */
const asks = (world: () => TestWorld) => {
  const ask = <Value>(person: Person | undefined, method: string, path: string, body?: unknown) =>
    world().json<Value & Problem>(person, method, `/api/${path}`, body)
  const here = () => `agreements/${world().agreementId}`
  return {
    ask,
    here,
    convene: (person: Person, given: object = { dates }) => ask<Forum>(person, 'POST', `${here()}/forums`, given),
    move: (person: Person, forum: string, to: string) => ask<Forum>(person, 'PUT', `forums/${forum}/stage`, { to }),
    close: (person: Person, forum: string) =>
      ask<{ closed: Forum; next: Forum }>(person, 'PUT', `forums/${forum}/closing`),
    items: async (person: Person, forum: string) =>
      (await ask<AgendaItem[]>(person, 'GET', `forums/${forum}/items`)).body,
    propose: (person: Person, forum: string, title: string) =>
      ask<AgendaItem>(person, 'POST', `forums/${forum}/items`, { title, body: '' }),
    dispose: (person: Person, item: string, disposal: object) =>
      ask<AgendaItem>(person, 'PUT', `items/${item}/disposition`, disposal),
    withdraw: (person: Person, item: string) => ask<AgendaItem>(person, 'PUT', `items/${item}/withdrawal`),
    inherit: (originId: string, title = `Finding ${originId}`) =>
      world().db.write((trx) =>
        inherit(
          trx,
          {
            agreementId: world().agreementId,
            origin: 'finding',
            originId,
            originPath: `/findings/${originId}`,
            title,
            detail: { chain: [{ on: '2026-01-10', kind: 'finding', title, outcome: 'no_progress' }] },
          },
          world().now,
        ),
      ),
    acts: async () => (await wholeChain(world().db.read, world().agreementId)).map(({ kind }) => kind),
  }
}

const later: Stage[] = ['disclosure', 'comparison', 'deliberation', 'adoption']

onBothEngines('convening a forum', (world) => {
  const { ask, here, convene, inherit, items, acts } = asks(world)

  test('only the secretariat convenes, and a date that has passed or is out of order is refused with its stage', async () => {
    expect((await convene('dara')).body.code).toBe('only_secretariat')
    expect((await convene('nemo')).status).toBe(404)
    const past = await convene('sok', { dates: { ...dates, notice: '2026-03-01' } })
    expect([past.status, past.body.code, past.body.detail]).toEqual([422, 'date_in_past', { stage: 'notice' }])
    const crossed = { ...dates, comparison: dates.adoption, adoption: dates.comparison }
    const disorder = await convene('sok', { dates: crossed })
    expect([disorder.body.code, disorder.body.detail]).toEqual(['dates_out_of_order', { stage: 'deliberation' }])
    expect((await convene('sok', { dates: { ...dates, notice: '2026-02-30' } })).body.code).toBe('invalid_input')
  })

  test('a forum is convened with what waited for one on its agenda, its minutes open, and an act', async () => {
    const waiting = await inherit('f1')
    const { status, body: forum } = await convene('sok', { title: 'First consultation of 2026', dates })
    expect(status).toBe(201)
    expect(forum).toMatchObject({ label: '2026-1', title: 'First consultation of 2026', stage: 'notice' })
    expect(forum.stages.map(({ stage, opensOn }) => [stage, opensOn])).toEqual(Object.entries(dates))
    expect((await items('otto', forum.id)).map(({ id, position }) => [id, position])).toEqual([[waiting, 1]])
    expect(await findDocument(world().db.read, forum.minutesId)).toMatchObject({ kind: 'minutes', state: 'open' })
    expect(await acts()).toEqual(['forum.convened'])
    const { body: news } = await ask<Notification[]>('dara', 'GET', 'notifications')
    expect(news[0]).toMatchObject({ kind: 'forum.convened', path: '/a/textile/fora/2026-1', detail: { inherited: 1 } })
    expect((await ask<Notification[]>('sok', 'GET', 'notifications')).body).toEqual([])
  })

  test('there is one open forum at a time', async () => {
    const second = await convene('sok')
    expect([second.status, second.body.code, second.body.detail.label]).toEqual([409, 'forum_open_already', '2026-1'])
  })

  test('every seat reads the fora of its agreement, and nobody else knows that there are any', async () => {
    const list = await ask<Forum[]>('otto', 'GET', `${here()}/forums`)
    expect(list.body.map(({ label }) => label)).toEqual(['2026-1'])
    expect((await ask<Forum>('gita', 'GET', `${here()}/forums/2026-1`)).body.label).toBe('2026-1')
    for (const path of [`${here()}/forums`, `${here()}/forums/2026-1`, `forums/${list.body[0]!.id}/items`])
      expect((await ask('nemo', 'GET', path)).status).toBe(404)
    expect((await ask('otto', 'GET', `${here()}/forums/2026-9`)).status).toBe(404)
    expect((await ask(undefined, 'GET', `${here()}/forums`)).status).toBe(401)
  })
})

onBothEngines('two who convene at once', (world) => {
  const { convene } = asks(world)

  test('leave one forum and one refusal', async () => {
    const answers = await Promise.all([convene('sok'), convene('sok')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const rows = await world().db.read.selectFrom('forum').select('id').execute()
    expect(rows).toHaveLength(1)
  })
})

onBothEngines('the stages of a forum', (world) => {
  const { ask, convene, move, inherit, acts, items } = asks(world)
  let forum: Forum

  test('the secretariat moves it stage by stage, and nobody skips one', async () => {
    await inherit('f1')
    forum = (await convene('sok')).body
    expect((await move('chan', forum.id, 'disclosure')).body.code).toBe('only_secretariat')
    expect((await move('sok', forum.id, 'comparison')).body.code).toBe('forum_stage')
    expect((await move('sok', forum.id, 'closed')).body.code).toBe('invalid_input')
    world().now = '2026-03-16T08:00:00.000Z'
    expect((await move('sok', forum.id, 'disclosure')).body).toMatchObject({
      stage: 'disclosure',
      stageSince: '2026-03-16T08:00:00.000Z',
    })
    expect((await move('sok', forum.id, 'disclosure')).body.code).toBe('forum_moved')
  })

  test('disclosures open at the one instant at which comparison begins, and stay so later', async () => {
    expect(disclosuresOpenedAt(forum.stages)).toBeUndefined()
    world().now = '2026-04-01T10:00:00.000Z'
    const compared = await move('sok', forum.id, 'comparison')
    expect(disclosuresOpenedAt(compared.body.stages)).toBe('2026-04-01T10:00:00.000Z')
    world().now = '2026-04-20T10:00:00.000Z'
    const deliberated = await move('sok', forum.id, 'deliberation')
    expect(disclosuresOpenedAt(deliberated.body.stages)).toBe('2026-04-01T10:00:00.000Z')
    expect(await stateOfForum(world().db.read, forum.id)).toMatchObject({ state: 'deliberation' })
  })

  test('two who move it at once: one move, one refusal, one act', async () => {
    const answers = await Promise.all([move('sok', forum.id, 'adoption'), move('sok', forum.id, 'adoption')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await acts()).filter((kind) => kind === 'forum.moved')).toHaveLength(4)
  })

  test('from comparison on, each inherited item waits on the secretariat', async () => {
    const [item] = await items('sok', forum.id)
    const { body: duties } = await ask<Duty[]>('sok', 'GET', 'duties')
    expect(duties.find(({ kind }) => kind === 'item.dispose')).toMatchObject({
      subject: item!.id,
      dueOn: dates.closed,
      path: `/a/textile/fora/2026-1#item-${item!.id}`,
    })
  })
})

onBothEngines('the clock of a forum', (world) => {
  const { ask, convene, move } = asks(world)
  const tick = () =>
    actOnDue(world().db, forumDeadlines, world().now, (error) => {
      throw error
    })
  const duties = async (person: Person) => (await ask<Duty[]>(person, 'GET', 'duties')).body

  test('on the day of a stage the secretariat is told, once, and nothing moves by itself', async () => {
    const { body: forum } = await convene('sok')
    expect(await tick()).toBe(0)
    world().now = `${dates.disclosure}T00:00:00.000Z`
    expect(await tick()).toBe(1)
    expect(await tick()).toBe(0)
    expect((await duties('sok')).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['forum.move', dates.disclosure]])
    expect(await duties('dara')).toEqual([])
    const { body: news } = await ask<Notification[]>('sok', 'GET', 'notifications')
    expect(news.map(({ kind }) => kind)).toEqual(['forum.stage_due'])
    expect(await stateOfForum(world().db.read, forum.id)).toMatchObject({ state: 'notice' })
    await move('sok', forum.id, 'disclosure')
    expect(await duties('sok')).toEqual([])
  })

  test('a stage that was reached before its day asks nothing of anybody on that day', async () => {
    const [forum] = (await ask<Forum[]>('sok', 'GET', `agreements/${world().agreementId}/forums`)).body
    await move('sok', forum!.id, 'comparison')
    world().now = `${dates.comparison}T00:00:00.000Z`
    expect(await tick()).toBe(0)
    expect(await duties('sok')).toEqual([])
  })

  test('a stage that is put off is due on its new day, and not one that was reached', async () => {
    const [forum] = (await ask<Forum[]>('sok', 'GET', `agreements/${world().agreementId}/forums`)).body
    world().now = `${dates.deliberation}T00:00:00.000Z`
    await tick()
    expect((await duties('sok')).map(({ kind }) => kind)).toEqual(['forum.move'])
    const put = (given: object) => ask<Forum>('sok', 'PUT', `forums/${forum!.id}/dates`, given)
    const off = { ...dates, notice: '2020-01-01', deliberation: '2026-05-01' }
    expect((await put({ ...off, deliberation: dates.comparison })).body.code).toBe('date_in_past')
    expect((await ask('dara', 'PUT', `forums/${forum!.id}/dates`, off)).body.code).toBe('only_secretariat')
    const redated = (await put(off)).body.stages
    expect(redated.find(({ stage }) => stage === 'deliberation')?.opensOn).toBe('2026-05-01')
    expect(redated.find(({ stage }) => stage === 'notice')?.opensOn).toBe(dates.notice)
    expect(await duties('sok')).toEqual([])
    const named = await ask<Forum>('sok', 'PUT', `forums/${forum!.id}/title`, { title: 'Second consultation' })
    expect(named.body).toMatchObject({ title: 'Second consultation', label: '2026-1' })
    expect((await ask('dara', 'PUT', `forums/${forum!.id}/title`, { title: 'Ours' })).body.code).toBe(
      'only_secretariat',
    )
    world().now = '2026-05-01T00:00:00.000Z'
    expect(await tick()).toBe(1)
    expect((await duties('sok')).map(({ dueOn }) => dueOn)).toEqual(['2026-05-01'])
  })
})

onBothEngines('the agenda of a forum', (world) => {
  const { ask, convene, move, items, propose, dispose, withdraw, inherit, acts } = asks(world)
  let forum: Forum
  const item = async (position: number) => (await items('sok', forum.id)).find((one) => one.position === position)!

  test('what is found while a forum is in notice joins it; what is found later waits', async () => {
    forum = (await convene('sok')).body
    await inherit('f1')
    await move('sok', forum.id, 'disclosure')
    await inherit('f2')
    expect((await items('otto', forum.id)).map(({ originId }) => originId)).toEqual(['f1'])
    const waiting = `agreements/${world().agreementId}/waiting-items`
    expect((await ask<AgendaItem[]>('otto', 'GET', waiting)).body.map(({ originId }) => originId)).toEqual(['f2'])
    expect((await ask('nemo', 'GET', waiting)).status).toBe(404)
  })

  test('one origin has one item while it is undisposed: what is told again replaces what was told', async () => {
    const again = await inherit('f1', 'Finding f1, corrected')
    expect(again).toBe((await item(1)).id)
    expect((await item(1)).title).toBe('Finding f1, corrected')
    await world().db.write((trx) =>
      extendChain(trx, 'finding', 'f1', { on: '2026-01-20', kind: 'reply', title: 'Reply' }),
    )
    expect((await item(1)).detail.chain?.map(({ kind }) => kind)).toEqual(['finding', 'reply'])
  })

  test('who speaks may propose; an observer may not; an empty title is refused', async () => {
    expect((await propose('otto', forum.id, 'Quotas')).body.code).toBe('not_for_observers')
    expect((await propose('dara', forum.id, ' ')).body.code).toBe('invalid_input')
    expect((await propose('dara', forum.id, 'Piece rates')).body).toMatchObject({ position: 2, addedBy: /^Dara/ })
    expect((await propose('gita', forum.id, 'Transport to work')).body).toMatchObject({
      position: 3,
      origin: 'proposed',
    })
  })

  test('an inherited item stays, a proposed one can be withdrawn and keeps its number', async () => {
    expect((await withdraw('sok', (await item(1)).id)).body.code).toBe('inherited_item_stays')
    expect((await withdraw('dara', (await item(2)).id)).body.code).toBe('only_secretariat')
    expect((await withdraw('sok', (await item(3)).id)).body.withdrawnAt).toBe(world().now)
    expect((await withdraw('sok', (await item(3)).id)).body.code).toBe('moved_meanwhile')
    expect((await propose('emma', forum.id, 'Night work')).body.position).toBe(4)
  })

  test('nothing is disposed of before comparison, and only by the secretariat', async () => {
    const taken = { disposition: 'taken_up' }
    expect((await dispose('sok', (await item(1)).id, taken)).body.code).toBe('forum_stage')
    await move('sok', forum.id, 'comparison')
    expect((await dispose('chan', (await item(1)).id, taken)).body.code).toBe('only_secretariat')
    expect((await dispose('nemo', (await item(1)).id, taken)).status).toBe(404)
  })

  test('each way to dispose asks for what it needs', async () => {
    const { id } = await item(1)
    expect((await dispose('sok', id, { disposition: 'declined' })).body.code).toBe('invalid_input')
    expect((await dispose('sok', id, { disposition: 'deferred' })).body.code).toBe('invalid_input')
    expect((await dispose('sok', id, { disposition: 'deferred', until: '2026-03-01' })).body.code).toBe('date_in_past')
    expect((await dispose('sok', id, { disposition: 'merged', into: id })).body.code).toBe('merge_into_itself')
    const withdrawn = await item(3)
    expect((await dispose('sok', id, { disposition: 'merged', into: withdrawn.id })).body.code).toBe('item_withdrawn')
    expect((await dispose('sok', id, { disposition: 'merged', into: forum.id })).status).toBe(404)
    expect((await dispose('sok', withdrawn.id, { disposition: 'taken_up' })).body.code).toBe('item_withdrawn')
  })

  test('a disposition stands, and is replaced only by who names the one that stands', async () => {
    const { id } = await item(1)
    const into = (await item(2)).id
    const first = await dispose('sok', id, { disposition: 'merged', into })
    expect(first.body).toMatchObject({ disposition: 'merged', mergedInto: into, disposedBy: 'Sok Secretary' })
    expect((await dispose('sok', into, { disposition: 'merged', into: id })).body.code).toBe('merge_into_itself')
    expect((await withdraw('sok', into)).body).toMatchObject({ code: 'item_carries_others' })
    const declined = { disposition: 'declined', reason: 'Answered in the plan of 2025.' }
    expect((await dispose('sok', id, declined)).body.code).toBe('item_disposed')
    const stale = { ...declined, replaces: '2020-01-01T00:00:00.000Z' }
    expect((await dispose('sok', id, stale)).body.code).toBe('moved_meanwhile')
    const revised = await dispose('sok', id, { ...declined, replaces: first.body.disposedAt })
    expect(revised.body).toMatchObject({ disposition: 'declined', reason: declined.reason })
    expect(revised.body.mergedInto).toBeUndefined()
    expect((await acts()).slice(-2)).toEqual(['item.disposed', 'item.redisposed'])
    const { body: duties } = await ask<Duty[]>('sok', 'GET', 'duties')
    expect(duties.filter(({ kind }) => kind === 'item.dispose')).toEqual([])
  })

  test('two who dispose of one item at once: one disposition, one refusal', async () => {
    const { id } = await item(2)
    const answers = await Promise.all([
      dispose('sok', id, { disposition: 'taken_up' }),
      dispose('sok', id, { disposition: 'declined', reason: 'Not now' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

onBothEngines('closing a forum', (world) => {
  const { ask, here, convene, move, close, items, propose, dispose, inherit, acts } = asks(world)
  let forum: Forum
  const item = async (originId: string) => (await items('sok', forum.id)).find((one) => one.originId === originId)!

  test('it is refused before adoption, to others, and while an inherited item has no disposition', async () => {
    await inherit('f1', 'Safety measures')
    await inherit('f2', 'Piece rates')
    await inherit('f3', 'Training')
    forum = (await convene('sok')).body
    await propose('dara', forum.id, 'Transport')
    expect((await close('sok', forum.id)).body.code).toBe('forum_stage')
    for (const stage of later) await move('sok', forum.id, stage)
    expect((await close('dara', forum.id)).body.code).toBe('only_secretariat')
    const refused = await close('sok', forum.id)
    expect([refused.status, refused.body.code]).toEqual([409, 'forum_items_undisposed'])
    expect(refused.body.detail.items).toMatchObject([
      { position: 1, title: 'Safety measures' },
      { position: 2, title: 'Piece rates' },
      { position: 3, title: 'Training' },
    ])
    const { body: blocks } = await ask<Block[]>('otto', 'GET', `forums/${forum.id}/blocks`)
    expect(blocks.map(({ kind, title }) => [kind, title])).toEqual([
      ['item', '1. Safety measures'],
      ['item', '2. Piece rates'],
      ['item', '3. Training'],
    ])
  })

  test('an inherited item merged into a proposed one still waits for what becomes of that', async () => {
    const carrying = (await items('sok', forum.id)).find(({ origin }) => origin === 'proposed')!
    await dispose('sok', (await item('f1')).id, {
      disposition: 'deferred',
      until: '2026-09-30',
      reason: 'Figures to come',
    })
    await dispose('sok', (await item('f2')).id, { disposition: 'merged', into: carrying.id })
    await dispose('sok', (await item('f3')).id, { disposition: 'declined', reason: 'Done' })
    expect((await close('sok', forum.id)).body.detail.items).toMatchObject([{ title: 'Transport' }])
    await dispose('sok', carrying.id, { disposition: 'taken_up' })
  })

  test('the next forum is scheduled by the cadence, with what was deferred and what waited, in that one step', async () => {
    await inherit('f9', 'Found during deliberation')
    world().now = '2026-06-10T12:00:00.000Z'
    const { status, body } = await close('sok', forum.id)
    expect(status).toBe(200)
    expect(body.closed).toMatchObject({ stage: 'closed', closedAt: world().now })
    expect(body.next).toMatchObject({ label: '2026-2', stage: 'notice', follows: forum.id })
    const opens = Object.fromEntries(body.next.stages.map(({ stage, opensOn }) => [stage, opensOn]))
    expect(opens).toMatchObject({ notice: '2026-06-10', disclosure: '2026-09-16' })
    const agenda = await items('sok', body.next.id)
    expect(agenda.map(({ origin, title }) => [origin, title])).toEqual([
      ['disclosure_fault', 'Team north, 2026/1'],
      ['disclosure_fault', 'Team south, 2026/1'],
      ['finding', 'Found during deliberation'],
      ['deferred', 'Safety measures'],
    ])
    expect(agenda[3]).toMatchObject({
      originId: (await item('f1')).id,
      originPath: `/a/textile/fora/2026-1#item-${(await item('f1')).id}`,
      detail: { deferredTo: '2026-09-30' },
    })
    expect(agenda[3]!.detail.chain?.map(({ kind }) => kind)).toEqual(['finding', 'item', 'deferral'])
    expect((await acts()).slice(-2)).toEqual(['forum.closed', 'forum.convened'])
  })

  test('delegates and the secretariat write the minutes of an open forum, others read them', async () => {
    const [next] = (await ask<Forum[]>('sok', 'GET', `${here()}/forums`)).body
    const access = async (person: Person, of: Forum) =>
      minutesAccess(world().db.read, await world().actor(person), { subject: of.id })
    expect(
      await Promise.all((['sok', 'dara', 'ilona', 'otto', 'nemo'] as const).map((who) => access(who, next!))),
    ).toEqual(['write', 'write', 'read', 'read', undefined])
    expect(await access('dara', forum)).toBe('read')
  })

  test('a closed forum and its minutes stay as they are', async () => {
    expect(await findDocument(world().db.read, forum.minutesId)).toMatchObject({ state: 'locked' })
    expect((await close('sok', forum.id)).body.code).toBe('forum_stage')
    expect((await move('sok', forum.id, 'disclosure')).body.code).toBe('forum_closed')
    expect((await propose('dara', forum.id, 'Too late')).body.code).toBe('forum_closed')
    const declined = await item('f3')
    const again = { disposition: 'taken_up', replaces: declined.disposedAt }
    expect((await dispose('sok', declined.id, again)).body.code).toBe('forum_stage')
    expect((await ask<Block[]>('sok', 'GET', `forums/${forum.id}/blocks`)).body).toEqual([])
    const list = (await ask<Forum[]>('sok', 'GET', `${here()}/forums`)).body
    expect(list.map(({ label }) => label)).toEqual(['2026-2', '2026-1'])
  })
})

onBothEngines('the rooms that follow a forum', (world) => {
  const told: string[] = []
  let open = true
  const followers: ForumFollowers = {
    onStage: [async (_trx, forum, stage) => void told.push(`${forum.label} ${stage}`)],
    blocks: [
      async () =>
        open ? [{ kind: 'plan', subject: 'p', title: 'Plan for 2027', path: '/a/textile/fora/2026-1/plan' }] : [],
    ],
  }

  test('hear of each stage in the step that reaches it, and can hold a forum open', async () => {
    const sok = await world().actor('sok')
    const write = world().db.write
    const forum = await write((trx) => convene(trx, sok, followers, world().agreementId, { dates }, world().now))
    for (const stage of later as 'disclosure'[])
      await write((trx) => moveForum(trx, sok, followers, forum.id, stage, world().now))
    const closing = () => write((trx) => closeForum(trx, sok, followers, forum.id, world().now))
    await expect(closing()).rejects.toMatchObject({ code: 'forum_blocked', detail: { blocks: [{ kind: 'plan' }] } })
    open = false
    await closing()
    const heard = ['notice', ...later, 'closed'].map((stage) => `2026-1 ${stage}`)
    expect(told).toEqual([...heard, '2026-2 notice'])
  })
})

onBothEngines('a discussion', (world) => {
  const { ask, here, convene, inherit } = asks(world)
  const about = { subjectKind: 'measure', subject: 'm1' }
  const say = (person: Person | undefined, given: object) => ask<Remark>(person, 'POST', `${here()}/remarks`, given)
  const talk = async (person: Person, subject = 'kind=measure&subject=m1') =>
    (await ask<Remark[]>(person, 'GET', `${here()}/remarks?${subject}`)).body

  test('everyone who speaks may say something, in their seat; observers read; others know of nothing', async () => {
    const said = await say('dara', { ...about, body: ' The baseline is missing. ', anchor: 'on the list' })
    expect(said.body).toMatchObject({ body: 'The baseline is missing.', anchor: 'on the list', at: world().now })
    expect(said.body.by).toMatchObject({ seat: 'delegate', delegationId: world().delegation.CW })
    expect((await say('otto', { ...about, body: 'May I?' })).body.code).toBe('not_for_observers')
    expect((await say('nemo', { ...about, body: 'Hello' })).status).toBe(404)
    expect((await say('dara', { ...about, body: '  ' })).body.code).toBe('invalid_input')
    expect((await talk('otto')).map(({ body }) => body)).toEqual(['The baseline is missing.'])
    expect((await ask('nemo', 'GET', `${here()}/remarks?kind=measure&subject=m1`)).status).toBe(404)
    expect(await talk('otto', 'kind=plan&subject=m1')).toEqual([])
  })

  test('an answer stands in its thread, opens it again, and is told to who spoke there', async () => {
    const [first] = await talk('dara')
    const resolution = `remarks/${first!.id}/resolution`
    expect((await ask<Remark>('chan', 'PUT', resolution)).body.resolvedBy).toMatch(/^Chan/)
    expect((await ask('otto', 'PUT', resolution)).body.code).toBe('not_for_observers')
    expect((await ask('nemo', 'PUT', resolution)).status).toBe(404)
    const path = '/a/textile/fora/2026-1/plan#m1'
    world().now = '2026-03-02T09:00:01.000Z'
    const answer = await say('chan', { ...about, body: 'It is 61%.', parentId: first!.id, path })
    world().now = '2026-03-02T09:00:02.000Z'
    const deeper = await say('dara', { ...about, body: 'Of what?', parentId: answer.body.id, path })
    expect([answer.body.parentId, deeper.body.parentId]).toEqual([first!.id, first!.id])
    expect((await talk('dara'))[0]!.resolvedAt).toBeUndefined()
    const news = async (person: Person) =>
      (await ask<Notification[]>(person, 'GET', 'notifications')).body.filter(({ kind }) => kind === 'remark.answered')
    expect((await news('dara')).map(({ detail }) => detail)).toMatchObject([{ words: 'It is 61%.' }])
    expect((await news('chan')).map(({ path }) => path)).toEqual([path])
    expect(await news('walt')).toEqual([])
    expect((await ask('dara', 'PUT', `remarks/${answer.body.id}/resolution`)).status).toBe(404)
  })

  test('no answer leaves its subject, and no link leads elsewhere', async () => {
    const [first] = await talk('dara')
    const astray = { subjectKind: 'plan', subject: 'p1', body: 'Here', parentId: first!.id }
    expect((await say('chan', astray)).status).toBe(404)
    for (const path of ['https://example.org', '//example.org', '/a/../api', 'javascript:alert(1)'])
      expect((await say('chan', { ...about, body: 'Look', parentId: first!.id, path })).body.code).toBe('invalid_input')
  })

  test('an item of the agenda is spoken of only where it is', async () => {
    const id = await inherit('f1')
    await convene('sok')
    expect((await say('gita', { subjectKind: 'item', subject: id, body: 'Agreed' })).status).toBe(201)
    expect((await say('gita', { subjectKind: 'item', subject: 'nothing', body: 'Agreed' })).status).toBe(404)
  })
})

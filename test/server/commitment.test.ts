import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CommitmentInFull } from '../../server/commitment/commitments.ts'
import { commitmentDeadlines } from '../../server/commitment/due-commitments.ts'
import type { Finding } from '../../server/commitment/findings.ts'
import type { ProgrammeHead, ProgrammeSummary } from '../../server/commitment/programme-heads.ts'
import { programmeInForce } from '../../server/commitment/programmes.ts'
import { type Programme, publicCommitment, publicProgramme } from '../../server/commitment/public-programmes.ts'
import { sha256, wholeChain } from '../../server/ledger/acts.ts'
import type { Receipt } from '../../server/ledger/receipts.ts'
import { actOnDue } from '../../server/notice/deadlines.ts'
import type { Duty } from '../../server/notice/duties.ts'
import { actHash, chainFault } from '../../shared/act.ts'
import { commitmentState } from '../../shared/commitment.ts'
import type { NewFinding, NewReply, NewReport } from '../../shared/finding.ts'
import { hashedMeasure, hashedPlan, type PlanBody } from '../../shared/plan.ts'
import { programmeBody } from '../../shared/programme.ts'
import { openReading, someMeasure } from '../readings.ts'
import { onBothEngines, type Person, type TestWorld } from '../world.ts'

/** No two steps of these tests happen at the same instant. */
let steps = 0
const tick = (world: TestWorld, from = world.now) => {
  world.now = new Date(Date.parse(from) + ++steps).toISOString()
}
const at = (world: TestWorld, day: string) => tick(world, `${day}T09:00:00.000Z`)

const letTimePass = async (world: TestWorld, day: string) => {
  at(world, day)
  await actOnDue(world.db, commitmentDeadlines, world.now, (error) => {
    throw error
  })
}

async function lock(world: TestWorld, plan: Partial<PlanBody> = {}, said: Parameters<typeof openReading>[2] = {}) {
  tick(world)
  const reading = await openReading(world, plan, said)
  const locked = await world.json<ProgrammeHead>('sok', 'PUT', `/api/readings/${reading.id}/lock`, {
    hash: reading.hash,
  })
  expect(locked.status).toBe(201)
  const { body } = await world.json<Programme>('gita', 'GET', `/api/programmes/${locked.body.id}`)
  return { reading, programme: body, commitment: body.commitments[0]! }
}

const read = async (world: TestWorld, id: string) =>
  (await world.json<CommitmentInFull>('otto', 'GET', `/api/commitments/${id}`)).body.commitment

const report: NewReport = { claim: 'under_way', text: 'The rule was issued in March.', evidence: [] }
const finding: NewFinding = {
  implementation: { answer: 'partly', text: 'The rule was issued; inspections have not begun.' },
  outcome: { answer: 'too_slow', text: 'From 94 to 96 per cent.' },
  figure: { value: '96', asOf: '2026-02-28' },
  method: 'Monitoring method 4, payrolls read on the spot.',
  evidence: [
    {
      title: 'Payrolls of 61 factories',
      kind: 'observation',
      provenance: 'monitor',
      bearsOn: 'both',
      description: 'Visited without notice',
    },
  ],
}
const reply: NewReply = {
  implementation: { stance: 'agrees', text: '' },
  outcome: { stance: 'agrees_in_part', text: 'Four of the factories joined in June.' },
}

const file = (world: TestWorld, as: Person, id: string, changes: Partial<NewReport> = {}) => {
  tick(world)
  return world.json<{ id: string; code: string }>(as, 'POST', `/api/commitments/${id}/reports`, {
    ...report,
    ...changes,
  })
}
const find = (world: TestWorld, as: Person, id: string, changes: Partial<NewFinding> = {}) =>
  world.json<Finding & { code: string; detail: Record<string, unknown> }>(
    as,
    'POST',
    `/api/commitments/${id}/findings`,
    { ...finding, ...changes },
  )
const answer = (world: TestWorld, as: Person, id: string, changes: Partial<NewReply> = {}) =>
  world.json<{ code: string }>(as, 'PUT', `/api/findings/${id}/reply`, { ...reply, ...changes })

const waitsOn = async (world: TestWorld, as: Person, kind: string, subject: string) =>
  (await world.json<Duty[]>(as, 'GET', '/api/duties')).body.some(
    (duty) => duty.kind === kind && duty.subject === subject,
  )

const inherited = (world: TestWorld, originId: string) =>
  world.db.read.selectFrom('agenda_item').selectAll().where('origin_id', '=', originId).execute()

onBothEngines('locking a reading', (world) => {
  test('makes the programme of its period, and of each measure a commitment with its own sum', async () => {
    const measures = [
      someMeasure(world()),
      someMeasure(world(), { id: 'us', partyId: world().party.US, title: 'Lend' }),
    ]
    const { reading, programme } = await lock(
      world(),
      { measures },
      { CE: ['reserve', 'Factories that join in the year need until July.'] },
    )
    expect(programme.hash).toBe(reading.hash)
    expect(sha256(hashedPlan(programmeBody(programme)))).toBe(reading.hash)
    expect(programme.commitments.map(({ number, partyName }) => [number, partyName])).toEqual([
      [1, 'Cambodia'],
      [2, 'United States'],
    ])
    for (const { measure, hash } of programme.commitments) expect(sha256(hashedMeasure(measure))).toBe(hash)
    expect(programme.commitments.map(({ measure }) => measure)).toEqual(measures)
    const reserved = programme.concurrences.find(({ delegationId }) => delegationId === world().delegation.CE)
    expect(reserved).toMatchObject({ stance: 'reserve', reason: 'Factories that join in the year need until July.' })
    expect(await waitsOn(world(), 'chan', 'report.file', programme.commitments[0]!.id)).toBe(true)
    expect(await waitsOn(world(), 'chan', 'report.file', programme.commitments[1]!.id)).toBe(false)
    expect(await waitsOn(world(), 'grace', 'report.file', programme.commitments[1]!.id)).toBe(true)
  })

  test('the secretariat alone locks, and only the text that it was shown', async () => {
    const { id, hash } = await openReading(world())
    const path = `/api/readings/${id}/lock`
    expect((await world().request(undefined, 'PUT', path, { hash })).status).toBe(401)
    expect((await world().request('nemo', 'PUT', path, { hash })).status).toBe(404)
    expect((await world().json('chan', 'PUT', path, { hash })).body).toMatchObject({ code: 'only_secretariat' })
    expect((await world().json('sok', 'PUT', path, { hash: '0'.repeat(64) })).body).toMatchObject({
      code: 'hash_differs',
    })
    expect((await world().request('sok', 'PUT', path, { hash })).status).toBe(201)
  })

  test('an objection keeps a reading from being locked, and leaves nothing behind', async () => {
    const { id, hash } = await openReading(world(), {}, { UW: ['object', 'It names no union.'] })
    const refused = await world().json('sok', 'PUT', `/api/readings/${id}/lock`, { hash })
    expect([refused.status, refused.body.code]).toEqual([409, 'reading_objected'])
    const rows = await world().db.read.selectFrom('programme').select('id').where('reading_id', '=', id).execute()
    expect(rows).toEqual([])
  })

  test('two lock at once: one programme, one refusal', async () => {
    const { id, hash } = await openReading(world())
    const answers = await Promise.all(
      [1, 2].map(() => world().json('sok', 'PUT', `/api/readings/${id}/lock`, { hash })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toMatch(/^(reading_decided|moved_meanwhile)$/)
    const rows = await world().db.read.selectFrom('programme').select('id').where('reading_id', '=', id).execute()
    expect(rows).toHaveLength(1)
    expect(chainFault(await wholeChain(world().db.read, world().agreementId), sha256)).toBeUndefined()
  })
})

onBothEngines('a commitment in its time', (world) => {
  test('reports are the party’s own: neither the monitor nor the other party files one', async () => {
    const { commitment } = await lock(world())
    expect((await file(world(), 'grace', commitment.id)).body.code).toBe('only_responsible')
    expect((await file(world(), 'ilona', commitment.id)).body.code).toBe('only_responsible')
    expect((await file(world(), 'sok', commitment.id)).body.code).toBe('only_responsible')
    expect((await file(world(), 'nemo', commitment.id)).status).toBe(404)
    expect((await file(world(), 'chan', commitment.id)).status).toBe(201)
    expect((await file(world(), 'dara', commitment.id)).status).toBe(201)
    const { reports } = await read(world(), commitment.id)
    expect(reports.map(({ delegationId, answers }) => [delegationId, answers])).toEqual([
      [world().delegation.CG, true],
      [world().delegation.CW, false],
    ])
  })

  test('evidence is found at a web address or by its description, and nowhere else', async () => {
    const { commitment } = await lock(world())
    const item = { title: 'The rule', kind: 'document' as const }
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://union@evil.example/x', 'rule.pdf'])
      expect((await file(world(), 'chan', commitment.id, { evidence: [{ ...item, url }] })).status).toBe(422)
    expect((await file(world(), 'chan', commitment.id, { evidence: [item] })).body.code).toBe('invalid_input')
    const good = [
      { ...item, url: 'https://example.org/rule' },
      { ...item, description: 'Prakas 12 of March' },
    ]
    expect((await file(world(), 'chan', commitment.id, { evidence: good })).status).toBe(201)
  })

  test('what cannot be kept is refused and not a defect: a lone surrogate, a NUL, a figure of tomorrow', async () => {
    const { commitment } = await lock(world())
    expect((await file(world(), 'chan', commitment.id, { text: 'a\ud800' })).body.code).toBe('invalid_input')
    expect((await file(world(), 'chan', commitment.id, { text: 'a\0b' })).body.code).toBe('invalid_input')
    const figure = { value: '95', asOf: '2026-03-03' }
    expect((await file(world(), 'chan', commitment.id, { figure })).body.code).toBe('date_in_future')
    expect((await file(world(), 'chan', commitment.id, { figure: { value: '95', asOf: '2026-03-02' } })).status).toBe(
      201,
    )
  })

  test('nothing is reported or found before a commitment starts', async () => {
    const { commitment } = await lock(world(), { measures: [someMeasure(world(), { start: '2026-05-01' })] })
    expect((await file(world(), 'chan', commitment.id)).body.code).toBe('report_too_early')
    expect((await find(world(), 'ilona', commitment.id)).body.code).toBe('report_too_early')
  })

  test('a finding is the monitor’s, rests on evidence, and never on the party’s word alone', async () => {
    const { commitment } = await lock(world())
    expect((await find(world(), 'chan', commitment.id)).body.code).toBe('only_monitor')
    expect((await find(world(), 'sok', commitment.id)).body.code).toBe('only_monitor')
    expect((await find(world(), 'ilona', commitment.id, { evidence: [] })).body).toMatchObject({
      code: 'evidence_needed',
      detail: { axis: 'implementation' },
    })
    const own = [{ ...finding.evidence[0]!, provenance: 'party' as const }]
    expect((await find(world(), 'ilona', commitment.id, { evidence: own })).body.code).toBe('evidence_one_sided')
    const half = [{ ...finding.evidence[0]!, bearsOn: 'implementation' as const }]
    expect((await find(world(), 'ilona', commitment.id, { evidence: half })).body).toMatchObject({
      code: 'evidence_needed',
      detail: { axis: 'outcome' },
    })
    expect((await find(world(), 'ilona', commitment.id)).status).toBe(201)
  })

  test('that no data were supplied is an answer of its own, on each axis, and needs no evidence', async () => {
    const { commitment } = await lock(world())
    const none = { answer: 'no_data_supplied', text: 'Asked on 1 and 20 February.' } as const
    const published = await find(world(), 'ilona', commitment.id, {
      implementation: none,
      outcome: none,
      figure: undefined,
      evidence: [],
    })
    expect(published.status).toBe(201)
    const [found] = (await read(world(), commitment.id)).findings
    expect([found?.implementation.answer, found?.outcome.answer, found?.figure]).toEqual([
      'no_data_supplied',
      'no_data_supplied',
      undefined,
    ])
  })

  test('a finding asks the party for a reply and the next forum for a response', async () => {
    const { commitment } = await lock(world())
    const { body: found } = await find(world(), 'ilona', commitment.id)
    expect(found.replyDueOn).toBe('2026-04-01')
    expect(await waitsOn(world(), 'chan', 'reply.give', found.id)).toBe(true)
    expect(await waitsOn(world(), 'grace', 'reply.give', found.id)).toBe(false)
    expect(await inherited(world(), found.id)).toMatchObject([
      { origin: 'finding', title: commitment.measure.title, disposition: null },
    ])
  })

  test('the party replies once; the monitor, the other party and its own workers cannot reply for it', async () => {
    const { commitment } = await lock(world())
    const { body: found } = await find(world(), 'ilona', commitment.id)
    for (const other of ['grace', 'ilona', 'sok', 'dara', 'otto'] as const)
      expect((await answer(world(), other, found.id)).body.code).toBe('only_responsible')
    expect((await answer(world(), 'nemo', found.id)).status).toBe(404)
    const silent = { outcome: { stance: 'disagrees', text: ' ' } } as const
    expect((await answer(world(), 'chan', found.id, silent)).body.code).toBe('invalid_input')
    expect((await answer(world(), 'chan', found.id)).status).toBe(201)
    expect((await answer(world(), 'chan', found.id)).body.code).toBe('reply_given')
    expect(await waitsOn(world(), 'chan', 'reply.give', found.id)).toBe(false)
    const [shown] = (await read(world(), commitment.id)).findings
    expect(shown?.reply).toMatchObject({ ...reply, delegationId: world().delegation.CG })
  })

  test('two replies at once: one stands, one is refused', async () => {
    const { commitment } = await lock(world())
    const { body: found } = await find(world(), 'ilona', commitment.id)
    const answers = await Promise.all([answer(world(), 'chan', found.id), answer(world(), 'chan', found.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('a later finding supersedes and never edits; of two at once each has its place', async () => {
    const { commitment } = await lock(world())
    const { body: first } = await find(world(), 'ilona', commitment.id)
    const carried = { implementation: { answer: 'carried_out', text: 'Inspections run.' } } as const
    const more = await Promise.all([1, 2].map(() => find(world(), 'ilona', commitment.id, carried)))
    expect(more.map(({ status }) => status)).toEqual([201, 201])
    const { findings } = await read(world(), commitment.id)
    expect(findings.map((one) => one.supersedes)).toEqual([undefined, findings[0]!.id, findings[1]!.id])
    expect(new Set(findings.map((one) => one.number)).size).toBe(3)
    expect(findings[0]).toMatchObject({ id: first.id, implementation: finding.implementation })
    expect(await waitsOn(world(), 'chan', 'reply.give', first.id)).toBe(false)
    expect((await answer(world(), 'chan', first.id)).status).toBe(201)
  })
})

onBothEngines('a commitment whose day is over', (world) => {
  test('is overdue the day after and not before, comes before the forum once, and asks the monitor', async () => {
    at(world(), '2026-03-02')
    const { commitment } = await lock(world(), {
      measures: [someMeasure(world(), { due: '2026-03-10' })],
      periodUntil: '2026-06-30',
    })
    await file(world(), 'chan', commitment.id)
    await letTimePass(world(), '2026-03-10')
    expect(await inherited(world(), commitment.id)).toEqual([])
    await letTimePass(world(), '2026-03-11')
    await letTimePass(world(), '2026-03-12')
    expect(await inherited(world(), commitment.id)).toMatchObject([{ origin: 'overdue_commitment' }])
    expect(await waitsOn(world(), 'ilona', 'finding.publish', commitment.id)).toBe(true)
    expect(await waitsOn(world(), 'chan', 'report.file', commitment.id)).toBe(true)
    expect(commitmentState(await read(world(), commitment.id), '2026-03-12')).toBe('overdue')
    const acts = (await wholeChain(world().db.read, world().agreementId)).filter((act) => act.subject === commitment.id)
    expect(acts.map(({ kind, personId }) => [kind, personId])).toEqual([['commitment.overdue', undefined]])
    await file(world(), 'chan', commitment.id)
    expect(await waitsOn(world(), 'chan', 'report.file', commitment.id)).toBe(false)
    await find(world(), 'ilona', commitment.id)
    expect(await waitsOn(world(), 'ilona', 'finding.publish', commitment.id)).toBe(false)
  })

  test('that the party reported as carried out waits for the monitor, who may find otherwise', async () => {
    at(world(), '2026-03-02')
    const { commitment } = await lock(world(), { measures: [someMeasure(world(), { due: '2026-03-10' })] })
    await file(world(), 'dara', commitment.id, { claim: 'carried_out' })
    expect(await waitsOn(world(), 'chan', 'report.file', commitment.id)).toBe(true)
    await file(world(), 'chan', commitment.id, { claim: 'carried_out' })
    expect(await waitsOn(world(), 'chan', 'report.file', commitment.id)).toBe(false)
    await letTimePass(world(), '2026-03-11')
    expect(await inherited(world(), commitment.id)).toEqual([])
    expect(commitmentState(await read(world(), commitment.id), '2026-03-11')).toBe('awaits_finding')
    await find(world(), 'ilona', commitment.id)
    expect(commitmentState(await read(world(), commitment.id), '2026-03-11')).toBe('overdue')
  })

  test('does not come due once a later programme has taken its place', async () => {
    at(world(), '2026-04-01')
    const { commitment, programme } = await lock(world(), { measures: [someMeasure(world(), { due: '2026-06-30' })] })
    at(world(), '2026-05-01')
    const next = await lock(world(), { title: 'Programme of June', periodFrom: '2026-06-01' })
    expect(await waitsOn(world(), 'chan', 'report.file', commitment.id)).toBe(false)
    await letTimePass(world(), '2026-07-01')
    expect(await inherited(world(), commitment.id)).toEqual([])
    expect(commitmentState(await read(world(), commitment.id), '2026-07-01')).toBe('superseded')
    const { read: db } = world().db
    const inForce = async (day: string) => (await programmeInForce(db, world().agreementId, day))?.id
    expect(await inForce('2026-05-31')).toBe(programme.id)
    expect(await inForce('2026-06-01')).toBe(next.programme.id)
    const { body } = await world().json<ProgrammeSummary[]>(
      'otto',
      'GET',
      `/api/agreements/${world().agreementId}/programmes`,
    )
    expect(body.map(({ id, inForceUntil }) => [id, inForceUntil]).slice(0, 2)).toEqual([
      [next.programme.id, '2026-12-31'],
      [programme.id, '2026-05-31'],
    ])
  })
})

onBothEngines('what is locked and published', (world) => {
  const tables = ['programme', 'commitment', 'report', 'finding', 'reply'] as const
  const everyRow = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [
          table,
          await world().db.read.selectFrom(table).selectAll().orderBy('id').execute(),
        ]),
      ),
    )

  test('is changed by no route, whoever asks', async () => {
    const { programme, commitment, reading } = await lock(world())
    await file(world(), 'chan', commitment.id)
    const { body: found } = await find(world(), 'ilona', commitment.id)
    await answer(world(), 'chan', found.id)
    const { reports } = await read(world(), commitment.id)
    const before = await everyRow()
    const paths = [
      `/api/programmes/${programme.id}`,
      `/api/commitments/${commitment.id}`,
      `/api/commitments/${commitment.id}/reports/${reports[0]!.id}`,
      `/api/reports/${reports[0]!.id}`,
      `/api/findings/${found.id}`,
      `/api/findings/${found.id}/reply`,
      `/api/readings/${reading.id}/lock`,
      `/api/readings/${reading.id}`,
    ]
    const bodies = [{ ...report, title: 'x', body: '{}' }, finding, reply, { hash: reading.hash }, {}]
    for (const person of ['ada', 'sok', 'chan', 'ilona'] as const)
      for (const path of paths)
        for (const method of ['PUT', 'PATCH', 'POST', 'DELETE'])
          for (const body of bodies) {
            const { status } = await world().request(person, method, path, body)
            expect([401, 403, 404, 405, 409, 422], `${person} ${method} ${path}`).toContain(status)
          }
    expect(await everyRow()).toEqual(before)
  })

  test('is read by every seat and by nobody else; delegations speak in it, not persons', async () => {
    const { programme, commitment } = await lock(world())
    for (const path of [`/api/programmes/${programme.id}`, `/api/commitments/${commitment.id}`]) {
      expect((await world().request('nemo', 'GET', path)).status).toBe(404)
      expect((await world().request('ada', 'GET', path)).status).toBe(404)
      expect((await world().request(undefined, 'GET', path)).status).toBe(401)
      expect((await world().request('otto', 'GET', path)).status).toBe(200)
    }
    expect((await world().request('sok', 'GET', '/api/commitments/unknown')).status).toBe(404)
    await file(world(), 'chan', commitment.id)
    const seen = JSON.stringify([
      await publicProgramme(world().db.read, programme.id),
      await publicCommitment(world().db.read, commitment.id),
    ])
    expect(seen).toContain(report.text)
    for (const person of Object.values(world().person)) expect(seen).not.toContain(person)
    expect(seen).not.toContain('Chan of')
  })

  test('is written by no verb but the one that makes it', () => {
    const written = globSync('server/**/*.ts').filter((path) =>
      /(updateTable|deleteFrom|replaceInto|mergeInto)\(\s*'(programme|commitment|report|finding|reply)'/.test(
        readFileSync(path, 'utf8'),
      ),
    )
    expect(written).toEqual([])
  })

  test('has a receipt of its lock: the act, its own sum, and the head that commits to it', async () => {
    const { programme } = await lock(world())
    const path = `/api/acts/${programme.lockActId}/receipt`
    const { body: receipt } = await world().json<Receipt>('otto', 'GET', path)
    expect(receipt.act).toMatchObject({ kind: 'programme.locked', body: { hash: programme.hash } })
    expect(actHash(receipt.act, sha256)).toBe(receipt.act.hash)
    const chain = await wholeChain(world().db.read, world().agreementId)
    expect(receipt.head).toEqual({ seq: chain.length, hash: chain.at(-1)?.hash })
    expect(chain[receipt.act.seq - 1]?.hash).toBe(receipt.act.hash)
    expect((await world().request('nemo', 'GET', path)).status).toBe(404)
    expect((await world().request(undefined, 'GET', path)).status).toBe(401)
  })

  test('goes out as a table: numbers stay numbers, and no cell starts a formula', async () => {
    const measures = [
      someMeasure(world(), { title: '=HYPERLINK("http://evil.example")', baseline: '-3', unit: '@unit' }),
    ]
    const { programme } = await lock(world(), { measures })
    const path = `/api/programmes/${programme.id}/commitments`
    expect((await world().request('nemo', 'GET', `${path}.csv`)).status).toBe(404)
    const csv = await world().request('otto', 'GET', `${path}.csv`)
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer())
    expect(text.startsWith('\ufeffprogramme,number,title')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(text).toContain(`'@unit,-3,`)
    const { body } = await world().json<Record<string, unknown>[]>('otto', 'GET', `${path}.json`)
    expect(body).toMatchObject([{ title: '=HYPERLINK("http://evil.example")', state: 'running', baseline: '-3' }])
  })
})

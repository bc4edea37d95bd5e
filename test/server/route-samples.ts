import { plannedDates } from '../../shared/forum-dates.ts'
import { newId } from '../../shared/ids.ts'
import { toColumns } from '../../shared/row-columns.ts'
import type { TestWorld } from '../world.ts'

const id = newId()
const hash = 'a'.repeat(64)
const day = '2026-06-01'
const lasts = { notice: 14, disclosure: 14, comparison: 14, deliberation: 14, adoption: 14 }
const dates = plannedDates('2026-03-03', lasts)
const record = { indicatorId: id, period: '2024', value: 1, note: '' }
const form = { encoding: 'utf-8', delimiter: ',', headerLine: 1 }
const mapping = { only: [], period: { fixed: '2024' }, figures: { value: 0, indicatorId: id }, words: {}, notes: [] }
const answer = { stance: 'agrees', text: 'Yes' }

const source = { found: true, says: 'Visits are not announced', citation: 'Article 12' }
const criterion = {
  kind: 'bright_line',
  clauses: ['Visits are not announced'],
  title: 'Unannounced visits',
  right: 'Labour inspection',
  binds: ['government'],
  sources: { domestic: source, international: source, best_practice: source },
  governs: 'domestic',
  argument: 'It forbids any notice',
}

const piece = { title: 'A figure', kind: 'figure', description: 'Walked' }
const pairOf = ({ team }: TestWorld) => ({ teamId: team.north, peerId: team.south, indicatorId: id, period: '2024' })

/** A forum for the walk over all routes. */
export const forumToWalk = { title: 'A forum', dates }

/** What a route can take, so that its answer is about who asks and not about what was sent. */
export const bodies: Record<string, (world: TestWorld) => unknown> = {
  'POST /api/agreements': () => ({
    template: 'ldc',
    slug: 'walked',
    title: 'Walked',
    summary: '',
    parties: [
      { code: 'KH', name: 'Cambodia' },
      { code: 'US', name: 'United States' },
    ],
  }),
  'PUT /api/agreements/:id': () => ({ title: 'Walked', summary: '' }),
  'PUT /api/agreements/:id/charter': () => ({ from: 1, rules: {} }),
  'POST /api/agreements/:id/teams': () => ({ name: 'Walked', kind: 'team' }),
  'PUT /api/teams/:id/party': () => ({}),
  'POST /api/agreements/:id/seats': (world) => ({ personId: world.person.nemo, kind: 'observer' }),
  'POST /api/agreements/:id/invitations': () => ({ email: 'a@example.org', name: 'A', kind: 'observer' }),
  'POST /api/agreements/:agreementId/forums': () => forumToWalk,
  'PUT /api/forums/:id/stage': () => ({ to: 'disclosure' }),
  'PUT /api/forums/:id/dates': () => dates,
  'PUT /api/forums/:id/title': () => ({ title: 'Another' }),
  'POST /api/forums/:id/items': () => ({ title: 'An item', body: '' }),
  'PUT /api/items/:id/disposition': () => ({ disposition: 'taken_up' }),
  'POST /api/agreements/:agreementId/remarks': () => ({ subjectKind: 'forum', subject: id, body: 'Said' }),
  'POST /api/agreements/:agreementId/indicators': () => ({
    code: 'a',
    title: 'A',
    definition: 'A',
    unit: 'visits',
    direction: 'more',
    grain: 'year',
    source: '',
  }),
  'POST /api/agreements/:agreementId/library': () => ({ codes: ['budget'], grain: 'year', language: 'en' }),
  'PUT /api/indicators/:id/validity': () => ({ validTo: '2024' }),
  'POST /api/indicators/:id/breaks': () => ({ kind: 'source', from: '2024', parts: true, note: 'Another register' }),
  'POST /api/agreements/:agreementId/teams/:teamId/circumstances': () => ({
    variable: 'region',
    value: 'South-East Asia',
    source: 'The map',
  }),
  'PUT /api/forums/:forumId/similarity': () => ({ variables: [{ variable: 'region' }], reason: 'As agreed' }),
  'POST /api/forums/:forumId/disclosures': (world) => ({ teamId: world.team.north }),
  'PUT /api/disclosures/:id/note': () => ({ note: '' }),
  'PUT /api/disclosures/:id/sections/:section': () => ({ text: 'A' }),
  'POST /api/disclosures/:id/faults': () => ({
    part: 'records',
    statement: 'A',
    evidence: [{ title: 'A', kind: 'document', description: 'B' }],
  }),
  'PUT /api/faults/:id/reply': () => ({ reply: 'A' }),
  'PUT /api/faults/:id/decision': () => ({ move: 'dismiss', reasons: 'A' }),
  'PUT /api/disclosures/:id/method': () => ({ title: 'A', body: 'B' }),
  'POST /api/agreements/:agreementId/teams/:teamId/strategies': () => ({
    title: 'A',
    hypothesis: 'B',
    practice: 'C',
    situation: '',
    indicatorIds: [id],
    baselinePeriod: '2024',
    trialPeriod: '2025',
    judgedFrom: '2030-1',
  }),
  'PUT /api/strategies/:id/judgement': () => ({ verdict: 'worked', reasons: 'It did' }),
  'PUT /api/judgements/:id/dissents/:delegationId': () => ({ reason: 'It did not' }),
  'PUT /api/floors/:id/answer': () => ({ answer: 'explain', text: 'We do it otherwise' }),
  'PUT /api/floors/:id/use': () => ({ methodId: id }),
  'POST /api/agreements/:agreementId/criteria': () => criterion,
  'POST /api/criteria/:id/revisions': () => criterion,
  'PUT /api/criterion-revisions/:id/voices/:delegationId': () => ({ stance: 'concur', reason: '' }),
  'POST /api/teams/:teamId/method-text': () => ({ title: 'A' }),
  'PUT /api/teams/:teamId/method-text': () => ({ title: 'A' }),
  'POST /api/teams/:teamId/method-text/versions': () => ({ name: 'A version' }),
  'POST /api/teams/:teamId/method-text/restorations': () => ({ point: { epoch: 1, seq: 0 } }),
  'PUT /api/disclosures/:id/records': () => record,
  'POST /api/disclosures/:id/batches': () => ({ filename: 'a.csv', size: 1, form, header: ['a'], mapping }),
  'POST /api/batches/:id/rows': () => ({ chunk: 0, rows: toColumns([{ ...record, line: 2, raw: '1' }]) }),
  'PUT /api/batches/:id/finish': () => ({ rowsTotal: 1, rowsRefused: 0 }),
  'POST /api/forums/:forumId/gaps': (world) => pairOf(world),
  'POST /api/forums/:forumId/gaps-set-aside': (world) => ({ ...pairOf(world), reason: 'Walked' }),
  'POST /api/gaps/:id/explanations': () => ({ body: 'Walked', evidence: [piece] }),
  'PUT /api/gaps/:id/voice': () => ({ answer: 'accept', reason: '' }),
  'POST /api/gaps/:id/progress': () => ({ body: 'Walked', evidence: [], done: false }),
  'PUT /api/gaps/:id/measurement': () => ({ forumId: id }),
  'PUT /api/gaps/:id/measure': () => ({ language: 'en' }),
  'POST /api/forums/:id/plan': () => ({ title: 'A plan', periodFrom: day, periodUntil: '2027-06-01' }),
  'POST /api/plans/:id/versions': () => ({ name: 'A version' }),
  'POST /api/plans/:id/restorations': () => ({ point: { epoch: 1, seq: 0 } }),
  'POST /api/forums/:id/minutes/versions': () => ({ name: 'A version' }),
  'POST /api/forums/:id/minutes/restorations': () => ({ point: { epoch: 1, seq: 0 } }),
  'PUT /api/readings/:id/concurrences/:delegationId': () => ({ stance: 'concur', reason: '', hash }),
  'PUT /api/readings/:id/reopening': () => ({ reason: 'Because' }),
  'PUT /api/readings/:id/return': () => ({ reason: 'Because' }),
  'PUT /api/readings/:id/lock': () => ({ hash }),
  'POST /api/commitments/:id/reports': () => ({ claim: 'under_way', text: 'Done', evidence: [] }),
  'POST /api/commitments/:id/findings': () => ({
    implementation: { answer: 'partly', text: 'Partly' },
    outcome: { answer: 'moving', text: 'Moving' },
    method: 'Visits',
    evidence: [],
  }),
  'PUT /api/findings/:id/reply': () => ({ implementation: answer, outcome: answer }),
}

export const queries: Record<string, string> = {
  'GET /api/plans/:id/changes': '?from=1.0&to=1.0',
  'GET /api/forums/:id/minutes/changes': '?from=1.0&to=1.0',
  'GET /api/teams/:teamId/method-text/changes': '?from=1.0&to=1.0',
  'GET /api/agreements/:agreementId/remarks': `?kind=forum&subject=${id}`,
}

import type { Actor, Side, TeamKind } from '../../shared/agreement.ts'
import type { NewParty } from '../../shared/agreement-forms.ts'
import type { Charter, TemplateId } from '../../shared/charter.ts'
import { templates } from '../../shared/charters/templates.ts'
import { type Day, dayOf, type Instant } from '../../shared/dates.ts'
import { isId, newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { charterOf, insertCharter } from './charters.ts'
import { insertParties } from './delegations.ts'
import { insertSeat } from './seats.ts'
import type { AgreementRow } from './table.ts'

export interface Party {
  id: string
  code: string
  name: string
  /** 0, 1, 2 …: the order in which the parties are named, and their mark. */
  position: number
}

export interface Delegation {
  id: string
  /** Absent for the jurists of a commission, who sit for no party. */
  partyId?: string | undefined
  partyCode?: string | undefined
  side: Side
  /** Two or three letters, unique in the agreement: `CW`. */
  mark: string
}

export interface Team {
  id: string
  name: string
  kind: TeamKind
  /** The party that it belongs to; absent for a team of no party. */
  partyId?: string | undefined
}

/** One line of the list of agreements. */
export interface AgreementSummary {
  id: string
  slug: string
  title: string
  summary: string
  signedOn?: Day | undefined
  /** Made to show Parley; its pages say so. */
  demonstration: boolean
}

export interface Agreement extends AgreementSummary {
  charter: Charter
  charterVersion: number
  charterSince: Day
  parties: Party[]
  delegations: Delegation[]
  teams: Team[]
}

/** The agreement by its slug or its id, for who has a seat in it; `not_found` for everyone else. */
export async function findAgreement(db: Reader, actor: Actor, slugOrId: string): Promise<Agreement> {
  const row = await agreementRow(db, slugOrId)
  demand(actor, 'agreement.read', { agreementId: row?.id ?? slugOrId })
  if (!row) throw new Refused('not_found')
  const charter = await charterOf(db, row.id)
  return {
    ...fromRow(row),
    charter: charter.body,
    charterVersion: charter.version,
    charterSince: charter.inForceFrom,
    parties: await partiesOf(db, row.id),
    delegations: await delegationsOf(db, row.id),
    teams: await teamsOf(db, row.id),
  }
}

/** The agreements in which the person has a seat, by title. */
export async function listAgreements(db: Reader, actor: Actor): Promise<AgreementSummary[]> {
  demand(actor, 'agreement.list')
  const ids = [...new Set(actor.seats.map((seat) => seat.agreementId))]
  if (ids.length === 0) return []
  const rows = await db.selectFrom('agreement').selectAll().where('id', 'in', ids).orderBy('title').execute()
  return rows.map(fromRow)
}

export interface NewAgreement {
  template: string
  slug: string
  title: string
  summary: string
  signedOn?: Day | undefined
  parties: readonly NewParty[]
  demonstration?: boolean | undefined
}

/** Makes an agreement from a charter template. Who makes it becomes its first secretariat. */
export async function createAgreement(trx: Trx, actor: Actor, asked: NewAgreement, now: Instant): Promise<Agreement> {
  demand(actor, 'agreement.create')
  const template = Object.hasOwn(templates, asked.template) ? templates[asked.template as TemplateId] : undefined
  if (!template) throw new Refused('invalid_input', { issues: [{ path: 'template', code: 'invalid_value' }] })
  const taken = await trx.selectFrom('agreement').select('id').where('slug', '=', asked.slug).executeTakeFirst()
  if (taken) throw new Refused('slug_taken', { slug: asked.slug })
  const id = newId(Date.parse(now))
  await trx
    .insertInto('agreement')
    .values(toRow(id, asked, now))
    .execute()
  await insertCharter(trx, id, 1, template, dayOf(now), now)
  await insertParties(trx, id, template, asked.parties, now)
  const { template: made, slug, title, signedOn } = asked
  const body = {
    template: made,
    slug,
    title,
    signedOn,
    parties: asked.parties.map(({ code, name }) => ({ code, name })),
  }
  await recordAct(trx, actor, { agreementId: id, kind: 'agreement.created', subject: id, body }, now)
  const seat = await insertSeat(trx, actor, { agreementId: id, personId: actor.personId, kind: 'secretariat' }, now)
  return findAgreement(trx, { ...actor, seats: [...actor.seats, seat] }, id)
}

/** Changes how the agreement is called and told; its slug stays, since addresses hold it. */
export async function changeAgreement(
  trx: Trx,
  actor: Actor,
  agreementId: string,
  change: { title: string; summary: string },
  now: Instant,
): Promise<Agreement> {
  demand(actor, 'agreement.change', { agreementId })
  const { title, summary } = change
  await trx.updateTable('agreement').set({ title, summary }).where('id', '=', agreementId).execute()
  await recordAct(trx, actor, { agreementId, kind: 'agreement.changed', subject: agreementId, body: change }, now)
  return findAgreement(trx, actor, agreementId)
}

export async function partiesOf(db: Reader, agreementId: string): Promise<Party[]> {
  return db
    .selectFrom('party')
    .select(['id', 'code', 'name', 'position'])
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .execute()
}

/** Every delegation: by party in the parties' order, then by side; the jurists last. */
export async function delegationsOf(db: Reader, agreementId: string): Promise<Delegation[]> {
  const rows = await db
    .selectFrom('delegation')
    .leftJoin('party', 'party.id', 'delegation.party_id')
    .select([
      'delegation.id',
      'delegation.party_id',
      'delegation.side',
      'delegation.mark',
      'party.code',
      'party.position',
    ])
    .where('delegation.agreement_id', '=', agreementId)
    .execute()
  const order: readonly string[] = ['government', 'workers', 'employers', 'jurists']
  return rows
    .sort((a, b) => (a.position ?? 1e9) - (b.position ?? 1e9) || order.indexOf(a.side) - order.indexOf(b.side))
    .map((row) => ({
      id: row.id,
      partyId: row.party_id ?? undefined,
      partyCode: row.code ?? undefined,
      side: row.side as Side,
      mark: row.mark,
    }))
}

export async function teamsOf(db: Reader, agreementId: string): Promise<Team[]> {
  const rows = await db
    .selectFrom('team')
    .select(['id', 'name', 'kind', 'party_id'])
    .where('agreement_id', '=', agreementId)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, kind, party_id }) => ({
    id,
    name,
    kind: kind as TeamKind,
    partyId: party_id ?? undefined,
  }))
}

const agreementRow = (db: Reader, slugOrId: string): Promise<AgreementRow | undefined> =>
  db
    .selectFrom('agreement')
    .selectAll()
    .where(isId(slugOrId) ? 'id' : 'slug', '=', slugOrId)
    .executeTakeFirst()

const toRow = (id: string, asked: NewAgreement, now: Instant): AgreementRow => ({
  id,
  slug: asked.slug,
  title: asked.title,
  summary: asked.summary,
  signed_on: asked.signedOn ?? null,
  demonstration: asked.demonstration ? 1 : 0,
  created_at: now,
})

const fromRow = (row: AgreementRow): AgreementSummary => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  signedOn: row.signed_on ?? undefined,
  demonstration: row.demonstration === 1,
})

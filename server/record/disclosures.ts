import { randomBytes } from 'node:crypto'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { type DisclosureState, disclosureState, type Section, type Sight, sightOf } from '../../shared/disclosure.ts'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Forum, findForum, getForum } from '../forum/forums.ts'
import { demand } from '../http/demand.ts'
import { latestMethod } from './methods.ts'
import { newSealing } from './sealing.ts'
import type { DisclosureRow } from './table.ts'
import { sealedWords, setWords, wordsOf } from './words.ts'

/** A team's disclosure for a forum: what is known of it without its content. */
export interface Disclosure {
  id: string
  agreementId: string
  forum: Forum
  teamId: string
  state: DisclosureState
  methodId?: string | undefined
  /** How often it was filed; the last filing counts. */
  filings: number
  contentHash?: string | undefined
  filedBy?: string | undefined
  filedAt?: Instant | undefined
  openedAt?: Instant | undefined
}

/** What everyone may know of a team's disclosure at any time. */
export interface DisclosureSummary {
  teamId: string
  team: string
  state: DisclosureState
  sight: Sight
  /** Only where it may be read. */
  id?: string | undefined
  filedAt?: Instant | undefined
  openedAt?: Instant | undefined
}

/** Begins the disclosure of a team for a forum, with the team's latest method; one that is begun is carried on. */
export async function beginDisclosure(
  trx: Trx,
  actor: Actor,
  asked: { forumId: string; teamId: string },
  now: Instant,
): Promise<Disclosure> {
  const forum = await findForum(trx, actor, asked.forumId)
  const { agreementId } = forum
  const team = (await teamsOf(trx, agreementId)).find((one) => one.id === asked.teamId)
  if (!team) throw new Refused('not_found')
  demand(actor, 'disclosure.begin', { agreementId, teamId: team.id, state: forum.stage })
  const begun = await rowOf(trx, forum.id, team.id)
  if (begun) return fromRow(begun, forum)
  const id = newId(Date.parse(now))
  const { sealing, wrapped } = newSealing(trx, id)
  const row: DisclosureRow = {
    id,
    agreement_id: agreementId,
    forum_id: forum.id,
    team_id: team.id,
    method_id: (await latestMethod(trx, team.id))?.id ?? null,
    begun_at: now,
    content_hash: null,
    filed_by: null,
    filed_at: null,
    seal_key: wrapped,
    ...sealedWords(sealing, { note: '', sections: {}, salt: randomBytes(32).toString('hex') }),
    filings: 0,
    amending: 0,
  }
  await trx.insertInto('disclosure').values(row).execute()
  return fromRow(row, forum)
}

/** Each team of the agreement with the state of its disclosure, by the team's name. Content stays sealed. */
export async function listDisclosures(db: Reader, actor: Actor, forumId: string): Promise<DisclosureSummary[]> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'disclosure.list', { agreementId: forum.agreementId })
  const rows = await db.selectFrom('disclosure').selectAll().where('forum_id', '=', forum.id).execute()
  const openedAt = disclosuresOpenedAt(forum.stages)
  return (await teamsOf(db, forum.agreementId)).map((team) => {
    const row = rows.find((one) => one.team_id === team.id)
    const filedAt = row?.filed_at ?? undefined
    const state = disclosureState({ filedAt, amending: row?.amending === 1 }, openedAt)
    const sight = sightOf(actor, { agreementId: forum.agreementId, teamId: team.id, state })
    const known = { teamId: team.id, team: team.name, sight, filedAt, openedAt: filedAt && openedAt }
    // That a team amends what it has filed is its own affair until it files again.
    if (sight === 'sealed') return { ...known, state: state === 'amending' ? 'filed' : state }
    return { ...known, state, id: row?.id }
  })
}

/** The disclosure for who may read it: its own team at any time, all others once it is open. */
export async function findDisclosure(db: Reader, actor: Actor, id: string): Promise<Disclosure> {
  const disclosure = await getDisclosure(db, id)
  const sight = disclosure && sightOf(actor, disclosure)
  demand(actor, 'disclosure.read', { agreementId: disclosure?.agreementId, state: sight ?? 'own' })
  return disclosure ?? notFound()
}

/** The disclosure for who may change it now: the forum's stage, the disclosure's state and the team are demanded. */
export async function findDraft(
  db: Reader,
  actor: Actor,
  id: string,
  action: 'disclosure.edit' | 'disclosure.file' | 'disclosure.amend' = 'disclosure.edit',
): Promise<Disclosure> {
  const disclosure = (await getDisclosure(db, id)) ?? notFound()
  const { agreementId, teamId, forum, state } = disclosure
  demand(actor, 'disclosure.begin', { agreementId, teamId, state: forum.stage })
  demand(actor, action, { agreementId, teamId, state })
  return disclosure
}

/** Without asking for permission: for other verbs, and for what is public. */
export async function getDisclosure(db: Reader, id: string): Promise<Disclosure | undefined> {
  const row = await db.selectFrom('disclosure').selectAll().where('id', '=', id).executeTakeFirst()
  const forum = row && (await getForum(db, row.forum_id))
  return forum && fromRow(row, forum)
}

/** Words of the team beside its records. */
export async function noteDisclosure(trx: Trx, actor: Actor, id: string, note: string): Promise<void> {
  await findDraft(trx, actor, id)
  await setWords(trx, id, { ...(await wordsOf(trx, id)), note })
}

/** Writes one section of the draft; an empty text takes it out again. */
export async function writeSection(
  trx: Trx,
  actor: Actor,
  id: string,
  given: { section: Section; text: string },
): Promise<void> {
  await findDraft(trx, actor, id)
  const words = await wordsOf(trx, id)
  const { [given.section]: _, ...others } = words.sections
  const sections = given.text === '' ? others : { ...others, [given.section]: given.text }
  await setWords(trx, id, { ...words, sections })
}

const rowOf = (db: Reader, forumId: string, teamId: string): Promise<DisclosureRow | undefined> =>
  db
    .selectFrom('disclosure')
    .selectAll()
    .where('forum_id', '=', forumId)
    .where('team_id', '=', teamId)
    .executeTakeFirst()

function notFound(): never {
  throw new Refused('not_found')
}

function fromRow(row: DisclosureRow, forum: Forum): Disclosure {
  const filedAt = row.filed_at ?? undefined
  const openedAt = disclosuresOpenedAt(forum.stages)
  return {
    id: row.id,
    agreementId: row.agreement_id,
    forum,
    teamId: row.team_id,
    state: disclosureState({ filedAt, amending: row.amending === 1 }, openedAt),
    methodId: row.method_id ?? undefined,
    filings: row.filings,
    contentHash: row.content_hash ?? undefined,
    filedBy: row.filed_by ?? undefined,
    filedAt,
    openedAt: filedAt && openedAt,
  }
}

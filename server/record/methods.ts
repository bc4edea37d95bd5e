import type { Actor, TeamKind } from '../../shared/agreement.ts'
import type { Method } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { sealingOf } from './sealing.ts'
import type { MethodRow } from './table.ts'

/** A version of a method with the fora for which it was filed: those that the reader may know of. */
export interface FiledMethod extends Method {
  filedFor: string[]
}

/** A team with how many versions of its method one may read, and the newest of them without its words. */
export interface TeamMethods {
  teamId: string
  team: string
  kind: TeamKind
  own: boolean
  versions: number
  latest?: Omit<FiledMethod, 'body'> | undefined
}

/** A team's methods, newest first: all of them for the team; for others those that open disclosures were made by. */
export async function listMethods(db: Reader, actor: Actor, teamId: string): Promise<FiledMethod[]> {
  const team = await db.selectFrom('team').select('agreement_id').where('id', '=', teamId).executeTakeFirst()
  demand(actor, 'method.read', { agreementId: team?.agreement_id })
  if (!team) throw new Refused('not_found')
  return readable(db, { teamId, own: isOwn(actor, team.agreement_id, teamId) })
}

/** Every team of the agreement with what may be read of its way of working. */
export async function teamsMethods(db: Reader, actor: Actor, agreementId: string): Promise<TeamMethods[]> {
  demand(actor, 'method.read', { agreementId })
  const lines: TeamMethods[] = []
  for (const { id: teamId, name: team, kind } of await teamsOf(db, agreementId)) {
    const own = isOwn(actor, agreementId, teamId)
    const methods = await readable(db, { teamId, own })
    const { body: _, ...latest } = methods[0] ?? { body: '' }
    lines.push({
      teamId,
      team,
      kind,
      own,
      versions: methods.length,
      latest: 'id' in latest ? latest : undefined,
    })
  }
  return lines
}

const isOwn = (actor: Actor, agreementId: string, teamId: string): boolean =>
  actor.seats.some((seat) => seat.agreementId === agreementId && seat.teamId === teamId)

async function readable(db: Reader, { teamId, own }: { teamId: string; own: boolean }): Promise<FiledMethod[]> {
  const filed = await filings(db, teamId)
  const rows = await db
    .selectFrom('method')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('version', 'desc')
    .execute()
  const methods: FiledMethod[] = []
  for (const row of rows) {
    const of = filed.filter((one) => one.method_id === row.id && (own || one.opened_at !== null))
    if (own || of.length > 0) methods.push({ ...(await openMethod(db, row)), filedFor: of.map((one) => one.label) })
  }
  return methods
}

export async function latestMethod(db: Reader, teamId: string): Promise<Method | undefined> {
  const row = await db
    .selectFrom('method')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && openMethod(db, row)
}

export async function getMethod(db: Reader, id: string): Promise<Method | undefined> {
  const row = await db.selectFrom('method').selectAll().where('id', '=', id).executeTakeFirst()
  return row && openMethod(db, row)
}

/** For which fora the team filed by which method, and whether that disclosure is open. */
const filings = (db: Reader, teamId: string) =>
  db
    .selectFrom('disclosure')
    .innerJoin('forum', 'forum.id', 'disclosure.forum_id')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'disclosure.forum_id')
    .select(['disclosure.method_id', 'forum.label', 'forum_stage.opened_at'])
    .where('disclosure.team_id', '=', teamId)
    .where('disclosure.filed_at', 'is not', null)
    .where('forum_stage.stage', '=', 'comparison')
    .orderBy('forum.convened_at')
    .execute()

/** A new version, sealed with the disclosure for which it is written until one that names it opens. */
export async function insertMethod(trx: Trx, disclosureId: string, row: UnsealedMethod): Promise<Method> {
  await trx
    .insertInto('method')
    .values({ ...row, ...(await sealMethod(trx, disclosureId, row)) })
    .execute()
  return methodOf({ ...row, sealed: null, sealed_in: null })
}
export type UnsealedMethod = Omit<MethodRow, 'sealed' | 'sealed_in'>

/** The columns of a version that hold its words while they are sealed. */
export async function sealMethod(
  db: Reader,
  disclosureId: string,
  { id, title, body }: Pick<MethodRow, 'id' | 'title' | 'body'>,
): Promise<Pick<MethodRow, 'title' | 'body' | 'sealed' | 'sealed_in'>> {
  const sealing = await sealingOf(db, disclosureId)
  const sealed = sealing.sealText(methodPlace(id), JSON.stringify({ title, body }))
  return { title: '', body: '', sealed, sealed_in: disclosureId }
}

const methodPlace = (id: string) => `method ${id}`

async function openMethod(db: Reader, row: MethodRow): Promise<Method> {
  if (!row.sealed || !row.sealed_in) return methodOf(row)
  const sealing = await sealingOf(db, row.sealed_in)
  return { ...methodOf(row), ...JSON.parse(sealing.openText(methodPlace(row.id), row.sealed)) }
}

/** Lays open the versions that these disclosures were filed with. */
export async function unsealMethods(trx: Trx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const method = await getMethod(trx, id)
    if (!method) continue
    const open = { title: method.title, body: method.body, sealed: null, sealed_in: null }
    await trx.updateTable('method').set(open).where('id', '=', id).execute()
  }
}

const methodOf = (row: MethodRow): Method => ({
  id: row.id,
  teamId: row.team_id,
  version: row.version,
  title: row.title,
  body: row.body,
  at: row.at,
})

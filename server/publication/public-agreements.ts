import type { Charter } from '../../shared/charter.ts'
import { type Day, dayOf, type Instant } from '../../shared/dates.ts'
import { programmeOn } from '../../shared/programme.ts'
import { type Delegation, delegationsOf, type Party, partiesOf } from '../agreement/agreements.ts'
import { charterOf } from '../agreement/charters.ts'
import type { AgreementRow } from '../agreement/table.ts'
import { type ProgrammeSummary, publicProgrammes } from '../commitment/public-programmes.ts'
import type { Reader } from '../db/database.ts'
import { type PublicForum, publicFora } from './public-fora.ts'

/** An agreement as everyone may read it: its rules, who takes part as what, its fora and programmes. Nobody is named. */
export interface PublicAgreement {
  id: string
  slug: string
  title: string
  summary: string
  signedOn?: Day | undefined
  demonstration: boolean
  charter: Charter
  charterVersion: number
  charterSince: Day
  parties: Party[]
  delegations: Delegation[]
  /** Newest first, as are the programmes. */
  fora: PublicForum[]
  programmes: ProgrammeSummary[]
  /** The programme that is in force today. */
  programme?: ProgrammeSummary | undefined
  /** When anything that is published of it changed last. */
  changedAt: Instant
}

/** The agreements that have a charter in force, by title. */
export async function publicAgreements(db: Reader, now: Instant): Promise<PublicAgreement[]> {
  const rows = await published(db, now).orderBy('title').orderBy('id').execute()
  return Promise.all(rows.map((row) => fromRow(db, row, now)))
}

/** The agreement by its slug; undefined where there is none, or none that is public yet. */
export async function publicAgreement(db: Reader, slug: string, now: Instant): Promise<PublicAgreement | undefined> {
  const row = await published(db, now).where('slug', '=', slug).executeTakeFirst()
  return row && fromRow(db, row, now)
}

const published = (db: Reader, now: Instant) =>
  db
    .selectFrom('agreement')
    .selectAll()
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('charter')
          .select('charter.id')
          .whereRef('charter.agreement_id', '=', 'agreement.id')
          .where('charter.in_force_from', '<=', dayOf(now)),
      ),
    )

async function fromRow(db: Reader, row: AgreementRow, now: Instant): Promise<PublicAgreement> {
  const charter = await charterOf(db, row.id)
  const programmes = await publicProgrammes(db, row.id)
  const fora = await publicFora(db, row.id)
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    signedOn: row.signed_on ?? undefined,
    demonstration: row.demonstration === 1,
    charter: charter.body,
    charterVersion: charter.version,
    charterSince: charter.inForceFrom,
    parties: await partiesOf(db, row.id),
    delegations: await delegationsOf(db, row.id),
    fora,
    programmes,
    programme: programmeOn(programmes, dayOf(now)),
    changedAt: await changedAt(db, row, programmes, fora),
  }
}

/** Of what is published, and of nothing else: the record must not tell when something was said behind closed doors. */
async function changedAt(
  db: Reader,
  row: AgreementRow,
  programmes: readonly ProgrammeSummary[],
  fora: readonly PublicForum[],
): Promise<Instant> {
  const last = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('charter')
        .select((e) => e.fn.max('created_at').as('at'))
        .where('agreement_id', '=', row.id)
        .as('charter'),
      eb
        .selectFrom('report')
        .select((e) => e.fn.max('at').as('at'))
        .where('agreement_id', '=', row.id)
        .as('report'),
      eb
        .selectFrom('finding')
        .select((e) => e.fn.max('published_at').as('at'))
        .where('agreement_id', '=', row.id)
        .as('finding'),
      eb
        .selectFrom('reply')
        .select((e) => e.fn.max('at').as('at'))
        .where('agreement_id', '=', row.id)
        .as('reply'),
    ])
    .executeTakeFirstOrThrow()
  const instants = [
    row.created_at,
    ...Object.values(last),
    ...programmes.map((one) => one.lockedAt),
    ...fora.map((one) => one.changedAt),
  ]
  return instants.filter((at) => at !== null).reduce((a, b) => (a > b ? a : b))
}

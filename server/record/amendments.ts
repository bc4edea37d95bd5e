import type { Section } from '../../shared/disclosure.ts'
import { sections } from '../../shared/disclosure.ts'
import type { Reader } from '../db/database.ts'
import type { Content } from './content.ts'
import type { Disclosure } from './disclosures.ts'
import { contentOf, type Filing } from './filings.ts'
import { openRows } from './sealing.ts'

export interface AmendedFigure {
  value?: number | undefined
  missing?: string | undefined
  unit?: string | undefined
}

export interface AmendedRecord {
  indicatorId: string
  period: string
  before?: AmendedFigure | undefined
  after?: AmendedFigure | undefined
}

/** What a filing changed of the one before it. */
export interface Amendment {
  number: number
  /** Those that changed, up to a bound. */
  records: AmendedRecord[]
  more: boolean
  sections: Section[]
  note: boolean
  method: boolean
}

/** So many changed records are listed; whoever wants all compares the two filings' texts. */
const mostListed = 100

/** What each filing after the first one changed. Asks no permission. */
export async function amendmentsOf(
  db: Reader,
  disclosure: Disclosure,
  filings: readonly Filing[],
): Promise<Amendment[]> {
  const amendments: Amendment[] = []
  for (const { number } of filings.slice(1)) {
    const before = await contentOf(db, disclosure, number - 1)
    const after = await contentOf(db, disclosure, number)
    if (before && after) amendments.push(await amendment(db, disclosure, { number, before, after }))
  }
  return amendments
}

async function amendment(
  db: Reader,
  disclosure: Disclosure,
  { number, before, after }: { number: number; before: Content; after: Content },
): Promise<Amendment> {
  const gone = await onlyIn(db, disclosure.id, before, after)
  const come = await onlyIn(db, disclosure.id, after, before)
  return {
    number,
    records: changesOf(gone, come).slice(0, mostListed),
    more: Math.max(gone.length, come.length) > mostListed,
    sections: sections.filter((section) => before.words.sections[section] !== after.words.sections[section]),
    note: before.words.note !== after.words.note,
    method: before.methodId !== after.methodId,
  }
}

type Row = Awaited<ReturnType<typeof onlyIn>>[number]

function changesOf(gone: readonly Row[], come: readonly Row[]): AmendedRecord[] {
  const places = new Map<string, AmendedRecord>()
  const place = ({ indicator_id: indicatorId, period }: Row) => {
    const key = `${indicatorId} ${period}`
    const known = places.get(key) ?? { indicatorId, period }
    places.set(key, known)
    return known
  }
  for (const row of gone) place(row).before = figureOf(row)
  for (const row of come) place(row).after = figureOf(row)
  return [...places.values()]
}

const figureOf = ({ value, missing, unit }: Row): AmendedFigure => ({
  value: value ?? undefined,
  missing: missing ?? undefined,
  unit: unit ?? undefined,
})

/** The records of one filing that the other does not hold, one more than are listed. */
async function onlyIn(db: Reader, disclosureId: string, these: Content, those: Content) {
  const heldBy = (filing: string) => db.selectFrom('filed_record').select('record_id').where('filing_id', '=', filing)
  let rows = db
    .selectFrom('record')
    .select(['id', 'indicator_id', 'period', 'value', 'missing', 'unit', 'note', 'raw', 'why', 'page'])
    .where('disclosure_id', '=', disclosureId)
  rows = these.heldBy ? rows.where('id', 'in', heldBy(these.heldBy)) : rows.where('standing', '=', 1)
  rows = those.heldBy ? rows.where('id', 'not in', heldBy(those.heldBy)) : rows.where('standing', '=', 0)
  const found = await rows
    .orderBy('indicator_id')
    .orderBy('period')
    .limit(mostListed + 1)
    .execute()
  return openRows(db, disclosureId, found)
}

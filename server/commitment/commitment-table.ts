import { stringify } from 'csv-stringify/sync'
import { commitmentState, standingFinding } from '../../shared/commitment.ts'
import { guardCell } from '../../shared/csv.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import { latestFigure } from '../../shared/finding.ts'
import { plainText } from '../../shared/rich-text.ts'
import type { Commitment } from './commitments.ts'
import type { Programme } from './public-programmes.ts'

/** One commitment a row, as it stands on a day: the table of the programme's page, for other programs. */
export const commitmentTable = (programme: Programme, day: Day) =>
  programme.commitments.map((commitment) => ({
    programme: programme.title,
    number: commitment.number,
    title: commitment.measure.title,
    text: plainText(commitment.measure.text),
    responsible_party: commitment.partyName,
    office: commitment.office,
    start: commitment.startOn,
    due: commitment.dueOn,
    state: commitmentState(commitment, day),
    unit: commitment.measure.unit,
    baseline: commitment.measure.baseline,
    baseline_note: commitment.measure.baselineNote,
    target: commitment.measure.target,
    ...latestColumns(commitment, day),
    ...findingColumns(commitment, day),
    reports: commitment.reports.filter((report) => dayOf(report.at) <= day).length,
    sha256: commitment.hash,
  }))

/** RFC 4180, in UTF-8 with a mark that spreadsheet programs look for; no cell starts a formula. */
export const commitmentCsv = (programme: Programme, day: Day): string =>
  stringify(
    commitmentTable(programme, day).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, guardCell(cell)])),
    ),
    { header: true, bom: true, record_delimiter: 'windows' },
  )

function findingColumns(commitment: Commitment, day: Day) {
  const finding = standingFinding(commitment.findings, day)
  const reply = finding?.reply && dayOf(finding.reply.at) <= day ? finding.reply : undefined
  return {
    finding: finding?.number,
    finding_day: finding && dayOf(finding.publishedAt),
    implementation: finding?.implementation.answer,
    outcome: finding?.outcome.answer,
    reply_day: reply && dayOf(reply.at),
    reply_implementation: reply?.implementation.stance,
    reply_outcome: reply?.outcome.stance,
    illustrative: finding?.illustrative ? 'yes' : undefined,
  }
}

function latestColumns(commitment: Commitment, day: Day) {
  const latest = latestFigure(commitment, day)
  return { latest: latest?.value, latest_as_of: latest?.asOf, latest_by: latest?.by }
}

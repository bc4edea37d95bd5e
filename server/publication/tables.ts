import { plainCharter } from '../../shared/charter-words.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import type { Evidence } from '../../shared/evidence.ts'
import { opensOn } from '../../shared/forum.ts'
import type { PublishedRow } from '../../shared/published.ts'
import type { Delegation } from '../agreement/agreements.ts'
import { commitmentTable } from '../commitment/commitment-table.ts'
import type { Programme } from '../commitment/public-programmes.ts'
import type { PublishedComparison } from '../record/published-comparison.ts'
import type { Edition } from './edition.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'

export const agreementRows = (edition: Edition, all: readonly PublicAgreement[]): PublishedRow<'agreements'>[] =>
  all.map((agreement) => ({
    slug: agreement.slug,
    title: agreement.title,
    parties: agreement.parties.map((party) => party.name).join('; '),
    signed_on: agreement.signedOn,
    demonstration: agreement.demonstration,
    charter_version: agreement.charterVersion,
    charter_since: agreement.charterSince,
    programme_id: agreement.programme?.id,
    changed_at: agreement.changedAt,
    url: edition.publicUrl + publicPaths.agreement(agreement.slug),
  }))

export const charterRows = (edition: Edition, { charter }: PublicAgreement): PublishedRow<'charter'>[] =>
  plainCharter(charter).flatMap(({ question, sentences }) =>
    sentences.map(({ rule, key, values, basis }) => ({
      question,
      rule,
      value: String(values.value),
      sentence: edition.t(key, values),
      basis,
    })),
  )

export const delegationRows = ({ delegations, parties }: PublicAgreement): PublishedRow<'delegations'>[] =>
  delegations.map(({ mark, partyCode, partyId, side }) => ({
    mark,
    party_code: partyCode,
    party: parties.find((party) => party.id === partyId)?.name,
    side,
  }))

export const forumRows = ({ fora }: PublicAgreement): PublishedRow<'fora'>[] =>
  fora.map((forum) => ({
    label: forum.label,
    title: forum.title,
    stage: forum.stage,
    notice_on: opensOn(forum.stages, 'notice'),
    disclosure_on: opensOn(forum.stages, 'disclosure'),
    comparison_on: opensOn(forum.stages, 'comparison'),
    deliberation_on: opensOn(forum.stages, 'deliberation'),
    adoption_on: opensOn(forum.stages, 'adoption'),
    closes_on: opensOn(forum.stages, 'closed'),
    disclosures_opened_at: forum.comparedAt,
    closed_at: forum.closedAt,
    programme_id: forum.programmeId,
  }))

export const programmeRows = (edition: Edition, { slug, programmes }: PublicAgreement): PublishedRow<'programmes'>[] =>
  programmes.map((programme) => ({
    id: programme.id,
    title: programme.title,
    period_from: programme.periodFrom,
    period_until: programme.periodUntil,
    in_force_from: programme.inForceFrom,
    in_force_until: programme.inForceUntil,
    locked_at: programme.lockedAt,
    sha256: programme.hash,
    commitments: programme.commitmentCount,
    url: edition.publicUrl + publicPaths.programme(slug, programme.id),
  }))

/** The table of the commitment room, with the address of each. */
export const commitmentRows = (edition: Edition, programme: Programme, now: Instant): PublishedRow<'commitments'>[] =>
  commitmentTable(programme, dayOf(now)).map((row, i) => {
    const { id } = programme.commitments[i]!
    return { ...row, id, url: edition.publicUrl + publicPaths.commitment(programme.agreementSlug, id) }
  })

export const concurrenceRows = ({ concurrences, delegations }: Programme): PublishedRow<'concurrences'>[] =>
  concurrences.map(({ delegationId, stance, reason, at }) => {
    const { mark, partyCode, side } = delegationOf(delegations, delegationId)
    return { mark, party_code: partyCode, side, stance, reason, at }
  })

export const reportRows = ({ commitments, delegations }: Programme): PublishedRow<'reports'>[] =>
  commitments.flatMap(({ number, measure, reports }) =>
    reports.map((report) => ({
      commitment: number,
      mark: delegationOf(delegations, report.delegationId).mark,
      claim: report.claim,
      text: report.text,
      value: report.figure?.value,
      value_as_of: report.figure?.asOf,
      unit: measure.unit,
      evidence: evidenceText(report.evidence),
      at: report.at,
      illustrative: report.illustrative,
    })),
  )

export const findingRows = ({ commitments, delegations }: Programme): PublishedRow<'findings'>[] =>
  commitments.flatMap(({ number, measure, findings }) =>
    findings.map((finding) => ({
      number: finding.number,
      commitment: number,
      supersedes: findings.find((other) => other.id === finding.supersedes)?.number,
      implementation: finding.implementation.answer,
      implementation_text: finding.implementation.text,
      outcome: finding.outcome.answer,
      outcome_text: finding.outcome.text,
      value: finding.figure?.value,
      value_as_of: finding.figure?.asOf,
      unit: measure.unit,
      method: finding.method,
      evidence: evidenceText(finding.evidence),
      published_at: finding.publishedAt,
      illustrative: finding.illustrative,
      reply_due_on: finding.replyDueOn,
      reply_mark: finding.reply && delegationOf(delegations, finding.reply.delegationId).mark,
      reply_implementation: finding.reply?.implementation.stance,
      reply_implementation_text: finding.reply?.implementation.text,
      reply_outcome: finding.reply?.outcome.stance,
      reply_outcome_text: finding.reply?.outcome.text,
      replied_at: finding.reply?.at,
    })),
  )

export function delegationOf(delegations: readonly Delegation[], id: string): Delegation {
  const found = delegations.find((delegation) => delegation.id === id)
  if (!found) throw new Error(`delegation ${id} spoke and is not of the agreement`)
  return found
}

/** One line a piece: what it is, where it is, what it says. */
const evidenceText = (evidence: readonly Evidence[]): string =>
  evidence.map(({ title, url, description }) => [title, url, description].filter(Boolean).join(' | ')).join('\n')

/** The totals of a comparison; where one is hidden, that it is. */
export const totalRows = ({ totals, indicators }: PublishedComparison): PublishedRow<'totals'>[] =>
  totals.map(({ indicatorId, period, teams, value, of, rate, hidden }) => {
    const { code, ratePer } = indicators.find(({ id }) => id === indicatorId)!
    const figures = { value, denominator_value: of, rate, rate_per: rate === undefined ? undefined : ratePer }
    return { indicator: code, period, teams, ...figures, missing: hidden ? 'suppressed' : undefined }
  })

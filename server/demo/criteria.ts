import type { CriterionForm } from '../../shared/criterion.ts'
import type { Day } from '../../shared/dates.ts'
import { agendaOf } from '../forum/items.ts'
import { say } from '../forum/remarks.ts'
import { promulgate } from '../record/criteria/promulgating.ts'
import { proposeCriterion } from '../record/criteria/proposing.ts'
import { speakOnRevision } from '../record/criteria/voices.ts'
import { indicatorsOf } from '../record/indicators.ts'
import type { PlayerKey } from './cast.ts'
import { act, agreementOf, at, type Play } from './play.ts'

/** The first criterion of the story. The convention is cited as it stands; everything else is illustrative. */
const unannounced: CriterionForm = {
  kind: 'bright_line',
  title: 'Visits without notice',
  right: 'Labour inspection that protects those who work (ILO Convention 81)',
  binds: ['government'],
  clauses: [
    'No visit is announced to the employer, nor to the operator of the industrial park.',
    'The first words of a visit are spoken to the workers of the line that is inspected.',
  ],
  sources: {
    domestic: { found: false, looked: 'Nowhere, for this demonstration' },
    international: {
      found: true,
      says: 'Inspectors are empowered to enter freely and without previous notice at any hour of the day or night any workplace liable to inspection.',
      citation: 'ILO Convention 81, Article 12(1)(a)',
    },
    best_practice: {
      found: true,
      says: 'Every visit of the half-year was made without notice.',
      citation: 'Team Phnom Penh, its register of visits',
    },
  },
  governs: 'best_practice',
  argument: 'The convention lets inspectors come unannounced; the team always does, and found more.',
}

/** Proposed before the forum is held, by the team whose practice it is. */
export async function proposeUnannounced(play: Play, day: Day): Promise<void> {
  await act(play, 'team.phnompenh', (trx, actor) =>
    proposeCriterion(trx, actor, play.agreementId, unannounced, at(day, '11:00')),
  )
}

/** The team is heard on it, as on anything that is to bind. */
export async function hearOnCriteria(play: Play, forumId: string, day: Day): Promise<void> {
  const items = (await agendaOf(play.db.read, forumId)).filter((item) => item.origin === 'criterion')
  for (const { id: subject } of items)
    await act(play, 'team.phnompenh', (trx, actor) => {
      const body =
        'Of the visits that were announced none found a locked exit; of those that were not, one in nine did.'
      return say(trx, actor, play.agreementId, { subjectKind: 'item', subject, body }, at(day, '14:00'))
    })
}

/** Every delegation concurs, and the criterion is in force. */
export async function promulgateUnannounced(
  play: Play,
  delegates: Readonly<Record<string, PlayerKey>>,
  day: Day,
): Promise<void> {
  const { id: revisionId } = await play.db.read
    .selectFrom('criterion_revision')
    .select('id')
    .where('agreement_id', '=', play.agreementId)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  for (const { id: delegationId, mark } of (await agreementOf(play)).delegations)
    await act(play, delegates[mark]!, (trx, actor) => {
      const of = { revisionId, delegationId }
      return speakOnRevision(trx, actor, of, { stance: 'concur', reason: '' }, at(day, '09:10'))
    })
  await act(play, 'secretariat', (trx, actor) => promulgate(trx, actor, revisionId, at(day, '09:30')))
}

/** A measure that the open forum has before it: no share below the whole is what the law means. */
export async function proposeWage(play: Play, day: Day): Promise<void> {
  const indicator = (await indicatorsOf(play.db.read, play.agreementId)).find(({ code }) => code === 'wage-piece')!
  const form: CriterionForm = {
    kind: 'measure',
    title: 'The minimum wage, also by the piece',
    right: 'A minimum wage',
    binds: ['government', 'employers'],
    indicatorId: indicator.id,
    value: 100,
    sources: {
      domestic: {
        found: true,
        says: 'Whoever is paid by the piece earns at least the minimum wage.',
        citation: 'Illustrative',
        value: 100,
      },
      international: { found: false, looked: 'The conventions on wages, 26, 95 and 131: none gives a share' },
      best_practice: { found: false, looked: 'The registries of comparable programmes: none was at hand' },
    },
    argument: '',
  }
  await act(play, 'workers.kh', (trx, actor) => proposeCriterion(trx, actor, play.agreementId, form, at(day, '08:00')))
}

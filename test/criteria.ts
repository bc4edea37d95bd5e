import type { Forum } from '../server/forum/forums.ts'
import type { AgendaItem } from '../server/forum/items.ts'
import type { Criterion } from '../server/record/criteria/criteria.ts'
import type { CriterionForm, CriterionSource } from '../shared/criterion.ts'
import { delegates } from './plan.ts'
import { recordActs } from './records.ts'
import type { Person, TestWorld } from './world.ts'

export const source = (over: object = {}): CriterionSource =>
  ({ found: true, says: 'Visits are not announced', citation: 'Convention 81, Article 12', ...over }) as CriterionSource

/** A criterion that lacks nothing, as people propose it. */
export const brightLine = (over: object = {}): CriterionForm =>
  ({
    kind: 'bright_line',
    clauses: ['No visit is announced.'],
    title: 'Unannounced visits',
    right: 'Labour inspection',
    binds: ['government'],
    sources: { domestic: source(), international: source(), best_practice: { found: false, looked: 'Two neighbours' } },
    governs: 'international',
    argument: 'It forbids any notice, the domestic law only most.',
    ...over,
  }) as CriterionForm

export const measure = (indicatorId: string, value: number, over: object = {}): CriterionForm =>
  ({
    ...brightLine(),
    clauses: undefined,
    kind: 'measure',
    indicatorId,
    value,
    sources: {
      domestic: source({ value: 50 }),
      international: source({ value: 60 }),
      best_practice: { found: false, looked: 'Two neighbours' },
    },
    governs: undefined,
    argument: '',
    ...over,
  }) as unknown as CriterionForm

/** What people do with criteria, through the front door. */
export function criterionActs(world: () => TestWorld) {
  const { ask, move } = recordActs(world)
  const item = async (forum: Pick<Forum, 'id'>, title: string): Promise<AgendaItem | undefined> =>
    (await ask<AgendaItem[]>('sok', 'GET', `forums/${forum.id}/items`)).body.find(
      (one) => one.origin === 'criterion' && one.title === title,
    )
  const concur = (person: keyof typeof delegates, revision: string, stance = 'concur', reason = '') =>
    ask<Criterion>(person, 'PUT', `criterion-revisions/${revision}/voices/${world().delegation[delegates[person]]}`, {
      stance,
      reason,
    })
  const say = (person: Person, subject: string) =>
    ask(person, 'POST', `agreements/${world().agreementId}/remarks`, {
      subjectKind: 'item',
      subject,
      body: 'What we saw in the field',
    })
  return {
    ask,
    item,
    concur,
    say,
    propose: (person: Person, form: CriterionForm) =>
      ask<Criterion>(person, 'POST', `agreements/${world().agreementId}/criteria`, form),
    revise: (person: Person, id: string, form: CriterionForm) =>
      ask<Criterion>(person, 'POST', `criteria/${id}/revisions`, form),
    promulgate: (person: Person, revision: string) =>
      ask<Criterion>(person, 'PUT', `criterion-revisions/${revision}/promulgation`),
    /** Everything that has to come before: the forum takes it up, a team is heard, every delegation concurs. */
    deliberate: async (forum: Forum, criterion: Criterion): Promise<void> => {
      for (const stage of ['disclosure', 'comparison', 'deliberation', 'adoption']) await move(forum.id, stage)
      const found = (await item(forum, criterion.proposed!.body.title))!
      await say('lina', found.id)
      await ask('sok', 'PUT', `items/${found.id}/disposition`, { disposition: 'taken_up' })
      for (const person of Object.keys(delegates) as (keyof typeof delegates)[])
        await concur(person, criterion.proposed!.id)
    },
  }
}

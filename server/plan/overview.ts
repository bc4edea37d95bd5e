import type { Actor } from '../../shared/agreement.ts'
import type { Origin } from '../../shared/forum.ts'
import type { Reader } from '../db/database.ts'
import { type Forum, findForumByLabel } from '../forum/forums.ts'
import { agendaOf } from '../forum/items.ts'
import { demand } from '../http/demand.ts'
import { adoptionsIn, type PlacedAdoption } from './adoptions.ts'
import { type Plan, planOf } from './plans.ts'
import { type Reading, readingsOf } from './readings.ts'

/** Everything that a plan's page begins with but the words themselves. */
export interface PlanOverview {
  forum: Forum
  /** Absent until the secretariat opens one. */
  plan?: Plan | undefined
  /** Newest first. */
  readings: Reading[]
  /** What a measure may answer. */
  items: { id: string; position: number; title: string; origin: Origin }[]
  /** The measures by which better methods are adopted, with the gaps that they come from. */
  adoptions: PlacedAdoption[]
}

/** The plan of the forum with this label, for who may read it. */
export async function planOverview(
  db: Reader,
  actor: Actor,
  agreementId: string,
  label: string,
): Promise<PlanOverview> {
  demand(actor, 'plan.read', { agreementId })
  const forum = await findForumByLabel(db, actor, agreementId, label)
  const plan = await planOf(db, forum.id)
  const items = (await agendaOf(db, forum.id)).filter((item) => !item.withdrawnAt)
  return {
    forum,
    plan,
    readings: plan ? await readingsOf(db, plan.id) : [],
    items: items.map(({ id, position, title, origin }) => ({ id, position, title, origin })),
    adoptions: plan ? await adoptionsIn(db, plan.id) : [],
  }
}

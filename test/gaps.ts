import { expect } from 'vitest'
import type { Forum } from '../server/forum/forums.ts'
import type { ForumGaps, GapView } from '../server/record/gaps/gap-view.ts'
import type { GapPair } from '../shared/gap-forms.ts'
import type { Indicator } from '../shared/record.ts'
import { recordActs } from './records.ts'
import type { Person, TestWorld } from './world.ts'

/** What each team disclosed: so many put right of so many found. */
export type Counts = Partial<Record<'north' | 'south', [value: number, of: number]>>

const leads = { north: 'lina', south: 'marc' } as const satisfies Record<string, Person>
export const aFigure = { title: 'Visits of 2024', kind: 'figure', description: 'Half of all vehicles stood still' }
export const explanation = { body: 'One vehicle serves two provinces.', evidence: [aFigure] }

/** What people do with gaps, through the front door, in the words of the tests. */
export function gapActs(world: () => TestWorld) {
  const acts = recordActs(world)
  const { ask } = acts
  const disclose = async (forum: string, team: 'north' | 'south', records: [Indicator, number][], period: string) => {
    const id = await acts.begin(leads[team], forum, world().team[team])
    for (const [indicator, value] of records) {
      const put = await acts.put(leads[team], id, { indicatorId: indicator.id, period, value, why: 'Counted again.' })
      expect(put.status, JSON.stringify(put.body)).toBeLessThan(300)
    }
    await acts.method(leads[team], id, `Method of ${team}`, 'The second visit is set at the first.')
    expect((await acts.file(leads[team], id)).status).toBeLessThan(300)
  }
  return {
    ...acts,
    /** Violations put right, as a share of those found. */
    share: async (): Promise<{ found: Indicator; remedied: Indicator }> => {
      const found = (await acts.define('sok', { title: 'Violations found', unit: 'violations', direction: 'neither' }))
        .body
      const remedied = await acts.define('sok', {
        title: 'Violations put right',
        unit: 'violations',
        direction: 'more',
        denominatorId: found.id,
        ratePer: 100,
        nature: 'share',
      })
      return { found, remedied: remedied.body }
    },
    /** Whose party a team is. */
    assign: (team: 'north' | 'south', partyId: string | undefined) =>
      ask('sok', 'PUT', `teams/${world().team[team]}/party`, partyId === undefined ? {} : { partyId }),
    /** A forum whose records are open. */
    compared: async (
      { found, remedied }: { found: Indicator; remedied: Indicator },
      counts: Counts,
      period = '2024',
    ): Promise<Forum> => {
      const forum = await acts.convene()
      return openWith(forum, { found, remedied }, counts, period)
    },
    openWith,
    gaps: (person: Person | undefined, forum: string) => ask<ForumGaps>(person, 'GET', `forums/${forum}/gaps`),
    gap: (person: Person | undefined, id: string) => ask<GapView>(person, 'GET', `gaps/${id}`),
    confirm: (person: Person, forum: string, pair: GapPair) =>
      ask<GapView>(person, 'POST', `forums/${forum}/gaps`, pair),
    setAside: (person: Person, forum: string, pair: GapPair, reason: string) =>
      ask<GapView>(person, 'POST', `forums/${forum}/gaps-set-aside`, { ...pair, reason }),
    explain: (person: Person, id: string, form: unknown = explanation) =>
      ask<GapView>(person, 'POST', `gaps/${id}/explanations`, form),
    speak: async (person: Person, id: string, answer: string, reason = 'Theirs were as new.') => {
      const response = await world().request(person, 'PUT', `/api/gaps/${id}/voice`, { answer, reason })
      return { status: response.status, code: response.status === 204 ? undefined : (await response.json()).code }
    },
    decide: (person: Person, id: string) => ask<GapView>(person, 'PUT', `gaps/${id}/decision`),
    report: (person: Person, id: string, done: boolean, evidence: unknown[] = [aFigure]) =>
      ask<GapView>(person, 'POST', `gaps/${id}/progress`, {
        body: 'The second visit is set at the first.',
        evidence,
        done,
      }),
    measure: (person: Person, id: string, forumId: string) =>
      ask<GapView>(person, 'PUT', `gaps/${id}/measurement`, { forumId }),
    place: (person: Person, id: string) =>
      ask<{ measureId: string; planId: string }>(person, 'PUT', `gaps/${id}/measure`, { language: 'en' }),
  }

  async function openWith(
    forum: Forum,
    { found, remedied }: { found: Indicator; remedied: Indicator },
    counts: Counts,
    period = '2024',
  ): Promise<Forum> {
    await acts.move(forum.id, 'disclosure')
    for (const [team, [value, of]] of Object.entries(counts) as ['north' | 'south', [number, number]][])
      await disclose(
        forum.id,
        team,
        [
          [remedied, value],
          [found, of],
        ],
        period,
      )
    return (await acts.move(forum.id, 'comparison')).body
  }
}

/** The pair of the first proposal, or of the one that is meant. */
export const pairOf = ({ teamId, peerId, indicatorId, period }: GapPair): GapPair => ({
  teamId,
  peerId,
  indicatorId,
  period,
})

import * as z from 'zod/mini'
import { addDays, addMonths, type Day, isDay } from './dates.ts'
import { type Stage, stages } from './forum.ts'
import type { RefusalCode } from './refusals.ts'

const day = z.string().check(z.refine(isDay))

/** The day for which each stage is planned. */
export const forumDates = z.strictObject({
  notice: day,
  disclosure: day,
  comparison: day,
  deliberation: day,
  adoption: day,
  closed: day,
}) satisfies z.ZodMiniType<Record<Stage, Day>>
export type ForumDates = z.infer<typeof forumDates>

export const forumTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** What the secretariat says when it calls the parties together; a forum without a title is called by its number. */
export const convocation = z.strictObject({ title: z.optional(forumTitle), dates: forumDates })
export type Convocation = z.infer<typeof convocation>

/** How many days each stage lasts, as the charter says. */
export type StageDays = Record<Exclude<Stage, 'closed'>, number>

/** The dates of a forum whose notice begins on a day: each stage begins when the one before has had its days. */
export function plannedDates(notice: Day, lasts: StageDays): ForumDates {
  const dates = { notice } as ForumDates
  for (const [i, stage] of stages.entries()) {
    const before = stages[i - 1]
    if (before && before !== 'closed') dates[stage] = addDays(dates[before], lasts[before])
  }
  return dates
}

/**
 * The dates of the forum after one that closes today. Notice is given at once, so that what is found meanwhile has an
 * agenda to go to; disclosure waits for the charter's months since the last forum's, and never shortens the notice.
 */
export function followingDates(last: ForumDates, lasts: StageDays, monthsBetween: number, today: Day): ForumDates {
  const regular = addMonths(last.disclosure, monthsBetween)
  const earliest = addDays(today, lasts.notice)
  const disclosure = regular > earliest ? regular : earliest
  return { ...plannedDates(addDays(disclosure, -lasts.notice), lasts), notice: today }
}

/** What is wrong with the dates of the stages that a forum has not reached, and at which stage; undefined when nothing is. */
export function datesFault(
  dates: ForumDates,
  today: Day,
  reached?: Stage,
): { code: RefusalCode; stage: Stage } | undefined {
  const ahead = stages.slice(reached === undefined ? 0 : stages.indexOf(reached) + 1)
  for (const stage of ahead) if (dates[stage] < today) return { code: 'date_in_past', stage }
  for (const [i, stage] of stages.entries()) {
    const before = stages[i - 1]
    if (before && ahead.includes(stage) && dates[stage] < dates[before]) return { code: 'dates_out_of_order', stage }
  }
  return undefined
}

/** `2026-2`: the year in which the parties sit, and the forum's number in it, after those that there are. */
export function nextLabel(dates: ForumDates, labels: readonly string[]): string {
  const year = dates.deliberation.slice(0, 4)
  const numbers = labels.filter((label) => label.startsWith(`${year}-`)).map((label) => Number(label.slice(5)))
  return `${year}-${Math.max(0, ...numbers) + 1}`
}

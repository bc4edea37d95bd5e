import { expect } from 'vitest'
import { type ForumHere, forumPath } from './convening.ts'
import type { PlanHere } from './drafting.ts'
import type { AgreementHere, People } from './founding.ts'
import {
  ask,
  get,
  goTo,
  hasNews,
  isAccessible,
  isRefused,
  type Person,
  press,
  pressTwice,
  sees,
  settled,
  visit,
} from './person.ts'

/** What waits on the person, by its title; the page itself is looked at in the journey. */
async function waitsOn(person: Person, title: string | RegExp): Promise<void> {
  await goTo(person, '/')
  await person.page.locator('.duty').getByRole('heading', { name: title }).first().waitFor()
}

/** What both teams count, and what its share is a share of. */
export interface Counted {
  found: string
  remedied: string
}

export async function defineShare(sophea: Person, agreement: AgreementHere): Promise<Counted> {
  const define = async (form: Record<string, unknown>) => {
    const about = { unit: 'violations', grain: 'year', source: 'The teams’ own registers', definition: 'In a year.' }
    const path = `/api/agreements/${agreement.id}/indicators`
    return (await get<{ id: string }>(sophea, 'POST', path, { ...about, ...form })).id
  }
  const found = await define({ code: 'found', title: 'Violations found', direction: 'neither', nature: 'events' })
  const share = { denominatorId: found, direction: 'more', nature: 'share' }
  return { found, remedied: await define({ code: 'remedied', title: 'Violations put right', ...share }) }
}

/** Nobody of the team's party decides on its gaps: said by the secretariat where the teams are. */
export async function northIsOfCambodia(sophea: Person, agreement: AgreementHere): Promise<void> {
  await goTo(sophea, `/a/${agreement.slug}/secretariat`)
  await sophea.page.getByLabel('Party of Team North').selectOption({ label: 'Cambodia' })
  await sees(sophea, 'Recorded: Team North belongs to Cambodia.')
}

/** A team's figures of a year, typed; then filed by its lead, under seal. */
export async function discloseAndSeal(
  lead: Person,
  agreement: AgreementHere,
  forum: ForumHere,
  counted: Counted,
  of: { team: string; year: string; remedied: number; found: number },
): Promise<void> {
  const teamId = agreement.teams.find(({ name }) => name === of.team)!.id
  const { id } = await get<{ id: string }>(lead, 'POST', `/api/forums/${forum.id}/disclosures`, { teamId })
  for (const name of ['found', 'remedied'] as const)
    await get(lead, 'PUT', `/api/disclosures/${id}/records`, {
      indicatorId: counted[name],
      period: of.year,
      value: of[name],
      note: '',
    })
  const body = 'The day of the second visit is set at the first.'
  await get(lead, 'PUT', `/api/disclosures/${id}/method`, { title: `Visits of ${of.team}`, body })
  await goTo(lead, `${forumPath(agreement, forum)}/disclosure`)
  await pressTwice(lead, 'File and seal')
  await sees(lead, 'Filed and sealed.')
}

/** Until the stage no gap can be seen, and no figure of another team. */
export async function nothingIsOpenYet(lead: Person, agreement: AgreementHere, forum: ForumHere): Promise<void> {
  expect((await ask(lead, 'GET', `/api/forums/${forum.id}/comparison`)).status).toBe(409)
  await visit(lead, `${forumPath(agreement, forum)}/gaps`)
  await sees(lead, 'Disclosures are sealed until the comparison opens; no gap can be seen before.')
}

/** The figures propose it; the forum confirms it, and the team's clock runs. Its page. */
export async function gapIsConfirmed(sophea: Person, agreement: AgreementHere, forum: ForumHere): Promise<string> {
  await waitsOn(sophea, /^Confirm or set aside the gaps that the figures of forum/)
  await goTo(sophea, `${forumPath(agreement, forum)}/gaps`)
  const proposed = sophea.page.getByRole('row', { name: /Team North, Violations put right/ })
  for (const words of ['48%', '71.1%', /141 of 294; between/, /Team South, 312 of 439/])
    await proposed.getByText(words).first().waitFor()
  await press(sophea, 'Confirm: Team North, Violations put right')
  await sees(sophea, /^Gap 1 is confirmed\. The team has until/)
  await isAccessible(sophea)
  const { gaps } = await get<{ gaps: { id: string }[] }>(sophea, 'GET', `/api/forums/${forum.id}/gaps`)
  return `/a/${agreement.slug}/gaps/${gaps[0]!.id}`
}

/** The lead explains with something that shows it; without it the form says what is missing. */
export async function teamExplains(lina: Person, path: string): Promise<void> {
  await waitsOn(lina, 'Explain gap 1: Violations put right')
  await goTo(lina, path)
  await press(lina, 'Explain the gap')
  const form = lina.page.getByRole('form', { name: 'Explain the gap' })
  await form.getByLabel('Why is the record worse?').fill('One vehicle serves two provinces.')
  await form.getByLabel('What it is called').fill('Requests for a vehicle')
  await form.getByLabel('Kind').selectOption({ label: 'document' })
  await form.getByRole('button', { name: 'Send the explanation' }).click()
  await form.getByRole('alert').getByText(/\S/).first().waitFor()
  await form.getByLabel('Where it is kept, or what it says').fill('Three letters, March to May.')
  await form.getByRole('button', { name: 'Send the explanation' }).click()
  await sees(lina, 'The explanation is before the forum.')
  await isAccessible(lina)
}

/** Nobody of the team's party decides; the others refuse, one dissents, and the better method is to be adopted. */
export async function explanationIsRefused({ chan, grace, walt, emma, sophea }: People, path: string): Promise<void> {
  const id = path.split('/').at(-1)!
  await goTo(chan, path)
  await isRefused(chan, 'Record what we say', /a team of your own party or of your own team: others decide on it\.$/)
  expect((await ask(chan, 'PUT', `/api/gaps/${id}/voice`, { answer: 'accept', reason: '' })).status).toBe(403)
  await waitsOn(grace, 'Accept or refuse the explanation of Team North, gap 1')
  await goTo(grace, path)
  await grace.page.getByRole('radio', { name: 'Do not accept it' }).check()
  await press(grace, 'Record what we say')
  await grace.page.getByText('Needed where you do not accept.').waitFor()
  await grace.page.getByLabel('Why', { exact: true }).fill('Team South has one vehicle too.')
  await press(grace, 'Record what we say')
  await sees(grace, 'What you say is on record; it can be changed until the decision.')
  await get(emma, 'PUT', `/api/gaps/${id}/voice`, { answer: 'accept', reason: '' })
  await goTo(sophea, path)
  await isRefused(sophea, 'Put the decision on record', 'The voices have not decided yet.')
  await get(walt, 'PUT', `/api/gaps/${id}/voice`, { answer: 'refuse', reason: 'The letters are of the year after.' })
  await goTo(sophea, path)
  await press(sophea, 'Put the decision on record')
  await sees(sophea, 'The decision is on record.')
  for (const words of [/not accepted, 2 of 3$/, 'Dissent', 'Team South has one vehicle too.']) await sees(sophea, words)
  await isAccessible(sophea)
}

/** One click, twice: it stands in the plan once, and each leads to the other. */
export async function adoptionStandsInThePlan(dara: Person, path: string, plan: PlanHere): Promise<void> {
  await goTo(dara, path)
  for (let time = 1; time <= 2; time++) {
    await press(dara, 'Put it into the plan')
    await sees(dara, 'The adoption stands in the plan as a measure.')
  }
  const draft = await get<{ measures: { target: string; baseline: string }[] }>(
    dara,
    'GET',
    `/api/plans/${plan.id}/draft`,
  )
  expect(draft.measures).toMatchObject([{ baseline: '48', target: '71.1' }])
  await dara.page.getByRole('link', { name: /^Measure in the plan of Forum/ }).click()
  await settled(dara.page)
  await dara.page.getByRole('region', { name: /^Measure 1: ?Adopt method 1 of Team South/ }).waitFor()
  await dara.page.getByRole('link', { name: 'gap 1' }).click()
  await dara.page.getByRole('heading', { level: 1, name: /^Gap 1: Team North/ }).waitFor()
}

/** The forum ends, and what is still to be adopted is before the next one, with the way it came. */
export async function nextForumInherits(
  sophea: Person,
  agreement: AgreementHere,
  forum: ForumHere,
): Promise<ForumHere> {
  await goTo(sophea, forumPath(agreement, forum))
  await pressTwice(sophea, 'Close the forum')
  await sees(sophea, /^The forum is closed\. Forum .* carries on\.$/)
  const all = await get<ForumHere[]>(sophea, 'GET', `/api/agreements/${agreement.id}/forums`)
  const next = all.find(({ stage }) => stage === 'notice')!
  const items = await get<{ id: string; origin: string }[]>(sophea, 'GET', `/api/forums/${next.id}/items`)
  const item = items.find(({ origin }) => origin === 'gap')!
  await goTo(sophea, `${forumPath(agreement, next)}#item-${item.id}`)
  for (const step of ['Gap', 'Explanation', 'Decision'])
    await sophea.page.getByRole('listitem').getByText(step, { exact: true }).first().waitFor()
  await visit(sophea, `${forumPath(agreement, next)}/gaps`)
  await sees(sophea, /from Forum \d{4}\/\d/)
  return next
}

/** A later figure that is not behind any more ends the adoption: the figures decide, whoever asks. */
export async function laterFigureEndsIt(ilona: Person, lina: Person, path: string): Promise<void> {
  await goTo(ilona, path)
  await press(ilona, 'Compare the later figure')
  await sees(ilona, 'The later figure is not behind any more: the adoption is closed.')
  await sees(ilona, 'Closed by the figure of 2025: 71%.')
  await hasNews(lina, 'The adoption by Team North is closed, gap 1')
}

/** What a team put on trial is judged by its figures at the forum after, and becomes the floor of comparable teams. */
export async function strategyIsJudged(
  sophea: Person,
  marc: Person,
  agreement: AgreementHere,
  id: string,
): Promise<void> {
  await goTo(sophea, `/a/${agreement.slug}/strategies/${id}`)
  await sophea.page.getByRole('radio', { name: /^It worked/ }).check()
  await sophea.page.getByLabel('Reasons').fill('It rose by more than elsewhere, and by more than chance makes.')
  await press(sophea, /^Record/)
  await sees(sophea, 'The judgement is on record, with the figures of this moment.')
  await isAccessible(sophea)
  const strategy = await get<{ state: string; floors: unknown[] }>(marc, 'GET', `/api/strategies/${id}`)
  expect(strategy).toMatchObject({ state: 'worked' })
  expect(strategy.floors).toHaveLength(1)
}

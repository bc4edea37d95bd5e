import type { AgreementHere } from './founding.ts'
import { fill, get, hasNews, isAccessible, type Person, press, pressTwice, sees, settled, visit } from './person.ts'

export interface ForumHere {
  id: string
  label: string
  stage: string
}

/** The secretariat calls the parties together, with the charter's dates, and everyone is told. */
export async function conveneForum(sophea: Person, agreement: AgreementHere): Promise<ForumHere> {
  await visit(sophea, `/a/${agreement.slug}/fora/new`)
  await fill(sophea, 'What the parties call it', 'First consultation')
  await press(sophea, 'Convene a forum')
  await sees(sophea, / is convened\.$/)
  await settled(sophea.page)
  await sees(sophea, 'First consultation.')
  await isAccessible(sophea)
  return (await fora(sophea, agreement))[0]!
}

export const fora = (person: Person, agreement: AgreementHere): Promise<ForumHere[]> =>
  get<ForumHere[]>(person, 'GET', `/api/agreements/${agreement.id}/forums`)

export const forumPath = (agreement: AgreementHere, forum: ForumHere): string =>
  `/a/${agreement.slug}/fora/${forum.label}`

/** The next stage, taken by the secretariat on the forum's page. */
export async function moveForum(sophea: Person, at: string, step: string, news: string): Promise<void> {
  await visit(sophea, at)
  await pressTwice(sophea, step)
  await sees(sophea, news)
}

export async function isTold(person: Person, words: string | RegExp): Promise<void> {
  await hasNews(person, words)
  await isAccessible(person)
}

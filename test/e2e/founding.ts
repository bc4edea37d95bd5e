import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { Side } from '../../shared/agreement.ts'
import type { Installation } from './installation.ts'
import {
  fill,
  get,
  goTo,
  isAccessible,
  openPerson,
  type Person,
  password,
  press,
  sees,
  settled,
  visit,
} from './person.ts'

/** Who is invited to which seat. */
const cast = {
  chan: { name: 'Chan Rithy', kind: 'delegate', side: 'government', party: 'KH' },
  dara: { name: 'Dara Keo', kind: 'delegate', side: 'workers', party: 'KH' },
  bopha: { name: 'Bopha Sok', kind: 'delegate', side: 'employers', party: 'KH' },
  grace: { name: 'Grace Miller', kind: 'delegate', side: 'government', party: 'US' },
  walt: { name: 'Walt Reyes', kind: 'delegate', side: 'workers', party: 'US' },
  emma: { name: 'Emma Hall', kind: 'delegate', side: 'employers', party: 'US' },
  ilona: { name: 'Ilona Varga', kind: 'monitor' },
  lina: { name: 'Lina Chea', kind: 'team_lead', team: 'Team North' },
  marc: { name: 'Marc Duval', kind: 'team_lead', team: 'Team South' },
} as const
type Role = keyof typeof cast
export type People = Record<Role | 'sophea', Person>

export interface AgreementHere {
  id: string
  slug: string
  title: string
  parties: { id: string; code: string; name: string }[]
  delegations: { id: string; partyId: string; side: Side; mark: string }[]
  teams: { id: string; name: string }[]
}

/** The link that an empty installation prints opens once: it makes the account that sets up everything else. */
export async function firstAccount(browser: Browser, installation: Installation): Promise<Person> {
  await expect.poll(installation.printed).toContain('/invitation/')
  const link = /\/invitation\/[\w-]+/.exec(installation.printed())![0]
  const sophea = await openPerson(browser, installation.url, 'Sophea Lim')
  await visit(sophea, link)
  await fill(sophea, 'Email', sophea.email)
  await fill(sophea, 'Your name', sophea.name)
  await fill(sophea, 'Password', password)
  await press(sophea, 'Accept and make my account')
  await sees(sophea, 'No agreement yet')
  await isAccessible(sophea)
  await openPerson(browser, installation.url, 'Late Comer').then(async (late) => {
    await late.page.goto(link)
    await sees(late, 'This invitation has been used.')
    await late.context.close()
  })
  return sophea
}

/** From the template, in the browser; who makes the agreement is its secretariat. */
export async function newAgreement(sophea: Person): Promise<AgreementHere> {
  await press(sophea, 'Start an agreement', 'link')
  await settled(sophea.page)
  await sophea.page.getByRole('radio', { name: /^US–Cambodia 1999/ }).check()
  await sees(sophea, 'At least 2 fora a year.')
  await fill(sophea, 'Title', 'Garment agreement')
  await fill(
    sophea,
    'What it is about',
    'Market access for garments, as long as best efforts for those who sew them go on.',
  )
  for (const [i, [party, code]] of [
    ['Cambodia', 'KH'],
    ['United States', 'US'],
  ].entries()) {
    await fill(sophea, `Name of party ${i + 1}`, party!)
    await fill(sophea, `Code of party ${i + 1}`, code!)
  }
  await isAccessible(sophea)
  await press(sophea, 'Make the agreement')
  await sees(sophea, 'The agreement is made. You are its secretariat.')
  return get<AgreementHere>(sophea, 'GET', '/api/agreements/garment-agreement')
}

/** Two teams, and an invitation for everybody; each link opens in a browser of the person's own. */
export async function everyoneTakesTheirSeat(
  browser: Browser,
  installation: Installation,
  sophea: Person,
  made: AgreementHere,
): Promise<{ people: People; agreement: AgreementHere }> {
  for (const name of ['Team North', 'Team South']) {
    await fill(sophea, 'Name of the team', name)
    await press(sophea, 'Set up a team')
    await sophea.page.getByRole('term').getByText(name).waitFor()
  }
  const agreement = await get<AgreementHere>(sophea, 'GET', `/api/agreements/${made.id}`)
  const seated = async ([role, place]: [string, (typeof cast)[Role]]) => {
    const person = await openPerson(browser, installation.url, place.name)
    await accept(
      person,
      role === 'chan' ? await inviteOnThePage(sophea, person) : await invite(sophea, agreement, person, place),
    )
    return [role, person] as const
  }
  const seats = await Promise.all(Object.entries(cast).map(seated))
  return { people: { sophea, ...Object.fromEntries(seats) } as People, agreement }
}

/** The link is shown once, to be handed on. */
async function inviteOnThePage(sophea: Person, person: Person): Promise<string> {
  const form = sophea.page.getByRole('form', { name: 'Invite somebody' })
  await form.getByLabel('Name', { exact: true }).fill(person.name)
  await form.getByLabel('Email').fill(person.email)
  await form.getByLabel('Kind of seat').selectOption({ label: 'Delegate' })
  await form.getByLabel('Delegation').selectOption({ label: 'CG · Government of Cambodia' })
  await press(sophea, 'Make the link')
  const link = await sophea.page.getByRole('textbox', { name: `Link for ${person.name}` }).inputValue()
  await isAccessible(sophea)
  return new URL(link).pathname
}

async function invite(
  sophea: Person,
  agreement: AgreementHere,
  person: Person,
  place: (typeof cast)[Role],
): Promise<string> {
  const { path } = await get<{ path: string }>(sophea, 'POST', `/api/agreements/${agreement.id}/invitations`, {
    email: person.email,
    name: person.name,
    kind: place.kind,
    ...('side' in place && { delegationId: delegationOf(agreement, place.party, place.side).id }),
    ...('team' in place && { teamId: agreement.teams.find(({ name }) => name === place.team)!.id }),
  })
  return path
}

/** Everybody whom the secretariat invited sits, and each of them sees the agreement. */
export async function seatsAreVisible({ sophea, chan }: People, agreement: AgreementHere): Promise<void> {
  await visit(sophea, `/a/${agreement.slug}/secretariat`)
  const seats = sophea.page.getByRole('table', { name: 'Everyone with a seat' })
  for (const { name } of Object.values(cast)) await seats.getByRole('rowheader', { name }).waitFor()
  await visit(chan, `/a/${agreement.slug}`)
  await sees(chan, 'Charter in plain words')
  await sees(chan, 'Every delegation has somebody in its seat.')
}

export function delegationOf(agreement: AgreementHere, code: string, side: string) {
  const party = agreement.parties.find((one) => one.code === code)
  return agreement.delegations.find((one) => one.partyId === party?.id && one.side === side)!
}

async function accept(person: Person, link: string): Promise<void> {
  await (person.name === cast.chan.name ? visit : goTo)(person, link)
  await sees(person, `${person.name}, you are invited to “Garment agreement”`)
  await fill(person, 'Password', password)
  await press(person, 'Accept and make my account')
  await sees(person, 'You are in.')
}

import type { Browser } from 'playwright-core'
import { demoPassword, emailOf } from '../../server/demo/cast.ts'
import { type AgreementHere, delegationOf, type People } from './founding.ts'
import { get, openPerson, type Person } from './person.ts'

/** Whom of the demonstration's people a story takes over, and where they sit in the agreement that it makes. */
const cast = {
  chan: { key: 'government.kh', party: 'KH', side: 'government' },
  dara: { key: 'workers.kh', party: 'KH', side: 'workers' },
  bopha: { key: 'employers.kh', party: 'KH', side: 'employers' },
  grace: { key: 'government.us', party: 'US', side: 'government' },
  walt: { key: 'workers.us', party: 'US', side: 'workers' },
  emma: { key: 'employers.us', party: 'US', side: 'employers' },
  ilona: { key: 'monitor', kind: 'monitor' },
  lina: { key: 'team.phnompenh', team: 'Team North' },
  marc: { key: 'team.kandal', team: 'Team South' },
} as const

/** An agreement of its own on the demonstration's installation, made by programs: how one is founded is the journey's story. */
export async function seatEveryone(
  browser: Browser,
  url: string,
): Promise<{ people: People; agreement: AgreementHere }> {
  const sophea = await signedIn(browser, url, 'secretariat')
  const parties = [
    { code: 'KH', name: 'Cambodia' },
    { code: 'US', name: 'United States' },
  ]
  const about = { template: 'us-cambodia', slug: 'garments', title: 'Garment agreement', summary: '', parties }
  const { id } = await get<{ id: string }>(sophea, 'POST', '/api/agreements', about)
  for (const name of ['Team North', 'Team South'])
    await get(sophea, 'POST', `/api/agreements/${id}/teams`, { name, kind: 'team' })
  const agreement = await get<AgreementHere>(sophea, 'GET', `/api/agreements/${id}`)
  const people: Record<string, Person> = { sophea }
  for (const [role, place] of Object.entries(cast)) {
    const person = await signedIn(browser, url, place.key)
    const { actor } = await get<{ actor: { personId: string } }>(person, 'GET', '/api/session')
    const seat = { personId: actor.personId, ...seatOf(agreement, place) }
    await get(sophea, 'POST', `/api/agreements/${id}/seats`, seat)
    people[role] = person
  }
  return { people: people as People, agreement }
}

function seatOf(agreement: AgreementHere, place: (typeof cast)[keyof typeof cast]) {
  if ('side' in place) return { kind: 'delegate', delegationId: delegationOf(agreement, place.party, place.side).id }
  if ('kind' in place) return { kind: place.kind }
  return { kind: 'team_lead', teamId: agreement.teams.find(({ name }) => name === place.team)!.id }
}

async function signedIn(browser: Browser, url: string, key: string): Promise<Person> {
  const person = await openPerson(browser, url, key)
  await get(person, 'POST', '/api/sign-in', { email: emailOf(key), password: demoPassword })
  return person
}

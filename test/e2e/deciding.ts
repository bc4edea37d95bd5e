import type { Route } from 'playwright-core'
import { expect } from 'vitest'
import { addMeasure } from '../../shared/plan-document.ts'
import { joinRaw } from '../sync/hall.ts'
import type { PlanHere } from './drafting.ts'
import { type AgreementHere, delegationOf, type People } from './founding.ts'
import {
  ask,
  fill,
  get,
  goTo,
  hasDuty,
  isAccessible,
  isRefused,
  type Person,
  press,
  pressTwice,
  sees,
  visit,
} from './person.ts'

interface ReadingHere {
  id: string
  hash: string
}

export async function freeze(chan: Person, plan: PlanHere): Promise<void> {
  await goTo(chan, plan.path)
  await sees(chan, 'Nothing is missing. Each measure can be verified.')
  await pressTwice(chan, 'Freeze reading 1')
  await sees(chan, /Frozen .* by Chan Rithy\./)
  await sees(chan, 'This browser has counted the sum of the text below itself: it is the same.')
  await isAccessible(chan)
}

/** Three say in the browser what their delegations say, one of them with a reservation; the other three by a program. */
export async function everyDelegationSpeaks(
  people: People,
  agreement: AgreementHere,
  plan: PlanHere,
): Promise<ReadingHere> {
  const { chan, dara, bopha, sophea } = people
  await hasDuty(dara, 'Say where your delegation stands on reading 1')
  for (const person of [chan, dara]) {
    await goTo(person, plan.path)
    await press(person, 'Concur')
    await press(person, 'Record that we concur')
    await sees(person, /^It is recorded what /)
  }
  await goTo(bopha, plan.path)
  await press(bopha, 'Reserve')
  await isRefused(bopha, 'Record the reservation', 'Give the reason.')
  await fill(bopha, 'Reason', 'Factories that join in the period need three months.')
  await press(bopha, 'Record the reservation')
  await sees(bopha, /^It is recorded what /)
  await isAccessible(bopha)
  const reading = await openReading(sophea, agreement, plan)
  await goTo(sophea, plan.path)
  await isRefused(sophea, 'Lock reading 1', /^Still to speak: .*Government of United States/)
  for (const [role, side] of [
    ['grace', 'government'],
    ['walt', 'workers'],
    ['emma', 'employers'],
  ] as const) {
    const own = delegationOf(agreement, 'US', side).id
    const said = { stance: 'concur', reason: '', hash: reading.hash }
    await get(people[role], 'PUT', `/api/readings/${reading.id}/concurrences/${own}`, said)
  }
  return reading
}

async function openReading(person: Person, agreement: AgreementHere, plan: PlanHere): Promise<ReadingHere> {
  const label = /fora\/([^/]+)/.exec(plan.path)![1]
  const { readings } = await get<{ readings: ReadingHere[] }>(
    person,
    'GET',
    `/api/agreements/${agreement.id}/forums/${label}/plan`,
  )
  return readings[0]!
}

/** Of those who lock in the same moment one succeeds, and the others hear why not: a program, and who is asked once more. */
export async function lockAtOnce(sophea: Person, plan: PlanHere, reading: ReadingHere): Promise<string> {
  await hasDuty(sophea, 'Lock reading 1 as the programme')
  await goTo(sophea, plan.path)
  await press(sophea, 'Lock reading 1')
  const goOn = await holdNews(sophea)
  const lock = () => ask<{ id: string }>(sophea, 'PUT', `/api/readings/${reading.id}/lock`, { hash: reading.hash })
  const answers = (await Promise.all([lock(), lock()])).sort((a, b) => a.status - b.status)
  expect(answers.map(({ status }) => status)).toEqual([201, 409])
  const dialog = sophea.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lock reading 1', exact: true }).click()
  await dialog.getByRole('alert').getByText('This reading is decided.').waitFor()
  await goOn()
  return answers[0]!.body.id
}

/** Until it is let go on, the page does not hear that the plan has moved on. */
async function holdNews(person: Person): Promise<() => Promise<void>> {
  const news = '**/api/agreements/*/forums/*/plan'
  const held: Route[] = []
  await person.page.route(news, (route) => void held.push(route))
  return async () => {
    await person.page.unroute(news)
    for (const route of held) await route.continue()
  }
}

/** A program with a delegate's own cookie speaks to the socket, past every page: nothing changes. */
export async function lateEditIsRefused(dara: Person, url: string, plan: PlanHere): Promise<void> {
  const before = await get(dara, 'GET', `/api/plans/${plan.id}/draft`)
  const cookie = (await dara.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const hall = { url: `${url.replace('http', 'ws')}/sync` }
  const raw = await joinRaw(hall, plan.documentId, cookie, { from: url, device: crypto.randomUUID() })
  await raw.hear('state')
  await raw.until(() => raw.doc.getArray('measures').length > 0)
  addMeasure(raw.doc, { id: 'slipped-in', title: 'What nobody agreed to' })
  expect((await raw.hear('refused')).code).toMatch(/^document_(sealed|locked|read_only)$/)
  raw.socket.close()
  await raw.closed
  const again = await joinRaw(hall, plan.documentId, cookie, { from: url })
  await again.until(() => again.doc.getArray('measures').length > 0)
  expect(JSON.stringify(again.doc.getArray('measures'))).not.toContain('slipped-in')
  again.socket.close()
  expect(await get(dara, 'GET', `/api/plans/${plan.id}/draft`)).toEqual(before)
}

/** What was locked, for all with a seat: the words, the sum that the browser counts for itself, and who said what. */
export async function programmeIsLocked(dara: Person, agreement: AgreementHere, programmeId: string): Promise<void> {
  await visit(dara, `/a/${agreement.slug}/programmes/${programmeId}`)
  await sees(dara, /Each day: Before work begins, the piece rates of the day are posted in Khmer at each line\./)
  await sees(dara, /Factories that join in the period need three months\./)
  await press(dara, 'Verify')
  await sees(dara, /^Verified in this browser/)
}

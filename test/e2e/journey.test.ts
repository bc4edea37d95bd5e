import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../chromium.ts'
import { closeWithFindingForTheNext, inheritedItemHoldsTheForumOpen } from './closing.ts'
import { conveneForum, forumPath, isTold, moveForum } from './convening.ts'
import { everyDelegationSpeaks, freeze, lateEditIsRefused, lockAtOnce, programmeIsLocked } from './deciding.ts'
import {
  defineIndicators,
  disclosuresAreSealed,
  linaDiscloses,
  marcDiscloses,
  recordsAreCompared,
} from './disclosing.ts'
import { gateHoldsUntilComplete, openPlan, writeOnWithoutNetwork, writeTogether } from './drafting.ts'
import { keepTracesOnFailure } from './failure.ts'
import { everyoneTakesTheirSeat, firstAccount, newAgreement, seatsAreVisible } from './founding.ts'
import { type Installation, openInstallation } from './installation.ts'
import { hasDuty, hasNoDuty } from './person.ts'
import { publicReads } from './reading-in-public.ts'
import { firstCommitment, governmentReports, monitorFinds, partyReplies } from './watching.ts'

let browser: Browser
let installation: Installation

beforeAll(async () => {
  ;[installation, browser] = await Promise.all([openInstallation(), launch()])
})
afterAll(async () => {
  await browser?.close()
  await installation?.remove()
})

test('a forum, from the first account to what the public reads', { timeout: 240_000 }, async () => {
  keepTracesOnFailure(
    () => browser,
    () => installation,
  )
  const sophea = await firstAccount(browser, installation)
  const { people, agreement } = await everyoneTakesTheirSeat(browser, installation, sophea, await newAgreement(sophea))
  const { chan, dara, bopha, ilona, lina, marc } = people

  await seatsAreVisible(people, agreement)
  const forum = await conveneForum(sophea, agreement)
  const at = forumPath(agreement, forum)
  await isTold(chan, /^Forum \d{4}\/1 is convened$/)
  await moveForum(sophea, at, 'Open disclosure', 'Disclosure is open.')

  const indicators = await defineIndicators(sophea, agreement)
  await linaDiscloses(lina)
  await hasNoDuty(lina)
  await hasDuty(marc, /^File what Team South discloses to forum/)
  await marcDiscloses(marc, agreement, forum, indicators)
  await disclosuresAreSealed(marc, agreement, forum)
  await moveForum(sophea, at, 'Open the comparison', 'The comparison is open: everything that was filed can be read.')
  await recordsAreCompared(lina, agreement, forum)

  await moveForum(sophea, at, 'Begin deliberation', 'Deliberation has begun.')
  const plan = await openPlan(sophea, agreement, forum)
  await hasDuty(bopha, /^Write /)
  await writeTogether(chan, dara, plan)
  await writeOnWithoutNetwork(chan, dara)
  await gateHoldsUntilComplete(chan, bopha, plan)
  await moveForum(sophea, at, 'Begin adoption', 'Adoption has begun.')

  await freeze(chan, plan)
  await lateEditIsRefused(dara, installation.url, plan)
  const reading = await everyDelegationSpeaks(people, agreement, plan)
  const programmeId = await lockAtOnce(sophea, plan, reading)
  await lateEditIsRefused(dara, installation.url, plan)
  await programmeIsLocked(dara, agreement, programmeId)

  const commitment = `/a/${agreement.slug}/commitments/${await firstCommitment(chan, programmeId)}`
  await governmentReports(chan, commitment)
  await monitorFinds(ilona, commitment)
  await isTold(dara, /^Finding 1 of the monitor on commitment/)
  await partyReplies(chan, commitment)
  await isTold(ilona, /^The party replied to the finding on commitment/)

  const next = await closeWithFindingForTheNext(sophea, agreement, forum)
  await inheritedItemHoldsTheForumOpen(sophea, agreement, next)
  await publicReads(browser, installation.url, agreement, forum)

  expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([])
})

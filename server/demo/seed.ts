import { dayOf, type Instant } from '../../shared/dates.ts'
import { partiesOf } from '../agreement/agreements.ts'
import type { Database } from '../db/database.ts'
import { deadlines, forumFollowers } from '../hand-overs.ts'
import { cast, demoPassword, emailOf, type Player } from './cast.ts'
import { datesOfClosed, holdClosedForum } from './closed-forum.ts'
import { monitor } from './monitoring.ts'
import { holdOpenForum, planOpenForum } from './open-forum.ts'
import { demoSlug, seatEveryone } from './people.ts'
import { at, type Play } from './play.ts'

/**
 * Makes the demonstration, once: the US-Cambodia agreement as the sources tell it, supposed to have gone on to this day.
 * It is told through the verbs that everyone uses, each at its own time. Returns what to print.
 */
export async function seedDemo(db: Database, now: Instant): Promise<string[]> {
  const found = await db.read.selectFrom('agreement').select(['id']).where('slug', '=', demoSlug).executeTakeFirst()
  if (!found) await tell(db, now)
  else if (!(await isWhole(db, found.id)))
    return ['The demonstration was cut off while it was made. Delete its folder (data/demo) and start again.']
  return accounts()
}

async function tell(db: Database, now: Instant): Promise<void> {
  const calendar = {
    db,
    now,
    today: dayOf(now),
    personIds: {},
    agreementId: '',
    partyIds: { KH: '', US: '' },
    written: {},
  } satisfies Play
  const { agreementId, personIds } = await seatEveryone(db, at(datesOfClosed(calendar).notice, '07:00'))
  const parties = await partiesOf(db.read, agreementId)
  const idOf = (code: string) => parties.find((party) => party.code === code)!.id
  const play: Play = { ...calendar, agreementId, personIds, partyIds: { KH: idOf('KH'), US: idOf('US') } }
  const { programmeId, next } = await holdClosedForum(play, forumFollowers)
  await planOpenForum(play, next)
  await monitor(play, programmeId, deadlines)
  await holdOpenForum(play, forumFollowers, next)
}

/** The last thing that is made is the text of the open plan. */
const isWhole = async (db: Database, agreementId: string): Promise<boolean> =>
  (await db.read
    .selectFrom('plan')
    .innerJoin('document', 'document.id', 'plan.document_id')
    .where('plan.agreement_id', '=', agreementId)
    .where('plan.state', '!=', 'locked')
    .where('document.head_seq', '>', 0)
    .select('plan.id')
    .executeTakeFirst()) !== undefined

function accounts(): string[] {
  const rows = (cast as readonly Player[]).map((player) => {
    const part = [player.seat.replace('_', ' '), player.delegation, player.team].filter(Boolean).join(', ')
    return `  ${emailOf(player.key).padEnd(32)} ${part}`
  })
  return [
    '',
    `Accounts of the demonstration, all with the password ${demoPassword}:`,
    ...rows,
    '',
    'Public pages, without an account: /public',
  ]
}

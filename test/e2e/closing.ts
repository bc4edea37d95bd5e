import { expect } from 'vitest'
import { type ForumHere, fora, forumPath } from './convening.ts'
import type { AgreementHere } from './founding.ts'
import {
  ask,
  get,
  hasDuty,
  isAccessible,
  isRefused,
  type Person,
  press,
  pressTwice,
  sees,
  settled,
  visit,
} from './person.ts'

/** The forum ends, and the next one is there with what was found on its agenda. */
export async function closeWithFindingForTheNext(
  sophea: Person,
  agreement: AgreementHere,
  forum: ForumHere,
): Promise<ForumHere> {
  await visit(sophea, forumPath(agreement, forum))
  await sees(sophea, 'Nothing blocks closing')
  await pressTwice(sophea, 'Close the forum')
  await sees(sophea, /^The forum is closed\. Forum .* carries on\.$/)
  await isAccessible(sophea)
  const next = (await fora(sophea, agreement)).find(({ stage }) => stage === 'notice')!
  await visit(sophea, forumPath(agreement, next))
  await sees(sophea, '1 inherited item, 0 disposed of')
  await sees(sophea, /^Finding of /)
  return next
}

/** An inherited item without a disposition holds the forum open, and says so; disposed of, it lets it close. */
export async function inheritedItemHoldsTheForumOpen(
  sophea: Person,
  agreement: AgreementHere,
  forum: ForumHere,
): Promise<void> {
  for (const to of ['disclosure', 'comparison', 'deliberation', 'adoption'])
    await get(sophea, 'PUT', `/api/forums/${forum.id}/stage`, { to })
  await hasDuty(sophea, /^Record what becomes of item 1:/)
  await visit(sophea, forumPath(agreement, forum))
  await isRefused(sophea, 'Close the forum', 'The forum cannot close yet: something in it is still undecided.')
  const blocks = sophea.page.getByRole('region', { name: 'What still blocks closing' })
  await blocks.getByText('1 item has no disposition').waitFor()
  await blocks.getByRole('link', { name: /Piece rates are posted/ }).click()
  const refused = await ask(sophea, 'PUT', `/api/forums/${forum.id}/closing`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'forum_items_undisposed' } })
  await sophea.page.getByRole('radio', { name: /^Taken up/ }).check()
  await press(sophea, 'Record the disposition')
  await sees(sophea, 'The disposition of item 1 is recorded.')
  await settled(sophea.page)
  await pressTwice(sophea, 'Close the forum')
  await sees(sophea, /^The forum is closed\./)
  await isAccessible(sophea)
}

import { api, call } from '../api.ts'
import { t } from '../text.ts'

export const loadForum = (agreementId: string, label: string) =>
  call(api.api.agreements[':agreementId'].forums[':label'].$get({ param: { agreementId, label } }))
export const loadFora = (agreementId: string) =>
  call(api.api.agreements[':agreementId'].forums.$get({ param: { agreementId } }))
export const loadItems = (id: string) => call(api.api.forums[':id'].items.$get({ param: { id } }))
export const loadWaiting = (agreementId: string) =>
  call(api.api.agreements[':agreementId']['waiting-items'].$get({ param: { agreementId } }))
export const loadBlocks = (id: string) => call(api.api.forums[':id'].blocks.$get({ param: { id } }))

export type Forum = Awaited<ReturnType<typeof loadForum>>
export type Item = Awaited<ReturnType<typeof loadItems>>[number]
export type Block = Awaited<ReturnType<typeof loadBlocks>>[number]

/** How a forum is called everywhere: `Forum 2010/2`. */
export const forumName = (label: string): string => t('forum.name', { label: label.replace('-', '/') })

/** The name that the parties gave it; a forum without one is called by its number alone. */
export const givenTitle = (forum: { label: string; title: string }): string | undefined =>
  forum.title === forum.label.replace('-', '/') ? undefined : forum.title

import { api, call } from '../api.ts'
import { tKind } from '../text.ts'
import { factsOf } from './facts.ts'

export const loadNews = () => call(api.api.notifications.$get())
export type News = Awaited<ReturnType<typeof loadNews>>[number]

export const newsWords = (news: News): string => tKind('news', news.kind, factsOf(news.detail))

/** Whoever follows the link has read it; leaving the page does not wait for the server to know. */
export const markRead = (news: News): void => {
  if (!news.readAt) void call(api.api.notifications[':id'].read.$put({ param: { id: news.id } })).catch(() => {})
}

export const notice = {
  'notice.title': 'My duties',
} as const

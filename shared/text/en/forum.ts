export const forum = {
  'forum.title': 'Forum',
} as const

export const commitment = {
  'commitment.title': 'Programme',
} as const

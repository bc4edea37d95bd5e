export const agreement = {
  'agreement.title': 'Agreement',
} as const

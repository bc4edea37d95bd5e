export const publication = {
  'publication.title': 'Public record',
} as const

export const record = {
  'record.title': 'Records',
} as const

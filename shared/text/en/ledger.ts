export const ledger = {
  'ledger.title': 'Ledger',
} as const

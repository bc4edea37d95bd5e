/** The catalogues, one a room and language. The shell's two are there before the first page is. */
export const rooms = [
  'shell',
  'ui',
  'refusal',
  'account',
  'agreement',
  'charter',
  'forum',
  'record',
  'indicator',
  'comparison',
  'gap',
  'fault',
  'method',
  'strategy',
  'criterion',
  'plan',
  'commitment',
  'publication',
  'dictionary',
  'notice',
  'ledger',
  'live',
] as const
export type Room = (typeof rooms)[number]

const prefixes: Record<string, Room> = { duty: 'notice', news: 'notice', act: 'ledger' }

/** The catalogue that has a key: the room named by its prefix; `duty.…` and `news.…` are the notices', `act.…` the ledger's. */
export function roomOf(key: string): Room | undefined {
  const prefix = key.slice(0, key.indexOf('.'))
  return prefixes[prefix] ?? rooms.find((room) => room === prefix)
}

import type { TeamFigures } from './figures.ts'

/** How many half-years before the one that is compared the teams tell of, too. */
export const earlierHalfYears = 3

/** What each team counted then, the earliest first, by the code of the indicator. Illustrative, as all figures of teams. */
export const earlierFigures: Record<TeamFigures['team'], Record<string, readonly [number, number, number]>> = {
  'team.phnompenh': {
    'factories-second': [42, 46, 48],
    'second-90': [27, 34, 39],
    violations: [402, 418, 431],
    'put-right': [221, 260, 281],
    visits: [150, 160, 166],
    unannounced: [140, 158, 164],
    'factories-piece': [171, 175, 178],
    'piece-minimum': [156, 163, 170],
  },
  'team.kandal': {
    'factories-second': [38, 36, 37],
    'second-90': [25, 22, 23],
    violations: [310, 301, 288],
    'put-right': [172, 156, 147],
    visits: [112, 115, 120],
    unannounced: [99, 104, 108],
    'factories-piece': [125, 128, 131],
    'piece-minimum': [111, 116, 120],
  },
  'team.kampongspeu': {
    'factories-second': [28, 30, 31],
    'second-90': [19, 22, 24],
    violations: [260, 271, 279],
    'put-right': [143, 158, 171],
    visits: [92, 97, 101],
    unannounced: [90, 97, 101],
  },
  inspectorate: {
    violations: [240, 236, 231],
    visits: [210, 219, 224],
    unannounced: [52, 61, 70],
  },
}

import type { SeatKind } from '../../shared/agreement.ts'

/** The people of the demonstration. All are made up; the roles are those of the sources. */
export interface Player {
  key: string
  name: string
  seat: SeatKind
  delegation?: string
  team?: string
  /** Also sets up agreements on this installation. */
  administrator?: boolean
}

export const cast = [
  { key: 'secretariat', name: 'Sophea Lim', seat: 'secretariat', administrator: true },
  { key: 'government.kh', name: 'Chan Rithy', seat: 'delegate', delegation: 'CG' },
  { key: 'workers.kh', name: 'Dara Keo', seat: 'delegate', delegation: 'CW' },
  { key: 'employers.kh', name: 'Bopha Sok', seat: 'delegate', delegation: 'CE' },
  { key: 'government.us', name: 'Grace Miller', seat: 'delegate', delegation: 'UG' },
  { key: 'workers.us', name: 'Walter Reyes', seat: 'delegate', delegation: 'UW' },
  { key: 'employers.us', name: 'Emma Stone-Hall', seat: 'delegate', delegation: 'UE' },
  { key: 'monitor', name: 'Ilona Varga', seat: 'monitor' },
  { key: 'team.phnompenh', name: 'Lina Chea', seat: 'team_lead', team: 'Team Phnom Penh' },
  { key: 'team.kandal', name: 'Marc Duval', seat: 'team_lead', team: 'Team Kandal' },
  { key: 'team.kampongspeu', name: 'Tomas Prak', seat: 'team_lead', team: 'Team Kampong Speu' },
  { key: 'inspectorate', name: 'Vuthy Nou', seat: 'team_lead', team: 'Labour inspectorate' },
  {
    key: 'synthesis',
    name: 'Better Factories Cambodia, registry',
    seat: 'team_lead',
    team: 'Better Factories Cambodia',
  },
  { key: 'observer', name: 'Otto Brandt', seat: 'observer' },
] as const satisfies readonly Player[]

export type PlayerKey = (typeof cast)[number]['key']

export const emailOf = (key: string): string => `${key}@demo.example`

/** One password for all accounts of the demonstration; it is printed at the start, and worth nothing elsewhere. */
export const demoPassword = 'try-parley-here'

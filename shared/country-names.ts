import { wordKey } from './mapping.ts'

/**
 * Countries that were renamed, or that sources call by unlike names, with their ISO 3166-1 codes. Only a suggestion for
 * which rows are a team's own; what a team has said itself is kept as its aliases.
 */
const names: readonly (readonly string[])[] = [
  ['Bolivia', 'Bolivia (Plurinational State of)', 'Bolivia, Plurinational State of', 'BOL'],
  ['Brunei', 'Brunei Darussalam', 'BRN'],
  ['Burma', 'Myanmar', 'MMR'],
  ['Cabo Verde', 'Cape Verde', 'CPV'],
  ["Côte d'Ivoire", 'Côte d’Ivoire', "Cote d'Ivoire", 'Ivory Coast', 'CIV'],
  ['Congo, Democratic Republic of the', 'Democratic Republic of the Congo', 'DR Congo', 'Zaire', 'COD'],
  ['Czechia', 'Czech Republic', 'CZE'],
  ['Eswatini', 'Swaziland', 'SWZ'],
  ['Gambia', 'Gambia, The', 'The Gambia', 'GMB'],
  ['Iran', 'Iran (Islamic Republic of)', 'Iran, Islamic Republic of', 'IRN'],
  ['Kyrgyzstan', 'Kyrgyz Republic', 'KGZ'],
  ['Lao PDR', 'Laos', "Lao People's Democratic Republic", 'LAO'],
  ['Micronesia', 'Micronesia (Federated States of)', 'FSM'],
  ['Moldova', 'Moldova, Republic of', 'Republic of Moldova', 'MDA'],
  ['North Macedonia', 'Macedonia', 'The former Yugoslav Republic of Macedonia', 'MKD'],
  ['Occupied Palestinian Territory', 'West Bank and the Gaza Strip', 'West Bank & Gaza Strip', 'Palestine', 'PSE'],
  ['Republic of Korea', 'Korea, Republic of', 'South Korea', 'KOR'],
  ['Russian Federation', 'Russia', 'RUS'],
  ['Syrian Arab Republic', 'Syria', 'SYR'],
  ['Tanzania', 'Tanzania, United Republic of', 'United Republic of Tanzania', 'TZA'],
  ['Timor-Leste', 'East Timor', 'TLS'],
  ['Türkiye', 'Turkey', 'TUR'],
  ['Venezuela', 'Venezuela (Bolivarian Republic of)', 'Venezuela, Bolivarian Republic of', 'VEN'],
  ['Viet Nam', 'Vietnam', 'VNM'],
]

const groups = new Map(names.flatMap((group) => group.map((name) => [wordKey(name), group] as const)))

/** Every name that a country is known by, given one of them. */
export const namesOf = (name: string): readonly string[] => groups.get(wordKey(name)) ?? [name]

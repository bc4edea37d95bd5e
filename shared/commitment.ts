/** First axis of a finding: are best efforts being made? (B7; never merged with the second) */
export const implementations = [
  'not_started',
  'limited',
  'partly',
  'substantial',
  'carried_out',
  'no_data_supplied',
] as const
export type Implementation = (typeof implementations)[number]

/** Second axis: is the goal being reached? */
export const outcomes = ['worse', 'no_progress', 'too_slow', 'moving', 'reached', 'no_data_supplied'] as const
export type Outcome = (typeof outcomes)[number]

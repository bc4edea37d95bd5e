import type { Missing } from '../../shared/gate.ts'
import { hasText, t, tKind } from '../text.ts'

/** `3 Source of proof`: the number of the measure and the entry's name. */
export const entryName = (entry: Missing): string =>
  entry.number === undefined
    ? t(`plan.field.${entry.field}`)
    : t('plan.gate.entry', { number: entry.number, field: t(`plan.field.${entry.field}`) })

/** `empty`, `a range, not a value`: what is wrong with it, in a word. */
export const entryWord = (entry: Missing): string => t(`plan.gate.${entry.code}`)

/** What would satisfy it: for an empty entry what belongs there, else what is wrong with what stands there. */
export const entryHelp = (entry: Missing): string =>
  entry.code === 'empty' && hasText(`plan.satisfy.${entry.field}`)
    ? tKind('plan.satisfy', entry.field)
    : tKind('plan.satisfy', entry.code)

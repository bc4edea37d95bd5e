import { type CriterionBody, isStricter, type Measure } from './criterion.ts'

/** How a revision would take something back from what stands; `unlike`: it cannot be told whether it does. */
export type Weakening =
  | { code: 'criterion_weaker'; by: 'value' | 'clauses' | 'binds'; gone?: string[] }
  | { code: 'criterion_unlike'; in: 'kind' | 'indicator' | 'bound' | 'period' }

/**
 * What of the standing criterion a revision would weaken (R25): undefined where whoever meets the revision also meets all
 * that stands. A value may only become stricter, a clause stays word for word, and whoever was bound stays bound.
 */
export function weakening(standing: CriterionBody, revision: CriterionBody): Weakening | undefined {
  const freed = standing.binds.filter((one) => !revision.binds.includes(one))
  if (freed.length > 0) return { code: 'criterion_weaker', by: 'binds', gone: freed }
  if (standing.kind === 'bright_line' && revision.kind === 'bright_line') {
    const gone = standing.clauses.filter((clause) => !revision.clauses.includes(clause))
    return gone.length > 0 ? { code: 'criterion_weaker', by: 'clauses', gone } : undefined
  }
  if (standing.kind === 'measure' && revision.kind === 'measure') return measureWeakening(standing, revision)
  return { code: 'criterion_unlike', in: 'kind' }
}

function measureWeakening(standing: Measure, revision: Measure): Weakening | undefined {
  if (standing.indicatorId !== revision.indicatorId) return { code: 'criterion_unlike', in: 'indicator' }
  if (standing.bound !== revision.bound) return { code: 'criterion_unlike', in: 'bound' }
  if (standing.period !== revision.period) return { code: 'criterion_unlike', in: 'period' }
  return isStricter(standing.bound, standing.value, revision.value)
    ? { code: 'criterion_weaker', by: 'value' }
    : undefined
}

/** Whether the revision asks more than what stands; what strengthens must cite what drove it (R42). */
export function strengthens(standing: CriterionBody, revision: CriterionBody): boolean {
  if (weakening(standing, revision)) return false
  if (revision.binds.length > standing.binds.length) return true
  if (standing.kind === 'bright_line' && revision.kind === 'bright_line')
    return revision.clauses.length > standing.clauses.length
  return (
    standing.kind === 'measure' &&
    revision.kind === 'measure' &&
    isStricter(standing.bound, revision.value, standing.value)
  )
}

import { dayOf } from '../../../shared/dates.ts'
import type { Mark } from '../../../shared/marks.ts'
import { formatDay, t } from '../../text.ts'
import type { GapLine } from './gaps.ts'

/** One duty of a gap as the table shows it. */
export interface Step {
  mark: Mark
  words: string
  what?: string | undefined
  /** It waits on somebody at this moment. */
  now: boolean
}

/** Explain, decide, adopt: what was done, what waits, and what is not needed. */
export const stepsOf = (gap: GapLine): [Step, Step, Step] => [explainStep(gap), decideStep(gap), adoptStep(gap)]

const past = (mark: Mark, words: string, what?: string): Step => ({ mark, words, what, now: false })
const now = (mark: Mark, words: string, what?: string): Step => ({ mark, words, what, now: true })

function explainStep(gap: GapLine): Step {
  if (gap.state === 'set_aside') return past('struck', t('gap.step.setAside'), gap.lastWords)
  if (gap.state === 'confirmed') return now('empty', t('gap.step.notExplained'))
  if (!gap.explainedAt) {
    const day = gap.lapsedAt ? formatDay(dayOf(gap.lapsedAt), 'medium') : ''
    return { ...past('none', t('gap.step.silent', { day })), now: gap.state === 'overdue' }
  }
  const day = formatDay(dayOf(gap.explainedAt), 'medium')
  return past('full', t(gap.lapsedAt ? 'gap.step.explainedLate' : 'gap.step.explained', { day }), gap.lastWords)
}

/** How many of those who may speak have spoken. */
const spoken = ({ spoken }: GapLine): string | undefined => spoken && t('gap.step.spoken', spoken)

function decideStep(gap: GapLine): Step {
  switch (gap.state) {
    case 'set_aside':
      return past('none', t('gap.step.notNeeded'))
    case 'explained':
      return now('half', t('gap.step.toDecide'), spoken(gap))
    case 'overdue':
      return now('empty', t('gap.step.toDecide'), spoken(gap))
    case 'accepted':
      return past('full', t('gap.step.accepted'))
    case 'adopting':
    case 'reported':
    case 'closed':
      return past('struck', t('gap.step.refused'))
    default:
      return past('empty', t('gap.step.afterExplanation'))
  }
}

function adoptStep(gap: GapLine): Step {
  switch (gap.state) {
    case 'set_aside':
    case 'accepted':
      return past('none', t('gap.step.notNeeded'))
    case 'adopting':
      return now('half', t('gap.step.adopting', { peer: gap.peer.name }))
    case 'reported':
      return now('half', t('gap.step.reported'), spoken(gap))
    case 'closed':
      return past('full', t('gap.step.closed'), t('gap.step.adopting', { peer: gap.peer.name }))
    default:
      return past('empty', t('gap.step.onlyIfRefused'))
  }
}

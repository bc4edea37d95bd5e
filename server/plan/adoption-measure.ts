import { type Day, dayOf, type Instant } from '../../shared/dates.ts'
import type { GapFigures } from '../../shared/gap.ts'
import type { NewMeasure } from '../../shared/plan-document.ts'
import type { Method } from '../../shared/record.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import { sentence } from '../../shared/text/index.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Gap } from '../record/gaps/gaps.ts'
import type { Plan } from './plans.ts'

/**
 * The measure that an adoption begins with: the team's figure as its baseline, the better team's as its target, in the
 * indicator's unit, to be seen in what the team discloses. In the words of whoever puts it there.
 */
export function measureFor(
  language: Language,
  gap: Gap,
  plan: Pick<Plan, 'periodFrom' | 'periodUntil'>,
  { method, answers }: { method: Method | undefined; answers: readonly string[] },
  now: Instant,
): Omit<NewMeasure, 'id'> {
  const { team, peer, indicator } = gap.figures
  const [baseline, target] = decimals(team.figure, peer.figure)
  const start = later(plan.periodFrom, dayOf(now))
  const facts = {
    number: gap.number,
    team: gap.team.name,
    peer: gap.peer.name,
    indicator: indicator.title,
    period: gap.period,
    version: method?.version ?? 0,
    method: method?.title ?? '',
    value: team.value,
    of: team.of ?? 'none',
  }
  const say = (key: 'title' | 'text' | 'baselineNote' | 'proof') => sentence(language, `gap.measure.${key}`, facts)
  return {
    title: say('title'),
    text: paragraphs(say('text')),
    partyId: gap.team.partyId ?? '',
    office: gap.team.name,
    start: start <= plan.periodUntil ? start : plan.periodUntil,
    due: later(start, gap.dueOn !== undefined && gap.dueOn <= plan.periodUntil ? gap.dueOn : plan.periodUntil),
    baseline,
    baselineNote: say('baselineNote'),
    target,
    unit: unitOf(language, indicator),
    proof: say('proof'),
    answers: [...answers],
  }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** With as many digits as it takes to tell the two apart. */
function decimals(a: number, b: number): [string, string] {
  for (const digits of [1, 2, 4]) {
    const pair = [plain(a, digits), plain(b, digits)] as [string, string]
    if (pair[0] !== pair[1]) return pair
  }
  return [plain(a, 6), plain(b, 6)]
}

const plain = (figure: number, digits: number): string => String(Number(figure.toFixed(digits)))

const unitOf = (language: Language, { denominator, ratePer, unit }: GapFigures['indicator']): string =>
  denominator === undefined ? unit : sentence(language, 'record.rateOf', { per: ratePer, denominator })

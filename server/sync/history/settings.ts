import type { HistoryParagraph, HistoryRun } from '../../../shared/history.ts'

/**
 * Words that were moved, but not past other words, only stand in another paragraph now: one was broken in two, two were
 * joined, or it became a heading or an entry of a list. That is told as a setting, not as words taken out and put in.
 */
export function withoutMereSettings(paragraphs: readonly HistoryParagraph[]): HistoryParagraph[] {
  const left = paragraphs.map((paragraph) => ({ ...paragraph, runs: [...paragraph.runs] }))
  for (let i = 0; i < left.length; i++) {
    if (isAllMoved(left[i]!, 'out')) settleWhole(left, i)
    else settleBroken(left, i)
  }
  for (let i = 0; i + 1 < left.length; i++) settleJoined(left, i)
  return left.filter((paragraph) => paragraph.runs.length > 0)
}

const isAllMoved = ({ is, runs }: HistoryParagraph, side: 'in' | 'out'): boolean =>
  is === side && runs.length > 0 && runs.every((run) => run.moved)
const wordsOf = (runs: readonly HistoryRun[]): string => runs.map((run) => run.text).join('')
const kept = (runs: readonly HistoryRun[]): HistoryRun[] => [{ is: 'same', text: wordsOf(runs) }]

/** A paragraph of the same words stands elsewhere, and no others that stood, or that stand, are between. */
function settleWhole(left: HistoryParagraph[], i: number): void {
  const j = left.findIndex((other) => isAllMoved(other, 'in') && wordsOf(other.runs) === wordsOf(left[i]!.runs))
  if (j < 0) return
  const between = left.slice(Math.min(i, j) + 1, Math.max(i, j)).flatMap((paragraph) => paragraph.runs)
  const [stays, goes] = between.every((run) => run.is === 'in') ? [j, i] : [i, j]
  if (stays === i && between.some((run) => run.is !== 'out')) return
  const { kind, runs } = left[j]!
  const { by, at } = runs[0]!
  left[goes]!.runs = []
  left[stays] = { is: 'restyled', kind, runs: kept(runs), by, at }
}

/** The end of the paragraph is the whole of the next. */
function settleBroken(left: HistoryParagraph[], i: number): void {
  const [here, next] = [left[i]!, left[i + 1]]
  const last = here.runs.at(-1)
  if (!next || last?.is !== 'out' || !last.moved || !isAllMoved(next, 'in') || wordsOf(next.runs) !== last.text) return
  const { by, at } = next.runs[0]!
  here.runs.pop()
  if (here.is === 'changed' && here.runs.every((run) => run.is === 'same')) here.is = 'same'
  left[i + 1] = { is: 'restyled', kind: next.kind, runs: kept(next.runs), by, at }
}

/** The whole of the next paragraph is the end of this one. */
function settleJoined(left: HistoryParagraph[], i: number): void {
  const [here, next] = [left[i]!, left[i + 1]!]
  const last = here.runs.at(-1)
  if (last?.is !== 'in' || !last.moved || !isAllMoved(next, 'out') || wordsOf(next.runs) !== last.text) return
  here.runs = [...here.runs.slice(0, -1), ...kept([last])]
  if (here.runs.every((run) => run.is === 'same')) Object.assign(here, { is: 'restyled', by: last.by, at: last.at })
  next.runs = []
}

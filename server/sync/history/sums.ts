import type { HistoryPart, HistorySum } from '../../../shared/history.ts'

/** How much each person did, in the order of the numbers of the writers. */
export function sumsOf(parts: readonly HistoryPart[]): HistorySum[] {
  const sums = new Map<number, HistorySum>()
  const add = (by: number, what: 'wordsIn' | 'wordsOut' | 'wordsMoved' | 'values', count: number) => {
    const sum = sums.get(by) ?? { by, wordsIn: 0, wordsOut: 0, wordsMoved: 0, values: 0 }
    sums.set(by, sum)
    sum[what] += count
  }
  for (const part of parts) {
    if (part.is === 'value') for (const by of new Set(part.steps.map((step) => step.by))) add(by, 'values', 1)
    if (part.is !== 'text') continue
    for (const { is, text, by = -1, moved } of part.paragraphs.flatMap((paragraph) => paragraph.runs))
      if (is === 'in') add(by, moved ? 'wordsMoved' : 'wordsIn', words(text))
      else if (is === 'out' && !moved) add(by, 'wordsOut', words(text))
  }
  return [...sums.values()].sort((a, b) => a.by - b.by)
}

const words = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0

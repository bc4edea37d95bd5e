import { diffWordsWithSpace } from 'diff'
import type { HistoryRun } from '../../shared/history.ts'

export type Words = HistoryRun

interface Step {
  by: number
  at: string
  value: string
}

/**
 * What became of a value that several people set one after the other: the words that stand with who put them in, and
 * those of the first value with who took them out. What came and went in between is left out.
 */
export function stepWords(before: string, steps: readonly Step[]): HistoryRun[] {
  let runs: HistoryRun[] = before === '' ? [] : [{ is: 'same', text: before }]
  for (const { by, at, value } of steps) runs = afterStep(runs, { by, at, value })
  return runs
}

function afterStep(runs: readonly HistoryRun[], { by, at, value }: Step): HistoryRun[] {
  const next: HistoryRun[] = []
  const rest = runs.map((run) => ({ ...run }))
  const add = (run: HistoryRun) => {
    const last = next.at(-1)
    if (run.text !== '' && last?.is === run.is && last.by === run.by) last.text += run.text
    else if (run.text !== '') next.push(run)
  }
  /** Takes so many characters of what stood before the step; words taken out earlier stay where they were. */
  const take = (length: number, isKept: boolean) => {
    for (let left = length; left > 0; ) {
      const run = rest[0]!
      if (run.is === 'out') {
        add(rest.shift()!)
        continue
      }
      const text = run.text.slice(0, left)
      left -= text.length
      run.text = run.text.slice(text.length)
      if (isKept) add({ ...run, text })
      else if (run.is === 'same') add({ is: 'out', text, by, at })
      if (run.text === '') rest.shift()
    }
  }
  const stood = runs.filter((run) => run.is !== 'out')
  for (const change of diffWordsWithSpace(stood.map((run) => run.text).join(''), value)) {
    if (change.added) add({ is: 'in', text: change.value, by, at })
    else take(change.value.length, !change.removed)
  }
  for (const run of rest) add(run)
  return next
}

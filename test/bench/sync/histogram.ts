/** Counts times in steps of one percent: a million of them cost no more memory than ten. */
export interface Histogram {
  counts: Uint32Array
  total: number
}

const growth = Math.log(1.01)
const least = 0.01
const size = 1_800 // up to ten minutes

export const newHistogram = (): Histogram => ({ counts: new Uint32Array(size), total: 0 })

export function record(histogram: Histogram, ms: number): void {
  const at = ms <= least ? 0 : Math.min(size - 1, Math.round(Math.log(ms / least) / growth))
  histogram.counts[at]!++
  histogram.total++
}

/** The time under which so much of all lies; not a number while there is none. */
export function timeAt({ counts, total }: Histogram, share: number): number {
  if (total === 0) return Number.NaN
  let seen = 0
  const wanted = Math.floor(total * share)
  for (let at = 0; at < size; at++) {
    seen += counts[at]!
    if (seen > wanted) return least * Math.exp(at * growth)
  }
  return least * Math.exp(size * growth)
}

/**
 * Moves labels as little as can be, so that none stands closer to the next than `distance` and all lie between the ends:
 * each cluster of labels that would overlap is spread around the middle of where its own would like to be.
 */
export function keepApart(
  wished: readonly number[],
  distance: number,
  [first, last]: readonly [number, number],
): number[] {
  const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]!)
  const step = Math.min(distance, order.length > 1 ? (last - first) / (order.length - 1) : distance)
  const clusters: { sum: number; count: number }[] = []
  for (const [place, i] of order.entries()) {
    clusters.push({ sum: wished[i]! - place * step, count: 1 })
    while (clusters.length > 1 && mean(clusters.at(-2)!) >= mean(clusters.at(-1)!)) {
      const { sum, count } = clusters.pop()!
      const before = clusters.at(-1)!
      before.sum += sum
      before.count += count
    }
  }
  const places = clusters.flatMap((cluster) => Array.from({ length: cluster.count }, () => mean(cluster)))
  const lowest = first
  const highest = last - (order.length - 1) * step
  const apart: number[] = []
  for (const [place, i] of order.entries())
    apart[i] = Math.min(Math.max(places[place]!, lowest), Math.max(highest, lowest)) + place * step
  return apart
}

const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count

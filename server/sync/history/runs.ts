/** Something that is true of positions `start` to `end` of one Yjs client. */
interface Run {
  start: number
  end: number
  value: number
}

/** Facts about positions of a document, by Yjs client: in which update they came, or went. */
export interface Runs {
  add(client: number, start: number, length: number, value: number): void
  /** The value at a position, and how far it (or its absence) holds. */
  at(client: number, position: number): { value: number | undefined; end: number }
  of(client: number): readonly Readonly<Run>[]
  clients(): Iterable<number>
  /** The first position after all that are known. */
  end(client: number): number
}

/** Ranges never overlap; they come in any order and are sorted when somebody asks. */
export function noRuns(): Runs {
  const known = new Map<number, { list: Run[]; isSorted: boolean }>()

  const sorted = (client: number): Run[] => {
    const of = known.get(client)
    if (!of) return []
    if (!of.isSorted) {
      of.list.sort((a, b) => a.start - b.start)
      of.isSorted = true
    }
    return of.list
  }
  return {
    add: (client, start, length, value) => {
      const of = known.get(client) ?? { list: [], isSorted: true }
      known.set(client, of)
      const last = of.list.at(-1)
      if (last?.end === start && last.value === value) last.end += length
      else {
        if (last && last.start > start) of.isSorted = false
        of.list.push({ start, end: start + length, value })
      }
    },
    at: (client, position) => {
      const list = sorted(client)
      let low = 0
      let high = list.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (list[middle]!.end <= position) low = middle + 1
        else high = middle
      }
      const run = list[low]
      if (!run) return { value: undefined, end: Number.POSITIVE_INFINITY }
      return run.start <= position ? { value: run.value, end: run.end } : { value: undefined, end: run.start }
    },
    of: sorted,
    clients: () => known.keys(),
    end: (client) => sorted(client).at(-1)?.end ?? 0,
  }
}

import type { HistoryParagraph, HistoryPart } from '../../shared/history.ts'
import type { EntryPart, HistoryNames, ValuePart } from './history-source.ts'

/** What belongs under one heading: the top of a text, or one entry of a list. */
export interface Group {
  id: string
  title: string
  entry?: EntryPart | undefined
  paragraphs: HistoryParagraph[]
  values: ValuePart[]
}

/** Parts by their headings, in order; without those in which nothing changed. */
export function groupsOf(parts: readonly HistoryPart[], names: HistoryNames): Group[] {
  const groups = new Map<string, Group>()
  const entries = new Map<string, EntryPart>()
  for (const part of parts) {
    const entryKey = part.path.slice(0, 2).join('/')
    if (part.is === 'entry') entries.set(entryKey, part)
    const entry = entries.get(entryKey)
    const title = entry ? names.entry(entry) : names.root(part.path[0]!)
    const key = entry ? entryKey : title
    const group = groups.get(key) ?? { id: `h${groups.size + 1}`, title, entry, paragraphs: [], values: [] }
    groups.set(key, group)
    if (part.is === 'text') group.paragraphs.push(...part.paragraphs)
    if (part.is === 'value') group.values.push(part)
  }
  return [...groups.values()].filter((group) => hasChanged(group, names))
}

function hasChanged({ entry, paragraphs, values }: Group, names: HistoryNames): boolean {
  if (paragraphs.some((paragraph) => paragraph.is !== 'same')) return true
  if (values.some((value) => names.value(value.path.at(-1)!) !== undefined)) return true
  return entry !== undefined && names.state(entry, values) !== undefined
}

/** Paragraphs beside each other that did not change are one line that says how many. */
export function shownParagraphs(paragraphs: readonly HistoryParagraph[]): (HistoryParagraph | number)[] {
  const shown: (HistoryParagraph | number)[] = []
  for (const paragraph of paragraphs) {
    const last = shown.at(-1)
    if (paragraph.is !== 'same') shown.push(paragraph)
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1
    else shown.push(1)
  }
  return shown
}

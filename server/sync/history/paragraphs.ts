import * as Y from 'yjs'
import type { HistoryParagraph, HistoryRun } from '../../../shared/history.ts'
import type { Deeds } from './changes.ts'
import { type Between, fatesOf } from './fates.ts'
import { setMark } from './held.ts'
import type { Held } from './lineage.ts'
import { withoutMereSettings } from './settings.ts'
import { type Piece, wordRuns } from './words.ts'

/** The paragraphs of a rich text that stand at either point, in their order; those without a word are left out. */
export function paragraphsOf(between: Between, fragment: Held, deeds: Deeds): HistoryParagraph[] {
  const found: HistoryParagraph[] = []
  const walk = (of: Held) => {
    for (let item = of._start; item; item = item.right) {
      const type = item.content instanceof Y.ContentType ? item.content.type : undefined
      if (!type || fatesOf(between, item.id.client, item.id.clock, 1).length === 0) continue
      if (type instanceof Y.XmlText || isParagraph(type)) {
        const paragraph = paragraphOf(between, item, type, deeds)
        if (paragraph.runs.length > 0) found.push(paragraph)
      } else walk(type)
    }
  }
  walk(fragment)
  return withoutMereSettings(found)
}

/** What holds characters is a paragraph, whatever the editor calls it. */
function isParagraph(type: Held): boolean {
  for (let item = type._start; item; item = item.right)
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText) return true
  return false
}

function paragraphOf(between: Between, item: Y.Item, type: Held, deeds: Deeds): HistoryParagraph {
  const [fate] = fatesOf(between, item.id.client, item.id.clock, 1)
  const { pieces, restyled } = type instanceof Y.XmlText ? charactersOf(between, type) : contentOf(between, type)
  const style = Math.max(restyled, attributesChanged(between, type))
  const runs = wordRuns(pieces, deeds.writerOf).map((run): HistoryRun => runOf(run, deeds))
  const kind = type instanceof Y.XmlElement ? type.nodeName : 'text'
  if (fate!.is !== 'same' && runs.every((run) => run.is === fate!.is)) return { is: fate!.is, kind, runs }
  if (runs.some((run) => run.is !== 'same')) return { is: 'changed', kind, runs }
  if (style < 0) return { is: 'same', kind, runs }
  return { is: 'restyled', kind, runs, by: deeds.writerOf(style), at: deeds.atOf(style) }
}

function runOf({ is, text, by, wrote, isMoved }: Piece, { writerOf, atOf }: Deeds): HistoryRun {
  if (is === 'same') return { is, text }
  const of = is === 'out' || isMoved ? { of: writerOf(wrote) } : {}
  return { is, text, by: writerOf(by), at: atOf(by), ...of, ...(isMoved ? { moved: true } : {}) }
}

interface Content {
  pieces: Piece[]
  /** The last update that set the words in another way; below nought where none did. */
  restyled: number
}

/** Texts of a paragraph, with line breaks between them. */
function contentOf(between: Between, element: Held): Content {
  const content: Content = { pieces: [], restyled: -1 }
  for (let item = element._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentType)) continue
    if (item.content.type instanceof Y.XmlText) {
      const { pieces, restyled } = charactersOf(between, item.content.type)
      content.pieces.push(...pieces)
      content.restyled = Math.max(content.restyled, restyled)
    } else
      for (const fate of fatesOf(between, item.id.client, item.id.clock, 1))
        content.pieces.push({ ...fate, text: '\n' })
  }
  return content
}

function charactersOf(between: Between, text: Held): Content {
  const content: Content = { pieces: [], restyled: -1 }
  const marks = { before: new Map<string, unknown>(), after: new Map<string, unknown>() }
  let changedIn = -1
  for (let item = text._start; item; item = item.right) {
    const { client, clock } = item.id
    if (item.content instanceof Y.ContentFormat) {
      for (const fate of fatesOf(between, client, clock, 1)) {
        if (fate.is !== 'in') setMark(marks.before, item.content)
        if (fate.is !== 'out') setMark(marks.after, item.content)
        if (fate.is !== 'same') changedIn = Math.max(changedIn, fate.by)
      }
    } else if (item.content instanceof Y.ContentString) {
      for (const { start, end, ...fate } of fatesOf(between, client, clock, item.length)) {
        content.pieces.push({ ...fate, text: item.content.str.slice(start - clock, end - clock) })
        if (fate.is === 'same' && !isAlike(marks.before, marks.after))
          content.restyled = Math.max(content.restyled, changedIn)
      }
    }
  }
  return content
}

const isAlike = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => JSON.stringify(b.get(key)) === JSON.stringify(value))

/** The last update between the points that gave the paragraph another level or the like. */
function attributesChanged(between: Between, type: Held): number {
  let last = -1
  for (const key of type._map.keys())
    for (let item = type._map.get(key) ?? null; item; item = item.left)
      for (const fate of fatesOf(between, item.id.client, item.id.clock, 1))
        if (fate.is !== 'same') last = Math.max(last, fate.by)
  return last
}

import * as Y from 'yjs'
import type { Shape } from '../../../shared/live.ts'
import { type Lineage, nobodys, writtenIn } from './lineage.ts'
import { type Deaths, noteMoves, noteSameTexts } from './moves.ts'
import { noRuns } from './runs.ts'

/** An update as the log has it. */
export interface LoggedUpdate {
  seq: number
  bytes: Uint8Array
}

/**
 * Begins a lineage from its first text. `earlier` is the lineage before it: what the text took over from there keeps its
 * writers.
 */
export function beginLineage(
  start: { epoch: number; seq: number; seed: Uint8Array; shape: Shape },
  earlier: Lineage | undefined,
): Lineage {
  const { epoch, seq, seed, shape } = start
  const doc = withRoots(shape)
  Y.applyUpdate(doc, seed)
  const runs = { born: noRuns(), died: noRuns(), wrote: noRuns(), carried: noRuns(), moves: [] }
  const lineage: Lineage = { epoch, began: seq, seq, doc, ...runs }
  if (earlier) noteSameTexts(earlier, lineage)
  for (const [client, structs] of doc.store.clients) {
    lineage.born.add(client, 0, Y.getState(doc.store, client), seq)
    for (const struct of structs) if (struct.deleted) lineage.died.add(client, struct.id.clock, struct.length, seq)
    inherit(lineage, earlier, client, Y.getState(doc.store, client))
  }
  return lineage
}

/** A document that forgets nothing, with the types at its top. */
export function withRoots(shape: Shape): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const [name, kind] of Object.entries(shape.roots))
    if (kind === 'map') doc.getMap(name)
    else if (kind === 'array') doc.getArray(name)
    else if (kind === 'text') doc.getText(name)
    else doc.getXmlFragment(name)
  return doc
}

/** Yjs numbers positions for ever, so the same position of the earlier lineage holds the same words. */
function inherit(to: Lineage, from: Lineage | undefined, client: number, length: number): void {
  const found: { at: number; length: number; seq: number }[] = []
  for (let at = 0; at < length; ) {
    const set = to.wrote.at(client, at)
    const known = from && at < from.born.end(client) ? writtenIn(from, client, at) : undefined
    const end = Math.min(set.end, known?.end ?? Number.POSITIVE_INFINITY, length)
    if (set.value === undefined) found.push({ at, length: end - at, seq: known?.seq ?? nobodys })
    at = end
  }
  for (const run of found) to.wrote.add(client, run.at, run.length, run.seq)
}

/** Plays updates, in the order of the log; Yjs sees one transaction. */
export function play(lineage: Lineage, updates: readonly LoggedUpdate[]): void {
  const { doc } = lineage
  doc.transact((transaction) => {
    const counted = new Map<number, number>()
    for (const { seq, bytes } of updates) {
      const before = new Map(
        [...Y.parseUpdateMeta(bytes).to.keys()].map((client) => [client, lineage.born.end(client)]),
      )
      Y.applyUpdate(doc, bytes)
      for (const [client, end] of before) {
        const length = Y.getState(doc.store, client) - end
        if (length > 0) lineage.born.add(client, end, length, seq)
      }
      const deaths = freshDeaths(transaction.deleteSet.clients, counted)
      for (const [client, runs] of deaths) for (const run of runs) lineage.died.add(client, run.clock, run.len, seq)
      if (before.size > 0 && deaths.size > 0) noteMoves(lineage, { seq, before, deaths })
      lineage.seq = seq
    }
  })
}

/** What Yjs has taken out since it was last asked: what the update says, and what follows from it. */
function freshDeaths(clients: Deaths, counted: Map<number, number>): Deaths {
  const fresh: Deaths = new Map()
  for (const [client, runs] of clients) {
    const from = counted.get(client) ?? 0
    if (runs.length === from) continue
    fresh.set(client, runs.slice(from))
    counted.set(client, runs.length)
  }
  return fresh
}

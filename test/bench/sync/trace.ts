import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { paragraph } from '../../sync/texts.ts'

/** A real history of somebody's, or several people's, writing, as Yjs updates of the agents who wrote. */
export interface Trace {
  agents: number
  /** The empty text, which everybody has at the beginning. */
  seed: Uint8Array
  edits: Edit[]
  end: string
}

export interface Edit {
  agent: number
  bytes: Uint8Array
  /** What the agent must have seen before: clocks by agent. */
  needs: number[]
  /** The agent's clock after it. */
  until: number
}

interface File {
  kind?: 'concurrent'
  endContent: string
  numAgents?: number
  txns: { parents?: number[]; agent?: number; patches: [at: number, deleted: number, inserted: string][] }[]
}

const firstAgent = 500
export const clientIdOf = (agent: number): number => firstAgent + agent
export const agentOf = (clientId: number): number => clientId - firstAgent

/** An agent's own document, which never has more than the history that its next edit starts from. */
interface Desk {
  doc: Y.Doc
  text: Y.XmlText
  known: Set<number>
}

/** Makes the updates before anything is measured, each from exactly the state that the file says it was made in. */
export function readTrace(path: string): Trace {
  const file: File = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'))
  const agents = file.numAgents ?? 1
  const isPlain = file.txns.every((txn) => txn.patches.every(([, , inserted]) => !/[\ud800-\udfff]/.test(inserted)))
  const seed = emptyText()
  const desks = Array.from({ length: agents }, (_, agent) => newDesk(seed, agent))
  const edits: Edit[] = []
  for (const [i, txn] of file.txns.entries()) {
    const agent = txn.agent ?? 0
    const desk = desks[agent]!
    catchUp(desk, txn.parents ?? (i === 0 ? [] : [i - 1]), file.txns, edits)
    const needs = desks.map((_, other) => Y.getState(desk.doc.store, clientIdOf(other)))
    const before = Y.encodeStateVector(desk.doc)
    const bytes = made(desk, () => patch(desk.text, txn.patches, isPlain)) ?? Y.encodeStateAsUpdate(desk.doc, before)
    desk.known.add(i)
    edits.push({ agent, bytes, needs, until: Y.getState(desk.doc.store, clientIdOf(agent)) })
  }
  return { agents, seed, edits, end: file.endContent }
}

function emptyText(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = firstAgent - 1
  doc.getXmlFragment('preamble').insert(0, [paragraph('')])
  return Y.encodeStateAsUpdate(doc)
}

function newDesk(seed: Uint8Array, agent: number): Desk {
  const doc = new Y.Doc()
  doc.clientID = clientIdOf(agent)
  Y.applyUpdate(doc, seed)
  return { doc, text: textOf(doc), known: new Set() }
}

export const textOf = (doc: Y.Doc): Y.XmlText =>
  (doc.getXmlFragment('preamble').get(0) as Y.XmlElement).get(0) as Y.XmlText

/** Brings in what the edit's parents name and what those rest on. */
function catchUp(desk: Desk, parents: readonly number[], txns: File['txns'], edits: readonly Edit[]): void {
  const missing = new Set<number>()
  const look = [...parents]
  for (let i = look.pop(); i !== undefined; i = look.pop()) {
    if (desk.known.has(i) || missing.has(i)) continue
    missing.add(i)
    look.push(...(txns[i]!.parents ?? (i === 0 ? [] : [i - 1])))
  }
  for (const i of [...missing].sort((a, b) => a - b)) {
    Y.applyUpdate(desk.doc, edits[i]!.bytes)
    desk.known.add(i)
  }
}

function made({ doc }: Desk, change: () => void): Uint8Array | undefined {
  let update: Uint8Array | undefined
  const hear = (bytes: Uint8Array) => {
    update = bytes
  }
  doc.on('update', hear)
  doc.transact(change)
  doc.off('update', hear)
  return update
}

/** The files count code points, Yjs UTF-16 units: the same until somebody writes beyond the basic plane. */
function patch(text: Y.XmlText, patches: File['txns'][number]['patches'], isPlain: boolean): void {
  for (const [at, deleted, inserted] of patches) {
    const points = isPlain ? undefined : [...text.toString()]
    const from = points ? points.slice(0, at).join('').length : at
    const length = points ? points.slice(at, at + deleted).join('').length : deleted
    if (length > 0) text.delete(from, length)
    if (inserted) text.insert(from, inserted)
  }
}

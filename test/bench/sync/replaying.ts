import * as Y from 'yjs'
import { round } from '../../report.ts'
import { type Client, connect } from './client.ts'
import { pause } from './process.ts'
import type { Kind } from './servers.ts'
import { agentOf, type Edit, readTrace, type Trace, textOf } from './trace.ts'

/** Replays a history as fast as its agents may go: each waits for what it had seen when it wrote. */
export interface ReplayJob {
  is: 'replay'
  kind: Kind
  url: string
  rooms: string[]
  path: string
}

export interface ReplayFound {
  /** Until every agent and one more who only reads have all of it. */
  ms: number
  edits: number
  /** Whether each of them, and one who comes afterwards, reads exactly the text that the file ends with. */
  isExact: number
}

interface Agent {
  client: Client
  edits: Edit[]
  next: number
  /** The clocks that have arrived, by agent; one's own when it is sent. */
  seen: number[]
  /** Everything that the agent sent and got, in that order: what its document would have been told. */
  told: Uint8Array[]
}

const patienceMs = 240_000

/** The first room warms both sides up; the last is measured. */
export async function replay({ rooms, path, ...seat }: ReplayJob): Promise<ReplayFound> {
  const trace = readTrace(path)
  let found: ReplayFound | undefined
  for (const room of rooms) found = await replayOnce(trace, { ...seat, room })
  return found!
}

async function replayOnce(trace: Trace, seat: { kind: Kind; url: string; room: string }): Promise<ReplayFound> {
  const agents: Agent[] = []
  for (let person = 0; person <= trace.agents; person++) agents.push(await sit(trace, seat, person))
  agents[0]!.client.sendUpdate(trace.seed)
  agents[0]!.told.push(trace.seed)
  await until(() => agents.slice(1).every(({ told }) => told.length > 0))
  const last = new Array<number>(trace.agents).fill(0)
  for (const edit of trace.edits) last[edit.agent] = edit.until
  const began = performance.now()
  await new Promise<void>((resolve, reject) => {
    const goOn = () => {
      for (const agent of agents) sendReady(agent)
      if (agents.every(({ seen }) => last.every((clock, i) => seen[i]! >= clock))) resolve()
      else if (performance.now() - began > patienceMs) reject(new Error(`${seat.kind} did not pass everything on`))
      else setImmediate(goOn)
    }
    goOn()
  })
  const ms = round(performance.now() - began)
  const texts = agents.map(({ told }) => read(told))
  if (seat.kind !== 'floor') texts.push(await readAfterwards(seat, trace.agents + 1))
  for (const { client } of agents) await client.close()
  return { ms, edits: trace.edits.length, isExact: texts.every((text) => text === trace.end) ? 1 : 0 }
}

async function sit(trace: Trace, seat: { kind: Kind; url: string; room: string }, person: number): Promise<Agent> {
  const edits = trace.edits.filter((edit) => edit.agent === person)
  const agent = { edits, next: 0, seen: new Array<number>(trace.agents).fill(0), told: [] as Uint8Array[] }
  const update = (bytes: Uint8Array) => {
    agent.told.push(bytes)
    for (const [clientId, clock] of Y.parseUpdateMeta(bytes).to) {
      const from = agentOf(clientId)
      if (from >= 0 && clock > agent.seen[from]!) agent.seen[from] = clock
    }
  }
  const client = await connect({ ...seat, person })
  client.listener.update = update
  return { ...agent, client }
}

/** Sends what the agent may send by now, as long as its socket takes it. */
function sendReady(agent: Agent): void {
  for (let edit = agent.edits[agent.next]; edit; edit = agent.edits[agent.next]) {
    if (!edit.needs.every((clock, i) => agent.seen[i]! >= clock)) return
    if (agent.client.socket.bufferedAmount > 65_536) return
    agent.client.sendUpdate(edit.bytes)
    agent.told.push(edit.bytes)
    agent.seen[edit.agent] = edit.until
    agent.next++
  }
}

function read(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return textOf(doc).toString()
}

async function readAfterwards(seat: { kind: Kind; url: string; room: string }, person: number): Promise<string> {
  const heard: Uint8Array[] = []
  const client = await connect({ ...seat, person }, { update: (bytes) => heard.push(bytes) })
  await client.close()
  return read(heard)
}

async function until(isSo: () => boolean): Promise<void> {
  for (const patience = performance.now() + 20_000; !isSo(); await pause(5))
    if (performance.now() > patience) throw new Error('the agents do not see how it begins')
}

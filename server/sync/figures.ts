import type { Counters, Spread } from './counters.ts'
import { backlog } from './outbox.ts'
import type { Engine } from './turns.ts'

/** One figure with what it means, as Prometheus tells them apart. A label is of a fixed few, never a person or a document. */
export type Figure =
  | { name: string; help: string; type: 'gauge' | 'counter'; samples: Sample[] }
  /** `per`: how many of the spread's units go into one of the figure's, 1000 for milliseconds in seconds. */
  | { name: string; help: string; type: 'histogram'; spread: Spread; per: number }

export interface Sample {
  label?: { name: string; value: string }
  value: number
}

/** What the engine has done and what it holds now. Walks the open rooms and sockets once. */
export function liveFigures({ counters, rooms, limits }: Pick<Engine, 'counters' | 'rooms' | 'limits'>): Figure[] {
  const held = { peers: 0, tasks: 0, buffered: 0, behind: 0, bytes: 0, tail: 0, longestTail: 0, failing: 0 }
  for (const room of rooms.values()) {
    held.tasks += room.queue.length
    held.bytes += room.bytes
    const tail = room.point.seq - room.snapshot.seq
    held.tail += tail
    held.longestTail = Math.max(held.longestTail, tail)
    if (room.failingSince !== undefined) held.failing++
    for (const { outbox } of room.peers) {
      const waiting = backlog(outbox)
      held.peers++
      held.buffered += waiting
      if (waiting > limits.presenceBacklogBytes) held.behind++
    }
  }
  const gauge = (name: string, help: string, value: number): Figure => ({
    name: `live_${name}`,
    help,
    type: 'gauge',
    samples: [{ value }],
  })
  return [
    gauge('rooms', 'Documents that are open on this node', rooms.size),
    gauge('peers', 'Sockets at open documents', held.peers),
    gauge('document_bytes', 'Bytes of the open documents', held.bytes),
    gauge('queue_tasks', 'Messages that wait for the next turn', held.tasks),
    gauge('buffered_bytes', 'Bytes that wait for peers to read them', held.buffered),
    gauge('peers_behind', 'Sockets with so much waiting that presence is kept from them', held.behind),
    gauge('rooms_failing', 'Documents whose commits fail and are tried again', held.failing),
    gauge('log_tail_updates', 'Updates since the last snapshot, over all open documents', held.tail),
    gauge('log_tail_updates_max', 'The same of the document that has most', held.longestTail),
    ...counted(counters),
    ...measured(counters),
  ]
}

function counted(counters: Counters): Figure[] {
  const counter = (name: string, help: string, samples: number | Sample[]): Figure => ({
    name: `live_${name}_total`,
    help,
    type: 'counter',
    samples: typeof samples === 'number' ? [{ value: samples }] : samples,
  })
  const by = (label: string, counts: Record<string, number>): Sample[] =>
    Object.entries(counts).map(([value, count]) => ({ label: { name: label, value }, value: count }))
  return [
    counter('updates_in', 'Updates that clients sent', counters.updatesIn),
    counter('update_bytes_in', 'Bytes of the updates that clients sent', counters.updateBytesIn),
    counter('updates_stored', 'Updates committed to the log', counters.updatesStored),
    counter('updates_known', 'Updates that came again and were in the log already', counters.updatesKnown),
    counter(
      'resyncs',
      'Updates that rested on something unknown, so that all missing was asked for',
      counters.updatesGap,
    ),
    counter('updates_from_nodes', 'Updates of other nodes read from the log', counters.updatesFromNodes),
    counter('updates_refused', 'Updates refused', by('why', counters.refused)),
    counter('closes', 'Sockets closed or turned away; code 0 is a client’s own', by('code', counters.closed)),
    counter('frames_out', 'Frames put on sockets', counters.framesOut),
    counter('bytes_out', 'Bytes of the frames put on sockets', counters.bytesOut),
    counter('presence_in', 'Presence messages heard', counters.presenceIn),
    counter('presence_skipped', 'Presence news kept from peers that read slowly', counters.presenceSkipped),
    counter('pauses', 'Times that a socket was not read because its person sent too much', counters.pauses),
    counter('commits_failed', 'Commits that the database failed', counters.commitsFailed),
    counter('snapshots_failed', 'Snapshots that could not be kept', counters.snapshotsFailed),
  ]
}

function measured(counters: Counters): Figure[] {
  const seconds = (name: string, help: string, spread: Spread): Figure => ({
    name: `live_${name}_seconds`,
    help,
    type: 'histogram',
    spread,
    per: 1_000,
  })
  return [
    seconds('commit', 'Time of a commit of updates, full synchronisation included', counters.commitMs),
    {
      name: 'live_commit_updates',
      help: 'Updates that one commit carried',
      type: 'histogram',
      spread: counters.commitUpdates,
      per: 1,
    },
    seconds('turn', 'Time of judging and applying in one turn', counters.turnMs),
    seconds('snapshot', 'Time of folding a document and writing its snapshot', counters.snapshotMs),
    seconds('open', 'Time of opening a document from the database', counters.openMs),
    seconds('node_lag', 'From the commit of another node’s update until it was here', counters.nodeLagMs),
  ]
}

import * as z from 'zod/mini'

const count = z.int().check(z.positive())
const limit = (standard: number) => z._default(count, standard)

/** Every bound of the live text, in one place. Past it a message is refused or a socket closed; nothing grows without one. */
export const liveLimits = z.strictObject({
  /** Bytes of a WebSocket frame; a larger one closes the socket before it is read whole. */
  frameBytes: limit(1_048_576),
  /** Bytes of one edit. What a client sends to catch up after being away may fill a frame. */
  updateBytes: limit(262_144),
  /** Bytes of a whole document, deleted text included. */
  documentBytes: limit(20_971_520),
  /** Structs, fresh deletions and Yjs client ids in one update. */
  structs: limit(50_000),
  deletions: limit(10_000),
  updateClients: limit(1_000),
  /** Yjs client ids of one document: past it the text must be begun anew. */
  documentClients: limit(10_000),
  /** Positions that one struct may take: bounds a run of deleted characters. */
  structLength: limit(1_000_000),
  /** Levels of types inside types, and of values inside a value; characters of a key. */
  depth: limit(32),
  valueDepth: limit(8),
  keyLength: limit(200),
  /** Bytes of a state vector, before it is decoded. */
  stateVectorBytes: limit(131_072),
  /** Bytes of what a peer shows of itself, and how often a room passes such news on. */
  presenceBytes: limit(2_048),
  presenceEveryMs: limit(100),
  /** Messages and bytes a second, of one socket and of one person; past it reading pauses. Bursts of three seconds pass. */
  messagesPerSecond: limit(60),
  bytesPerSecond: limit(2_097_152),
  /** Milliseconds of gate and shadow a second that one person may use. */
  workMsPerSecond: limit(200),
  /** Sockets of one document, and of one person. */
  documentPeers: limit(500),
  personPeers: limit(50),
  /** Bytes waiting for a slow peer: past the first its presence news is skipped, past the second it is closed and resyncs. */
  presenceBacklogBytes: limit(65_536),
  backlogBytes: limit(4_194_304),
  /** Refused writes after which a socket is closed: of a reader, or malformed. */
  strikes: limit(3),
  /** Quiet time after which a socket gets a sign of life, and after which a silent peer is given up. */
  keepaliveMs: limit(20_000),
  silentMs: limit(60_000),
  /** How often seats and sessions of open sockets are asked for again, and the log for rows of other nodes. */
  recheckMs: limit(4_000),
  pollMs: limit(500),
  /** Updates, or bytes over the size of the last snapshot, after which a new one is written. */
  snapshotUpdates: limit(500),
  snapshotBytes: limit(65_536),
  /** Quiet time after which an open document's shadow is folded to bytes. */
  restMs: limit(60_000),
  /** How long a failing commit is tried again before the sockets are sent away to come back later. */
  commitPatienceMs: limit(5_000),
})
export type LiveLimits = z.infer<typeof liveLimits>

export const standardLimits: LiveLimits = liveLimits.parse({})

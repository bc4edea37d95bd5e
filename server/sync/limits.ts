import * as z from 'zod/mini'

/** Timers take no more, and fire at once past it. */
const most = 2_147_483_647

const limit = (standard: number, meaning: string, atMost = most) =>
  z
    ._default(z.int().check(z.minimum(1), z.maximum(atMost)), standard)
    .register(z.globalRegistry, { description: meaning })

/**
 * Every bound of the live text, in one place. Past it a message is refused or a socket closed; nothing grows without one.
 * The README beside this file has them as a table, made by `npm run limits`.
 */
export const liveLimits = z
  .strictObject({
    frameBytes: limit(1_048_576, 'Bytes of a WebSocket frame; a larger one closes the socket before it is read whole'),
    updateBytes: limit(262_144, 'Bytes of one edit; what catches up after being away may fill a frame'),
    documentBytes: limit(20_971_520, 'Bytes of a whole document, deleted text included'),
    structs: limit(50_000, 'Structs in one update'),
    deletions: limit(10_000, 'Fresh runs of deletions in one update'),
    updateClients: limit(1_000, 'Yjs client ids in one update'),
    documentClients: limit(10_000, 'Yjs client ids of one document; past it the text must be begun anew'),
    neighbourSteps: limit(
      200_000,
      'Others looked at to find the places of one update: few unless neighbours are forged',
    ),
    structLength: limit(1_000_000, 'Positions that one struct may take, which bounds a run of deleted characters'),
    depth: limit(32, 'Levels of types inside types'),
    valueDepth: limit(8, 'Levels of values inside a value'),
    keyLength: limit(200, 'Characters of a key'),
    stateVectorBytes: limit(131_072, 'Bytes of a state vector, before it is decoded'),
    presenceBytes: limit(2_048, 'Bytes of what a peer shows of itself'),
    presenceEveryMs: limit(100, 'How often a document passes on news of presence'),
    messagesPerSecond: limit(
      60,
      'Messages a second of one person; past it reading pauses; a burst of three seconds passes',
    ),
    bytesPerSecond: limit(2_097_152, 'Bytes a second of one person, sent and asked for; past it reading pauses'),
    workMsPerSecond: limit(200, 'Milliseconds of judging a second of one person; past it reading pauses'),
    documentPeers: limit(500, 'Sockets at one document'),
    personPeers: limit(50, 'Sockets of one person'),
    presenceBacklogBytes: limit(65_536, 'Bytes waiting for a slow peer past which news of presence is kept from it'),
    backlogBytes: limit(4_194_304, 'Bytes waiting for a slow peer past which it is closed, to come back and catch up'),
    strikes: limit(3, 'Writes that no honest client sends after which the socket is closed'),
    keepaliveMs: limit(
      20_000,
      'Quiet time after which a socket gets a sign of life; y-websocket gives up after 30 s',
      25_000,
    ),
    silentMs: limit(60_000, 'Quiet time after which a peer that answers nothing is given up'),
    recheckMs: limit(4_000, 'How often seats and sessions of open sockets are asked for again', 4_500),
    pollMs: limit(500, 'How often the log is asked for what other nodes wrote'),
    snapshotUpdates: limit(500, 'Updates after which a snapshot is written'),
    snapshotBytes: limit(65_536, 'Bytes over the size of the last snapshot after which a new one is written'),
    lateBytes: limit(
      8_388_608,
      'Bytes of late edits kept for one person of one document; past it they stay with the client',
    ),
    lateEdits: limit(200, 'Late edits of one person to one text after which they are folded into one'),
    restMs: limit(60_000, 'Quiet time after which an open document is folded to bytes'),
    commitPatienceMs: limit(
      30_000,
      'How long a text that cannot be stored stays open to read before its sockets are sent away',
    ),
  })
  .check(
    inOrder('updateBytes', 'frameBytes'),
    inOrder('presenceBytes', 'frameBytes'),
    inOrder('stateVectorBytes', 'frameBytes'),
    inOrder('presenceBacklogBytes', 'backlogBytes'),
    inOrder('keepaliveMs', 'silentMs'),
  )
export type LiveLimits = z.infer<typeof liveLimits>

/** The bound that has no meaning past another. */
function inOrder<Name extends string>(lower: Name, upper: Name) {
  return z.refine<Record<Name, number>>((limits) => limits[lower] <= limits[upper], {
    path: [lower],
    error: `at most ${upper}`,
  })
}

export const standardLimits: LiveLimits = liveLimits.parse({})

/** What each bound is, for whoever sets it. */
export const describeLimits = (): { name: string; standard: number; meaning: string }[] =>
  Object.entries(liveLimits.shape).map(([name, schema]) => ({
    name,
    standard: standardLimits[name as keyof LiveLimits],
    meaning: z.globalRegistry.get(schema)?.description ?? '',
  }))

import * as encoding from 'lib0/encoding'
import type { TypeKind } from '../../shared/live.ts'

/** A position in a Yjs document: the nth thing that a client ever made. */
export interface Id {
  client: number
  clock: number
}

export type Content =
  | { is: 'deleted' }
  | { is: 'string' }
  | { is: 'any'; values: unknown[] }
  | { is: 'format'; key: string; value: unknown }
  | { is: 'type'; kind: TypeKind; name: string | undefined }

/** One struct of an update, before it has any effect. Without `content` it is a run that was collected as garbage. */
export interface Struct extends Id {
  length: number
  content: Content | undefined
  origin: Id | undefined
  rightOrigin: Id | undefined
  /** A root by its name or a type by its id; absent where the neighbours tell it. */
  parent: string | Id | undefined
  parentSub: string | undefined
}

export interface Run extends Id {
  length: number
}

export interface Update {
  /** Each client's structs, in the order in which they came; a client has one block. */
  blocks: Map<number, Struct[]>
  /** Each client's in order; no two of them overlap. */
  deletes: Run[]
  /** The bytes say some of the deletions more than once. */
  repeatsDeletes: boolean
  /** Where the deletions begin in the bytes. */
  deletesAt: number
}

/** Why an update was refused; for logs and counters. The person is told a code. */
export type Why =
  | 'malformed'
  | 'too_large'
  | 'skip'
  | 'content'
  | 'value'
  | 'root'
  | 'place'
  | 'depth'
  | 'foreign_client'
  | 'too_many_clients'
  | 'not_applicable'

export class Unacceptable extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

/** Which of them holds the clock, by halving: they follow each other without gaps. */
export function indexAt(spans: readonly { clock: number }[], clock: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]!.clock <= clock) low = middle
    else high = middle - 1
  }
  return low
}

/** Where a client's block ends. */
export const endOf = (block: readonly Struct[] | undefined): number | undefined => {
  const last = block?.at(-1)
  return last && last.clock + last.length
}

/** The same update with other deletions. */
export function withDeletes(bytes: Uint8Array, deletesAt: number, deletes: readonly Run[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, bytes.subarray(0, deletesAt))
  const clients = Map.groupBy(deletes, (run) => run.client)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, runs] of [...clients].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, runs.length)
    for (const run of runs) {
      encoding.writeVarUint(encoder, run.clock)
      encoding.writeVarUint(encoder, run.length)
    }
  }
  return encoding.toUint8Array(encoder)
}

import * as decoding from 'lib0/decoding'
import type { TypeKind } from '../../shared/live.ts'
import type { LiveLimits } from './limits.ts'
import { type Content, type Id, type Run, type Struct, Unacceptable, type Update } from './update.ts'

const hasOrigin = 0b1000_0000
const hasRightOrigin = 0b0100_0000
const hasParentSub = 0b0010_0000
const contentBits = 0b0001_1111
const skipInfo = 10

/**
 * Reads an update of Yjs' first format without making a single Yjs object, and so without running what a hostile one
 * would run. Throws when the bytes are no update, hold anything that no document of ours holds, or go on after it ends.
 */
export function decodeUpdate(bytes: Uint8Array, limits: LiveLimits): Update {
  const decoder = decoding.createDecoder(bytes)
  const blocks = readBlocks(decoder, limits)
  const deletesAt = decoder.pos
  const said = readDeletes(decoder)
  if (decoding.hasContent(decoder)) throw new Unacceptable('malformed')
  const deletes = inOrder(said)
  return { blocks, deletes, deletesAt, repeatsDeletes: deletes.length < said.length }
}

function readBlocks(decoder: decoding.Decoder, limits: LiveLimits): Map<number, Struct[]> {
  const blocks = new Map<number, Struct[]>()
  let structs = 0
  const count = decoding.readVarUint(decoder)
  if (count > limits.updateClients) throw new Unacceptable('too_many_clients')
  for (let i = 0; i < count; i++) {
    const length = decoding.readVarUint(decoder)
    structs += length
    if (structs > limits.structs) throw new Unacceptable('too_large')
    const client = decoding.readVarUint(decoder)
    let clock = decoding.readVarUint(decoder)
    if (length === 0 || blocks.has(client)) throw new Unacceptable('malformed')
    const block: Struct[] = []
    for (let n = 0; n < length; n++) {
      const struct = readStruct(decoder, client, clock)
      if (struct.length < 1 || struct.length > limits.structLength) throw new Unacceptable('malformed')
      clock += struct.length
      block.push(struct)
    }
    if (clock > Number.MAX_SAFE_INTEGER) throw new Unacceptable('malformed')
    blocks.set(client, block)
  }
  return blocks
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(decoder)
  if (info === skipInfo) throw new Unacceptable('skip')
  if ((info & contentBits) === 0) {
    const length = decoding.readVarUint(decoder)
    return {
      client,
      clock,
      length,
      content: undefined,
      origin: undefined,
      rightOrigin: undefined,
      parent: undefined,
      parentSub: undefined,
    }
  }
  const origin = info & hasOrigin ? readId(decoder) : undefined
  const rightOrigin = info & hasRightOrigin ? readId(decoder) : undefined
  const alone = !origin && !rightOrigin
  const parent = alone
    ? decoding.readVarUint(decoder) === 1
      ? decoding.readVarString(decoder)
      : readId(decoder)
    : undefined
  const parentSub = alone && info & hasParentSub ? decoding.readVarString(decoder) : undefined
  const { content, length } = readContent(decoder, info & contentBits)
  return { client, clock, length, content, origin, rightOrigin, parent, parentSub }
}

const readId = (decoder: decoding.Decoder): Id => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
})

/** Reads by Yjs' numbers of contents. Old JSON, binary, embedded objects and subdocuments are in no document of ours. */
function readContent(decoder: decoding.Decoder, number: number): { content: Content; length: number } {
  switch (number) {
    case 1:
      return { content: { is: 'deleted' }, length: decoding.readVarUint(decoder) }
    case 4:
      return { content: { is: 'string' }, length: decoding.readVarString(decoder).length }
    case 6: {
      const key = decoding.readVarString(decoder)
      return { content: { is: 'format', key, value: JSON.parse(decoding.readVarString(decoder)) }, length: 1 }
    }
    case 7:
      return { content: readType(decoder), length: 1 }
    case 8: {
      const length = decoding.readVarUint(decoder)
      const values: unknown[] = []
      for (let i = 0; i < length; i++) values.push(decoding.readAny(decoder))
      return { content: { is: 'any', values }, length }
    }
    default:
      throw new Unacceptable('content')
  }
}

/** Yjs' numbers of types; 5 is an XML hook, which no document of ours holds. */
const typeKinds: Record<number, TypeKind> = { 0: 'array', 1: 'map', 2: 'text', 3: 'element', 4: 'fragment', 6: 'text' }

function readType(decoder: decoding.Decoder): Content {
  const number = decoding.readVarUint(decoder)
  const kind = typeKinds[number]
  if (!kind) throw new Unacceptable('content')
  return { is: 'type', kind, name: kind === 'element' ? decoding.readVarString(decoder) : undefined }
}

function readDeletes(decoder: decoding.Decoder): Run[] {
  const deletes: Run[] = []
  const clients = decoding.readVarUint(decoder)
  for (let i = 0; i < clients; i++) {
    const client = decoding.readVarUint(decoder)
    const runs = decoding.readVarUint(decoder)
    for (let n = 0; n < runs; n++) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length < 1 || clock + length > Number.MAX_SAFE_INTEGER) throw new Unacceptable('malformed')
      deletes.push({ client, clock, length })
    }
  }
  return deletes
}

/**
 * Each client's runs by their clocks, those that overlap as one: Yjs walks all that a run covers, so the same run said ten
 * thousand times would cost ten thousand walks. Honest clients send them so already.
 */
function inOrder(runs: readonly Run[]): Run[] {
  if (runs.length < 2) return [...runs]
  const ordered: Run[] = []
  for (const ofOne of Map.groupBy(runs, (run) => run.client).values()) {
    let last: Run | undefined
    for (const run of ofOne.sort((a, b) => a.clock - b.clock)) {
      if (last && run.clock < last.clock + last.length) {
        last.length = Math.max(last.length, run.clock + run.length - last.clock)
        continue
      }
      last = { ...run }
      ordered.push(last)
    }
  }
  return ordered
}

import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { frame } from '../sync/hall.ts'

/** Updates as no honest client writes them, byte by byte. */
export type WriteStruct = (e: encoding.Encoder) => void
export type Position = readonly [client: number, clock: number]
export interface Beside {
  origin?: Position | undefined
  right?: Position | undefined
  root?: string
  parent?: Position
  key?: string
}

const numbers = (e: encoding.Encoder, ...values: number[]) => {
  for (const value of values) encoding.writeVarUint(e, value)
}

/** Blocks of structs, then runs of deletions. */
export const update = (
  blocks: readonly { client: number; clock: number; structs: readonly WriteStruct[] }[],
  deletes: readonly (readonly [client: number, clock: number, length: number])[] = [],
): Uint8Array =>
  frame((e) => {
    numbers(e, blocks.length)
    for (const { client, clock, structs } of blocks) {
      numbers(e, structs.length, client, clock)
      for (const struct of structs) struct(e)
    }
    numbers(e, deletes.length)
    for (const [client, clock, length] of deletes) numbers(e, client, 1, clock, length)
  })
export const oneBlock = (client: number, clock: number, structs: readonly WriteStruct[]): Uint8Array =>
  update([{ client, clock, structs }])

export const garbage =
  (length: number): WriteStruct =>
  (e) => {
    encoding.writeUint8(e, 0)
    numbers(e, length)
  }
export const skip =
  (length: number): WriteStruct =>
  (e) => {
    encoding.writeUint8(e, 10)
    numbers(e, length)
  }

/** A struct of Yjs' content `kind`, where it says that it stands. */
export const item =
  (kind: number, beside: Beside, content: WriteStruct): WriteStruct =>
  (e) => {
    const { origin, right, root, parent, key } = beside
    encoding.writeUint8(e, kind | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20))
    for (const id of [origin, right]) if (id) numbers(e, ...id)
    if (!origin && !right) {
      numbers(e, root === undefined ? 0 : 1)
      if (root !== undefined) encoding.writeVarString(e, root)
      else numbers(e, ...(parent ?? [0, 0]))
      if (key !== undefined) encoding.writeVarString(e, key)
    }
    content(e)
  }
export const text = (words: string, beside: Beside): WriteStruct =>
  item(4, beside, (e) => encoding.writeVarString(e, words))
export const values = (beside: Beside, ...what: unknown[]): WriteStruct =>
  item(8, beside, (e) => {
    numbers(e, what.length)
    for (const value of what) encoding.writeAny(e, value as never)
  })
export const type = (number: number, beside: Beside, name?: string): WriteStruct =>
  item(7, beside, (e) => {
    numbers(e, number)
    if (name !== undefined) encoding.writeVarString(e, name)
  })

/** A value inside so many others, as bytes: deeper than JavaScript could write it without running out of stack. */
const nestedAny =
  (levels: number): WriteStruct =>
  (e) => {
    numbers(e, 1)
    for (let i = 0; i < levels; i++) {
      encoding.writeUint8(e, 117)
      numbers(e, 1)
    }
    encoding.writeUint8(e, 126)
  }

/** What an attacker knows: the document, and ids of others. */
export interface Target {
  doc: Y.Doc
  /** Somebody honest, whose client id everybody sees. */
  victim: number
  /** A client id of the attacker's own, and its next clock. */
  own: number
  clock: number
}

/** The attacks of which each must be refused, or be asked for again, whatever the document holds. */
export const hostileUpdates = (target: Target): Record<string, Uint8Array> => {
  const { doc, victim, own, clock } = target
  const state = Y.getState(doc.store, victim)
  const root = { root: 'preamble' }
  const mine = (...structs: WriteStruct[]) => oneBlock(own, clock, structs)
  const foreign = (...structs: WriteStruct[]) => oneBlock(victim, state, structs)
  return {
    silencingRun: foreign(garbage(2 ** 45)),
    silencingShortRun: foreign(garbage(100)),
    ownEndlessRun: mine(garbage(2 ** 45)),
    clocksPastNumbers: oneBlock(own, Number.MAX_SAFE_INTEGER - 5, [garbage(100)]),
    foreignId: foreign(type(3, root, 'paragraph')),
    foreignIdAhead: oneBlock(victim, state + 1, [garbage(1)]),
    skip: mine(skip(3)),
    skipThenText: mine(skip(3), type(3, root, 'paragraph')),
    missingNeighbour: mine(text('x', { origin: [own + 1, 3] })),
    missingRight: mine(text('x', { right: [victim, state + 10_000] })),
    missingParent: mine(text('x', { parent: [own + 1, 0] })),
    gap: oneBlock(own, clock + 5, [garbage(1)]),
    circle: update([
      { client: own, clock, structs: [text('x', { origin: [own + 1, 0] })] },
      { client: own + 1, clock: 0, structs: [text('x', { origin: [own, clock] })] },
    ]),
    deletionOfTheFuture: update([], [[victim, state, 2 ** 40]]),
    deletionOfNobody: update([], [[own + 7, 0, 1]]),
    emptyDeletion: update([], [[victim, 0, 0]]),
    unknownRoot: mine(type(3, { root: 'elsewhere' }, 'paragraph')),
    prototypeRoot: mine(type(3, { root: '__proto__' }, 'paragraph')),
    script: mine(type(3, root, 'script')),
    hook: mine(type(5, root, 'hook')),
    mapInText: mine(type(1, root)),
    prototypeKey: mine(values({ root: 'meta', key: '__proto__' }, 1)),
    constructorKey: mine(values({ root: 'meta', key: 'constructor' }, 1)),
    prototypeInside: mine(values({ root: 'meta', key: 'a' }, JSON.parse('{"a": {"__proto__": {"b": 1}}}'))),
    longKey: mine(values({ root: 'meta', key: 'k'.repeat(5_000) }, 1)),
    keyInList: mine(values({ root: 'measures', key: 'a' }, 1)),
    noKeyInMap: mine(values({ root: 'meta' }, 1)),
    deepValue: mine(item(8, { root: 'meta', key: 'a' }, nestedAny(20_000))),
    bigInteger: mine(values({ root: 'meta', key: 'a' }, 2n ** 60n)),
    bytesInValue: mine(values({ root: 'meta', key: 'a' }, new Uint8Array(50))),
    notANumber: mine(values({ root: 'meta', key: 'a' }, Number.NaN)),
    binary: mine(item(3, { root: 'meta', key: 'a' }, (e) => encoding.writeVarUint8Array(e, new Uint8Array(20)))),
    oldJson: mine(
      item(2, { root: 'meta', key: 'a' }, (e) => ['{}'].forEach((json) => void encoding.writeVarString(e, json))),
    ),
    embed: mine(item(5, root, (e) => encoding.writeVarString(e, '{"image":"x"}'))),
    subdocument: mine(
      item(9, { root: 'meta', key: 'a' }, (e) => {
        encoding.writeVarString(e, crypto.randomUUID())
        encoding.writeAny(e, { autoLoad: true })
      }),
    ),
    formatOfNoMark: mine(formatted('link', '"javascript:alert(1)"', root)),
    formatNotJson: mine(formatted('bold', '{', root)),
    formatDeepJson: mine(formatted('bold', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, root)),
    formatPrototype: mine(formatted('bold', '{"__proto__":{"b":1}}', root)),
    textInFragment: mine(text('loose', root)),
    emptyText: mine(text('', root)),
    deepTypes: oneBlock(
      own,
      clock,
      Array.from({ length: 400 }, (_, i) => type(3, i === 0 ? root : { parent: [own, clock + i - 1] }, 'blockquote')),
    ),
    manyClients: update(
      Array.from({ length: 1_001 }, (_, i) => ({ client: own + i, clock: 0, structs: [garbage(1)] })),
    ),
    doubledClient: update([
      { client: own, clock, structs: [garbage(1)] },
      { client: own, clock: clock + 1, structs: [garbage(1)] },
    ]),
    emptyBlock: update([{ client: own, clock, structs: [] }]),
    moreAfterItsEnd: Uint8Array.of(...mine(type(3, root, 'paragraph')), 0),
    // Decodes well, and Yjs throws half-way: the second stands beside the first's left and in another list's right.
    halfApplying: mine(type(3, root, 'paragraph'), type(6, { parent: [own, clock] }), text('a', { root: 'measures' })),
    endlessStructs: frame((e) => numbers(e, 1, 2 ** 50, own, clock, 0, 1)),
    endlessClients: frame((e) => numbers(e, 2 ** 50, 1, own, clock, 0, 1)),
    endlessDeletes: frame((e) => numbers(e, 0, 2 ** 50, own, 2 ** 50, 0, 1)),
    endlessString: mine(item(4, root, (e) => numbers(e, 2 ** 40))),
    endlessValues: mine(item(8, { root: 'measures' }, (e) => numbers(e, 2 ** 40))),
    nothing: new Uint8Array(),
    oneByte: Uint8Array.of(1),
    overlongNumber: new Uint8Array(64).fill(0xff),
  }
}

const formatted = (key: string, json: string, beside: Beside): WriteStruct =>
  item(6, beside, (e) => {
    encoding.writeVarString(e, key)
    encoding.writeVarString(e, json)
  })

/** Updates that may be allowed and cost much: they must not hold up everybody else. */
export const costlyUpdates = (own: number): Record<string, { before: Uint8Array[]; update: Uint8Array }> => {
  const paragraph = [type(3, { root: 'preamble' }, 'paragraph'), type(6, { parent: [own, 0] })]
  const backwards = (count: number) =>
    oneBlock(own, 0, [
      ...paragraph,
      ...Array.from({ length: count }, (_, i) => text('x', i === 0 ? { parent: [own, 1] } : { right: [own, 1 + i] })),
    ])
  const many = 10_000
  const range = Array.from({ length: many }, (_, i) => i)
  return {
    typedBackwards: { before: [], update: backwards(many) },
    // Each struct makes Yjs walk the whole list between the neighbours that it names.
    farNeighbours: {
      before: [backwards(many)],
      update: oneBlock(
        own + 1,
        0,
        range.map((i) => text('y', { right: [own, 2 + (i % 100)] })),
      ),
    },
    farNeighboursOfItsOwn: {
      before: [],
      update: oneBlock(own, 0, [
        ...paragraph,
        ...range.slice(0, many / 2).map((i) => text('x', i === 0 ? { parent: [own, 1] } : { right: [own, 1 + i] })),
        ...range.slice(0, many / 2).map((i) => text('y', { right: [own, 2 + (i % 100)] })),
      ]),
    },
    manyAtOnePlace: {
      before: [backwards(1)],
      update: update(
        Array.from({ length: 900 }, (_, i) => ({
          client: own + 1_000 - i,
          clock: 0,
          structs: Array.from({ length: 15 }, () => text('z', { origin: [own, 2] })),
        })),
      ),
    },
    oneKeyAgainAndAgain: {
      before: [],
      update: oneBlock(
        own,
        0,
        range.map(() => values({ root: 'meta', key: 'k' }, 1)),
      ),
    },
    repeatedDeletions: {
      before: [backwards(many)],
      update: update(
        [],
        range.map(() => [own, 2, many] as const),
      ),
    },
    repeatedKnownDeletions: {
      before: [backwards(many), update([], [[own, 2, many]])],
      update: update(
        [],
        range.map(() => [own, 2, many] as const),
      ),
    },
    manyDeletions: {
      before: [backwards(many)],
      update: update(
        [],
        range.slice(0, many / 2).map((i) => [own, 2 + 2 * i, 1] as const),
      ),
    },
    manyMarks: {
      before: [backwards(1)],
      update: oneBlock(
        own + 1,
        0,
        range
          .slice(0, 5_000)
          .map((i) => formatted('bold', i % 2 ? 'null' : '{}', { origin: i === 0 ? [own, 2] : [own + 1, i - 1] })),
      ),
    },
    wideValue: {
      before: [],
      update: oneBlock(own, 0, [
        values(
          { root: 'meta', key: 'a' },
          Array.from({ length: 120_000 }, () => 1),
        ),
      ]),
    },
    manyKeys: {
      before: [],
      update: oneBlock(
        own,
        0,
        range.map((i) => values({ root: 'meta', key: `k${i}` }, i)),
      ),
    },
  }
}

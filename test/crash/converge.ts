import fc from 'fast-check'
import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { takeExactly } from '../../server/sync/exactly.ts'
import type { Asked, Findings } from '../report.ts'
import { type Ground, openGround } from '../sync/nodes.ts'
import { anEdit, type Edit } from '../sync/texts.ts'
import { type ModelNode, type ModelPerson, newPerson, startModelNode } from './model.ts'

/**
 * Three to eight people write one text on two nodes while the network partitions, repeats and turns round what they say,
 * nodes stop and crash, and people are away and come back elsewhere. In the end all must hold the same text, with all that
 * was ever acknowledged in it. What happens is chosen by fast-check: a failure is repeated with its seed. The control drops
 * one relayed update at one person, and must diverge.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const operations = quick ? 2_500 : 300_000
  const found = await convergeAgain(asked, { operations, dropsOne: false, say })
  const control = await convergeAgain(asked, { operations: 5_000, dropsOne: true })
  return {
    figures: {
      histories: found.histories,
      operations: found.operations,
      acknowledged: found.acknowledged,
      acknowledgedMissing: found.missing,
      diverged: found.diverged,
      honestRefused: found.refused,
      crashes: found.crashes,
      failedAt: found.failedAt ?? '',
      controlHistories: control.histories,
      controlDiverged: control.diverged,
    },
    pass: {
      everybodyHasTheSameText: found.diverged === 0,
      nothingAcknowledgedIsMissing: found.missing === 0 && found.acknowledged > 0,
      nobodyHonestIsRefused: found.refused === 0,
      allOperationsWereDone: found.operations >= operations,
      theControlDiverges: control.diverged > 0,
    },
  }
}

export interface Converged {
  histories: number
  operations: number
  acknowledged: number
  missing: number
  diverged: number
  refused: number
  crashes: number
  /** The seed and the path with which fast-check repeats the first failure. */
  failedAt: string | undefined
}

const who = fc.nat(7)

/** Yjs spoils a letter of two code units when something is put between its halves, as no editor does. */
const ofOneUnit = (what: Edit): Edit =>
  'words' in what ? { ...what, words: what.words.replace(/[\u{10000}-\u{10ffff}]/gu, 'é') } : what
const anOperation = fc.oneof(
  { weight: 120, arbitrary: fc.record({ is: fc.constant('edit' as const), who, what: anEdit.map(ofOneUnit) }) },
  { weight: 20, arbitrary: fc.record({ is: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 10, arbitrary: fc.record({ is: fc.constant('hold' as const), who }) },
  { weight: 15, arbitrary: fc.record({ is: fc.constant('release' as const), who, shuffled: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ is: fc.constant('repeat' as const), who }) },
  { weight: 5, arbitrary: fc.record({ is: fc.constant('cut' as const), who }) },
  {
    weight: 15,
    arbitrary: fc.record({ is: fc.constant('come' as const), who, node: fc.nat(1), again: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('restart' as const), node: fc.nat(1), crashes: fc.boolean() }),
  },
)
type Operation = typeof anOperation extends fc.Arbitrary<infer Value> ? Value : never
const aHistory = fc.record({
  people: fc.integer({ min: 3, max: 8 }),
  operations: fc.array(anOperation, { minLength: 40, maxLength: 400, size: 'max' }),
})

interface ConvergePlan {
  operations: number
  dropsOne: boolean
  say?(line: string): void
}

export async function convergeAgain(
  { engine, seed }: Pick<Asked, 'engine' | 'seed'>,
  { operations, dropsOne, say }: ConvergePlan,
): Promise<Converged> {
  const ground = await openGround(engine)
  const nodes = [await startModelNode(ground, false), await startModelNode(ground, false)]
  const numbers = { histories: 0, operations: 0, acknowledged: 0, missing: 0, diverged: 0, refused: 0, crashes: 0 }
  const found: Converged = { ...numbers, failedAt: undefined }
  const property = fc.asyncProperty(aHistory, async (history) => {
    if (found.operations >= operations) return
    await live(ground, nodes, history, dropsOne, found)
    found.histories++
    found.operations += history.operations.length
    if (found.histories % 100 === 0) say?.(`${found.operations} operations, ${found.acknowledged} acknowledged`)
    if (found.diverged + found.missing + found.refused > 0) throw new Error('not the same text')
  })
  for (let batch = seed; found.operations < operations && !found.failedAt; batch++) {
    const details = await fc.check(property, { seed: batch, numRuns: 25, endOnFailure: true })
    if (details.failed) found.failedAt = `seed ${details.seed}, path ${details.counterexamplePath}`
  }
  await Promise.all(nodes.map((node) => node.stop()))
  await ground.close()
  return found
}

async function live(
  ground: Ground,
  nodes: ModelNode[],
  history: { people: number; operations: readonly Operation[] },
  dropsOne: boolean,
  found: Converged,
): Promise<void> {
  const id = await ground.newText()
  const people = Array.from({ length: history.people }, (_, n) =>
    newPerson(n + 1, id, n % 3 !== 2, dropsOne && n === 0),
  )
  await Promise.all(people.map((person, n) => person.connect(nodes[n % 2]!, false)))
  for (const operation of history.operations) await perform(ground, nodes, people, operation, id, found)
  for (const person of people) person.release(false)
  if (!dropsOne) await settle(200)
  await Promise.all(people.map((person, n) => person.connect(nodes[n % 2]!, true)))
  if (!(await agree(ground, id, people, nodes, dropsOne ? 1_500 : 20_000))) found.diverged++
  await countMissing(ground, id, people, found)
  found.acknowledged += people.reduce((sum, person) => sum + person.acknowledged.size, 0)
  found.refused += people.reduce((sum, person) => sum + person.refused, 0)
  for (const person of people) person.cut()
}

async function perform(
  ground: Ground,
  nodes: ModelNode[],
  people: readonly ModelPerson[],
  operation: Operation,
  id: string,
  found: Converged,
): Promise<void> {
  const person = 'who' in operation ? people[operation.who % people.length]! : undefined
  switch (operation.is) {
    case 'edit':
      return person!.edit(operation.what)
    case 'wait':
      return settle(operation.turns)
    case 'hold':
      return person!.hold()
    case 'release':
      return person!.release(operation.shuffled)
    case 'repeat':
      return person!.repeatLast()
    case 'cut':
      return person!.cut()
    case 'come':
      return person!.connect(nodes[operation.node]!, operation.again)
    case 'restart': {
      const node = nodes[operation.node]!
      if (operation.crashes) {
        await node.crash()
        found.crashes++
        // Before anybody comes back and heals it.
        await countMissing(ground, id, people, found)
      } else await node.stop()
      nodes[operation.node] = await startModelNode(ground, false)
    }
  }
}

async function settle(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise(setImmediate)
}

/** Waits until everybody holds what is stored, and all that was ever said is in it. */
async function agree(
  ground: Ground,
  id: string,
  people: readonly ModelPerson[],
  nodes: readonly ModelNode[],
  patienceMs: number,
): Promise<boolean> {
  const until = performance.now() + patienceMs
  for (;;) {
    const stored = await storedDoc(ground, id)
    if (people.every(({ doc, said }) => isSame(doc, stored) && said.every((word) => stored.getMap('meta').has(word))))
      return true
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 5))
    // Who was sent away by a node that stopped comes back by itself, as providers do.
    await Promise.all(people.map((person, n) => person.connect(nodes[n % 2]!, true)))
  }
}

async function storedDoc({ db }: Ground, id: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const { update } = await readDocument(db.read, id)
  takeExactly(doc, () => Y.applyUpdate(doc, update))
  return doc
}

/** What differs may differ in no more than how Yjs keeps what was deleted. */
export function isSame(one: Y.Doc, other: Y.Doc): boolean {
  if (one.store.pendingStructs || one.store.pendingDs) return false
  if (!Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))) return false
  const text = (doc: Y.Doc) =>
    JSON.stringify([doc.getXmlFragment('preamble'), doc.getArray('measures'), doc.getMap('meta')], byKeys)
  return text(one) === text(other)
}

/** Keys came in another order to everybody. */
const byKeys = (_key: string, value: unknown): unknown => {
  const held: unknown = value instanceof Y.AbstractType ? value.toJSON() : value
  const isKeyed = typeof held === 'object' && held !== null && !Array.isArray(held)
  return isKeyed ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held
}

/** What was acknowledged by now and is not stored; what is acknowledged while it is read may be newer. */
async function countMissing(ground: Ground, id: string, people: readonly ModelPerson[], found: Converged) {
  const acknowledged = people.flatMap((person) => [...person.acknowledged])
  const stored = (await storedDoc(ground, id)).getMap('meta')
  found.missing += acknowledged.filter((word) => !stored.has(word)).length
}

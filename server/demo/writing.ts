import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { addMeasure, findMeasure, measureText, planPreamble } from '../../shared/plan-document.ts'
import type { Plan } from '../plan/plans.ts'
import { findDocument, readDocument } from '../sync/documents.ts'
import { append } from '../sync/log.ts'
import type { PlayerKey } from './cast.ts'
import type { DemoMeasure } from './measures.ts'
import { as, monthEnd, type Play } from './play.ts'

type Passage = readonly [by: string, words: string]

const writers: Record<string, PlayerKey> = {
  CG: 'government.kh',
  CW: 'workers.kh',
  CE: 'employers.kh',
  UG: 'government.us',
  UW: 'workers.us',
  UE: 'employers.us',
}

/**
 * Writes a plan as its delegations would: each passage is an update of its own in the document's log, under the person
 * who wrote it, so that "who wrote what" is answered by the log here too.
 */
export async function writePlan(
  play: Play,
  plan: Plan,
  content: {
    preamble: readonly Passage[]
    measures: readonly DemoMeasure[]
    start: string
    answers?: readonly (readonly string[])[]
  },
  when: Instant,
): Promise<void> {
  const write = await takePens(play, plan, when)
  for (const [by, words] of content.preamble) await write(by, (doc) => appendWords(planPreamble(doc), words))
  for (const [i, measure] of content.measures.entries()) {
    const id = `m${i + 1}`
    await write(measure.text[0]![0], (doc) => addMeasure(doc, fieldsOf(play, measure, id, content, i)))
    for (const [by, words] of measure.text)
      await write(by, (doc) => appendWords(measureText(findMeasure(doc, id)!)!, words))
  }
}

/** Adds a sentence to a measure, as one delegation. */
export async function addWords(
  play: Play,
  plan: Plan,
  { measure, by, words }: { measure: string; by: string; words: string },
  when: Instant,
): Promise<void> {
  const write = await takePens(play, plan, when)
  await write(by, (doc) => appendWords(measureText(findMeasure(doc, measure)!)!, words))
}

/** One Y.Doc a delegation over the same text: what it writes goes to the log under its delegate's name. */
async function takePens(play: Play, plan: Plan, when: Instant) {
  const pens = new Map<string, Y.Doc>()
  const shared = new Y.Doc()
  Y.applyUpdate(shared, (await readDocument(play.db.read, plan.documentId)).update)
  return async (mark: string, edit: (doc: Y.Doc) => void): Promise<void> => {
    const isNew = !pens.has(mark)
    const pen = pens.get(mark) ?? new Y.Doc()
    pens.set(mark, pen)
    Y.applyUpdate(pen, Y.encodeStateAsUpdate(shared))
    const before = Y.encodeStateVector(pen)
    edit(pen)
    const bytes = Y.encodeStateAsUpdate(pen, before)
    await appendAs(play, plan, { mark, bytes, claims: isNew ? [pen.clientID] : [] }, when)
    Y.applyUpdate(shared, bytes)
  }
}

const fieldsOf = (
  play: Play,
  measure: DemoMeasure,
  id: string,
  content: { start: string; answers?: readonly (readonly string[])[] },
  place: number,
) => {
  const { title, office, baseline, baselineNote, target, unit, proof, resources, efforts, excuses } = measure
  const due = measure.dueInMonths === undefined ? '' : monthEnd(play, measure.dueInMonths)
  const fields = { title, office, baseline, baselineNote, target, unit, proof, resources, efforts, excuses }
  return {
    id,
    ...fields,
    partyId: play.partyIds[measure.party],
    start: content.start,
    due,
    answers: [...(content.answers?.[place] ?? [])],
  }
}

/** Adds words to the last paragraph of a fragment, or begins its first one. */
function appendWords(fragment: Y.XmlFragment, words: string): void {
  const last = fragment.length > 0 ? fragment.get(fragment.length - 1) : undefined
  const paragraph = last instanceof Y.XmlElement ? last : new Y.XmlElement('paragraph')
  if (paragraph !== last) fragment.push([paragraph])
  const text = paragraph.length > 0 ? paragraph.get(0) : undefined
  if (text instanceof Y.XmlText) text.insert(text.length, ` ${words}`)
  else paragraph.push([new Y.XmlText(words)])
}

async function appendAs(
  play: Play,
  plan: Plan,
  { mark, bytes, claims }: { mark: string; bytes: Uint8Array; claims: number[] },
  when: Instant,
): Promise<void> {
  const key = writers[mark]!
  const person = await as(play, key)
  const document = (await findDocument(play.db.read, plan.documentId))!
  const counted = (play.written[key] ?? 0) + 1
  play.written[key] = counted
  const entry = {
    personId: person.personId,
    delegationId: person.seats[0]?.delegationId,
    device: `demonstration-${key}`,
    clientSeq: counted,
    bytes,
    claims,
  }
  const base = { epoch: document.epoch, seq: document.seq, hash: document.hash }
  const { heads } = await append(play.db, [{ documentId: plan.documentId, base, entries: [entry] }], when)
  if (!heads.has(plan.documentId)) throw new Error('another wrote into the demonstration while it was made')
}

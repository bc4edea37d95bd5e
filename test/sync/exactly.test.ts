import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeUpdates } from '../../server/sync/stored.ts'
import { openText } from '../../server/sync/text.ts'
import { documentShapes } from '../../shared/live.ts'
import { write } from './texts.ts'

/** Two people make the same words bold without knowing of each other: one of the marks says nothing. */
function markedTwice(): Uint8Array[] {
  const updates: Uint8Array[] = []
  const chan = new Y.Doc()
  write(chan, 'We agree.')
  updates.push(Y.encodeStateAsUpdate(chan))
  const people = [chan, new Y.Doc()]
  Y.applyUpdate(people[1]!, updates[0]!)
  for (const doc of people) {
    const before = Y.encodeStateVector(doc)
    const text = (doc.getXmlFragment('preamble').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.format(0, 2, { bold: true })
    updates.push(Y.encodeStateAsUpdate(doc, before))
  }
  return updates
}
const deletions = (update: Uint8Array): number => Y.decodeUpdate(update).ds.clients.size

test('two people who mark the same words leave the log’s text as they sent it: nothing is deleted that nobody deleted', () => {
  const updates = markedTwice()
  expect(updates.map(deletions)).toEqual([0, 0, 0])

  const control = new Y.Doc()
  for (const update of updates) Y.applyUpdate(control, update)
  expect(deletions(Y.encodeStateAsUpdate(control))).toBeGreaterThan(0)

  const bytes = updates[0]!
  const text = openText({ bytes, stateVector: Y.encodeStateVectorFromUpdate(bytes) }, documentShapes.plan)
  text.take(updates.slice(1).map((update) => ({ bytes: update })))
  expect(deletions(text.whole())).toBe(0)
  text.rest()
  text.doc()
  text.changed()
  expect(deletions(text.whole())).toBe(0)
  expect(deletions(mergeUpdates(updates))).toBe(0)
})

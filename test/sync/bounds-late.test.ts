import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keep, type LateEdit } from '../../server/sync/late.ts'
import { type LiveLimits, standardLimits } from '../../server/sync/limits.ts'
import { onBothEngines } from '../world.ts'
import { newPlanText, words } from './hall.ts'
import { write } from './texts.ts'

onBothEngines('What came too late, within its bounds', (world) => {
  const lateBy = (person: 'chan' | 'dara', documentId: string, clientSeq: number, text: string): LateEdit => {
    const doc = new Y.Doc()
    write(doc, text)
    const personId = world().person[person]
    return {
      documentId,
      epoch: 1,
      baseSeq: 0,
      personId,
      delegationId: undefined,
      device: `device-of-${person}`,
      clientSeq,
      bytes: Y.encodeStateAsUpdate(doc),
    }
  }
  const keeping = (limits: Partial<LiveLimits>, ...edits: LateEdit[]) =>
    keep({ db: world().db, clock: () => world().now, limits: { ...standardLimits, ...limits } }, edits)
  const kept = (id: string) =>
    world().db.read.selectFrom('late_edit').selectAll().where('document_id', '=', id).orderBy('id').execute()

  test('is kept up to the last byte, for each person by themselves, and past it left with the client', async () => {
    const id = await newPlanText(world())
    const [first, second] = [lateBy('chan', id, 1, 'One.'), lateBy('chan', id, 2, 'Two.')]
    const lateBytes = first.bytes.length + second.bytes.length
    const short = await keeping({ lateBytes: lateBytes - 1 }, first, second)
    expect([...short]).toEqual([first])
    expect(await kept(id)).toHaveLength(1)
    const enough = await keeping({ lateBytes }, first, second)
    expect([...enough]).toEqual([first, second])
    expect(await kept(id)).toHaveLength(2)
    const other = lateBy('dara', id, 1, 'Hers.')
    expect([...(await keeping({ lateBytes }, other))]).toEqual([other])
  })

  test('is folded into one past so many edits, and says the same', async () => {
    const id = await newPlanText(world())
    const edits = ['One.', 'Two.', 'Three.'].map((text, i) => lateBy('chan', id, i + 1, text))
    await keeping({ lateEdits: 2 }, ...edits.slice(0, 2))
    expect(await kept(id)).toHaveLength(2)
    await keeping({ lateEdits: 2 }, edits[2]!)
    const rows = await kept(id)
    expect(rows.length).toBeLessThan(3)
    const doc = new Y.Doc()
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
    for (const text of ['One.', 'Two.', 'Three.']) expect(words(doc)).toContain(text)
  })
})

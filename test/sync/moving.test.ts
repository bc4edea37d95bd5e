import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { onBothEngines } from '../world.ts'
import { type Hall, joinRaw, newPlanText, openHall, words } from './hall.ts'
import { write } from './texts.ts'

onBothEngines('Who moves to another node', (world) => {
  let one: Hall
  let other: Hall
  beforeAll(async () => {
    one = await openHall(world())
    // Learns nothing of the first by itself.
    other = await openHall(world(), { limits: { pollMs: 3_600_000 } })
  })
  afterAll(async () => {
    await one.close()
    await other.close()
  })

  test('brings along what others wrote on the first, and is not taken for them', async () => {
    const id = await newPlanText(world())
    const chan = await joinRaw(one, id, world().cookie('chan'), { device: 'device-of-chan' })
    const dara = await joinRaw(one, id, world().cookie('dara'), { device: 'device-of-dara' })
    write(chan.doc, 'Known to both nodes.')
    await chan.hear('ack', (ack) => ack.seq === 1)
    const walt = await joinRaw(other, id, world().cookie('walt'), { device: 'device-of-walt' })
    await walt.until(() => words(walt.doc).includes('both nodes'))

    write(chan.doc, 'Known to the first alone.')
    await dara.until(() => words(dara.doc).includes('first alone'))
    dara.socket.terminate()
    await dara.closed
    write(dara.doc, 'Said on the way.')
    const again = await joinRaw(other, id, world().cookie('dara'), { doc: dara.doc, device: 'device-of-dara', next: 9 })
    await again.hear('ack', (ack) => ack.clientSeq >= 9)
    expect(again.heard.filter((said) => said.is === 'refused')).toEqual([])
    const stored = new Y.Doc()
    Y.applyUpdate(stored, (await readDocument(world().db.read, id)).update)
    for (const said of ['both nodes', 'first alone', 'on the way']) expect(words(stored)).toContain(said)
    for (const raw of [chan, again, walt]) raw.socket.close()
  })
})

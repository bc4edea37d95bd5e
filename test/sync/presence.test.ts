import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onBothEngines } from '../world.ts'
import { frame, type Hall, joinRaw, joinStock, newPlanText, openHall, presence } from './hall.ts'

onBothEngines('Presence at a live text', (world) => {
  let hall: Hall
  let id: string
  beforeAll(async () => {
    hall = await openHall(world(), { limits: { presenceEveryMs: 10 } })
    id = await newPlanText(world())
  })
  afterAll(() => hall.close())
  const join = (person: 'chan' | 'dara' | 'ilona' | 'otto') =>
    joinRaw(hall, id, world().cookie(person), { follows: false })

  test('says who is there as the records do, whatever the client says of itself', async () => {
    const chan = await join('chan')
    const dara = await join('dara')
    chan.send(
      presence(chan.doc.clientID, 1, {
        user: { name: 'The Monitor', mark: 'ILO', colour: 'red' },
        cursor: { at: 3 },
        field: 'due',
        more: 1,
      }),
    )
    await dara.until(() => dara.awareness.getStates().has(chan.doc.clientID))
    expect(dara.awareness.getStates().get(chan.doc.clientID)).toEqual({
      user: {
        personId: world().person.chan,
        name: 'Chan of the Government of Cambodia',
        seat: 'delegate',
        delegationId: world().delegation.CG,
        mark: 'CG',
        side: 'government',
        party: 0,
      },
      cursor: { at: 3 },
      field: 'due',
    })

    // Dara says that Chan has gone, and then speaks as Chan: neither is passed on.
    const ilona = await join('ilona')
    dara.send(presence(chan.doc.clientID, 99, null))
    dara.send(presence(chan.doc.clientID, 100, { cursor: { at: 9 } }))
    dara.send(presence(dara.doc.clientID, 1, { cursor: { at: 1 } }))
    await ilona.until(() => ilona.awareness.getStates().has(dara.doc.clientID))
    expect(ilona.awareness.getStates().get(chan.doc.clientID)).toMatchObject({
      user: { mark: 'CG' },
      cursor: { at: 3 },
    })

    // One id a socket: a second one is not shown.
    dara.send(presence(12_345, 1, { cursor: { at: 2 } }))
    dara.send(presence(dara.doc.clientID, 2, { cursor: { at: 5 } }))
    await ilona.until(
      () => (ilona.awareness.getStates().get(dara.doc.clientID)?.cursor as { at: number } | undefined)?.at === 5,
    )
    expect(ilona.awareness.getStates().has(12_345)).toBe(false)

    chan.socket.close()
    await ilona.until(() => !ilona.awareness.getStates().has(chan.doc.clientID))
    for (const raw of [dara, ilona]) raw.socket.close()
  })

  test('shows a monitor, and shows an observer the others but not itself', async () => {
    const chan = await join('chan')
    const otto = await join('otto')
    const ilona = await join('ilona')
    otto.send(presence(otto.doc.clientID, 1, { cursor: { at: 1 } }))
    ilona.send(presence(ilona.doc.clientID, 1, { cursor: { at: 1 } }))
    await chan.until(() => chan.awareness.getStates().has(ilona.doc.clientID))
    await otto.until(() => otto.awareness.getStates().has(ilona.doc.clientID))
    expect(chan.awareness.getStates().get(ilona.doc.clientID)?.user).toMatchObject({ seat: 'monitor' })
    expect(chan.awareness.getStates().has(otto.doc.clientID)).toBe(false)
    for (const raw of [chan, otto, ilona]) raw.socket.close()
  })

  test('goes on when a stock provider comes back under the same id', async () => {
    const ilona = await join('ilona')
    const chan = joinStock(hall, id, world().cookie('chan'))
    chan.awareness.setLocalStateField('field', 'here')
    const shown = () => ilona.awareness.getStates().get(chan.doc.clientID)?.field
    await ilona.until(() => shown() === 'here')
    chan.disconnect()
    await ilona.until(() => shown() === undefined)
    chan.connect()
    await ilona.until(() => shown() === 'here')
    chan.destroy()
    ilona.socket.close()
  })

  test('that is no state, or too large a one, ends in the socket being closed', async () => {
    for (const state of [7, { cursor: 'x'.repeat(3_000) }, JSON.parse('{"cursor": {"constructor": 1}}')]) {
      const chan = await join('chan')
      for (let i = 0; i < 3; i++) chan.send(presence(chan.doc.clientID, i + 1, state))
      expect((await chan.closed).code).toBe(4400)
    }
  })
  test('said a hundred thousand times in one message is taken once, and three such messages close the socket', async () => {
    const chan = await join('chan')
    const news = frame((e) => {
      encoding.writeVarUint(e, 100_000)
      for (let i = 0; i < 100_000; i++) {
        encoding.writeVarUint(e, 5)
        encoding.writeVarUint(e, i)
        encoding.writeVarString(e, '{}')
      }
    })
    const message = frame((e) => {
      encoding.writeVarUint(e, 1)
      encoding.writeVarUint8Array(e, news)
    })
    for (let i = 0; i < 3; i++) chan.send(message)
    expect((await chan.closed).code).toBe(4400)
  })
})

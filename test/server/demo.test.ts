import { expect, test } from 'vitest'
import { seedDemo } from '../../server/demo/seed.ts'
import { sha256, wholeChain } from '../../server/ledger/acts.ts'
import { chainFault } from '../../shared/act.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('the demonstration', (world) => {
  const today = '2027-01-01T00:30:00.000Z'

  test('is told once, through verbs, in the order of its days, and ends today', async () => {
    const printed = await seedDemo(world().db, today)
    expect(printed.join('\n')).toContain('workers.kh@demo.example')
    const { id } = await world()
      .db.read.selectFrom('agreement')
      .select('id')
      .where('slug', '=', 'us-cambodia')
      .executeTakeFirstOrThrow()
    const acts = await wholeChain(world().db.read, id)
    expect(chainFault(acts, sha256)).toBeUndefined()
    expect(acts.map((act) => act.at)).toEqual(acts.map((act) => act.at).toSorted())
    expect(acts.at(-1)!.at < today).toBe(true)

    expect(await seedDemo(world().db, '2027-06-01T00:00:00.000Z')).toEqual(printed)
    expect(await wholeChain(world().db.read, id)).toEqual(acts)
  })

  test('gives the figures of December 2009 in their own direction, and no value for a range', async () => {
    const rows = await world()
      .db.read.selectFrom('record')
      .innerJoin('indicator', 'indicator.id', 'record.indicator_id')
      .select(['indicator.code', 'indicator.direction', 'record.value', 'record.missing'])
      .where('record.period', '=', '2009-12')
      .orderBy('indicator.code')
      .execute()
    expect(rows.map(({ code, direction, value, missing }) => [code, direction, value ?? missing])).toEqual([
      ['anti-union', 'less', 1],
      ['children', 'less', 1],
      ['discrimination', 'less', 10],
      ['foa-interference', 'less', 3],
      ['osh', 'more', 'unknown'],
      ['overtime-voluntary', 'more', 90],
      ['wage-piece', 'more', 94],
      ['wage-regular', 'more', 100],
    ])
  })
})

import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { Problem } from '../../client/api.ts'
import { createLoad } from '../../client/ui/load.ts'
import { createAct } from '../../client/ui/solid.ts'

/** A promise that the test settles when it likes. */
function later<T>() {
  let settle: { resolve: (value: T) => void; reject: (error: unknown) => void } | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, resolve: (value: T) => settle?.resolve(value), reject: (error: unknown) => settle?.reject(error) }
}

const rooted = <T>(make: () => T): { it: T; leave: () => void } => createRoot((leave) => ({ it: make(), leave }))

test('what was asked for is there when it has come', async () => {
  const answer = later<{ title: string }>()
  const { it: load } = rooted(() => createLoad(() => answer.promise))
  expect([load.loading(), load.value()]).toEqual([true, undefined])
  answer.resolve({ title: 'Forum' })
  await vi.waitFor(() => expect(load.value()?.title).toBe('Forum'))
  expect(load.loading()).toBe(false)
})

test('another address asks again, and the answer to the first is dropped though it comes last', async () => {
  const answers = { one: later<string>(), two: later<string>() }
  const { it } = rooted(() => {
    const [slug, setSlug] = createSignal<'one' | 'two'>('one')
    return { load: createLoad(() => answers[slug()].promise), setSlug }
  })
  it.setSlug('two')
  answers.two.resolve('second')
  await vi.waitFor(() => expect(it.load.value()).toBe('second'))
  answers.one.resolve('first')
  await answers.one.promise
  expect(it.load.value()).toBe('second')
})

test('a refusal stands beside what was there before, and goes when asking again succeeds', async () => {
  const ask = vi.fn<() => Promise<string>>()
  ask.mockResolvedValueOnce('kept').mockRejectedValueOnce(new Problem(0, 'network')).mockResolvedValueOnce('new')
  const { it: load } = rooted(() => createLoad(ask))
  await vi.waitFor(() => expect(load.value()).toBe('kept'))
  await load.again()
  expect([load.value(), load.problem()?.code]).toEqual(['kept', 'network'])
  await load.again()
  expect([load.value(), load.problem()]).toEqual(['new', undefined])
})

test('rows that have not changed stay the same rows when the list is asked for again', async () => {
  const ask = vi.fn<() => Promise<{ id: string; name: string }[]>>()
  ask.mockResolvedValueOnce([{ id: 'a', name: 'A' }])
  ask.mockResolvedValueOnce([
    { id: 'b', name: 'B' },
    { id: 'a', name: 'A' },
  ])
  const { it: load } = rooted(() => createLoad(ask))
  await vi.waitFor(() => expect(load.value()).toHaveLength(1))
  const before = load.value()?.[0]
  await load.again()
  expect(load.value()?.map((row) => row.id)).toEqual(['b', 'a'])
  expect(load.value()?.[1]).toBe(before)
})

test('an answer that comes after the page was left changes nothing', async () => {
  const answer = later<string>()
  const { it: load, leave } = rooted(() => createLoad(() => answer.promise))
  leave()
  answer.resolve('late')
  await answer.promise
  expect(load.value()).toBeUndefined()
})

test('an act runs once however often it is pressed, and keeps what went wrong', async () => {
  const answer = later<string>()
  const run = vi.fn(() => answer.promise)
  const { it: act } = rooted(() => createAct(run))
  const first = act.act()
  void act.act()
  expect([run.mock.calls.length, act.busy()]).toEqual([1, true])
  answer.reject(new Problem(409, 'moved_meanwhile'))
  expect(await first).toBeUndefined()
  expect([act.busy(), act.problem()?.code]).toEqual([false, 'moved_meanwhile'])
})

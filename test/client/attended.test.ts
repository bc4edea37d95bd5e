import { expect, test, vi } from 'vitest'
import { api } from '../../client/api.ts'
import { attended, noticeTouches } from '../../client/attended.ts'

test('a page that nobody has touched for five minutes says so with what it asks, until it is touched', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const said: (string | null)[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    said.push(new Headers(init.headers).get('Unattended'))
    return new Response('{}')
  })
  const page = new EventTarget()
  noticeTouches(page)
  page.dispatchEvent(new Event('keydown'))
  await api.api.session.$get()
  vi.advanceTimersByTime(5 * 60_000)
  expect(attended()).toBe(false)
  await api.api.session.$get()
  page.dispatchEvent(new Event('pointerdown'))
  await api.api.session.$get()
  expect(said).toEqual([null, 'yes', null])
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

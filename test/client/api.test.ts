import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { asProblem, call, issuesOf, Problem, problemText, whenSignedOut } from '../../client/api.ts'
import { loadTexts, speak } from '../../client/text.ts'

const problem = (status: number, body: unknown, type = 'application/problem+json') =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }))
const thrownBy = async (asked: Promise<Response>): Promise<Problem> => {
  const thrown = await call(asked).catch((error: unknown) => error)
  if (!(thrown instanceof Problem)) throw new Error('call did not throw a problem')
  return thrown
}

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('en')
  await loadTexts('refusal')
})
afterEach(() => whenSignedOut(() => {}))

test('an answer is its value, and an answer without content nothing', async () => {
  expect(await call(Promise.resolve(Response.json({ a: 1 })))).toEqual({ a: 1 })
  expect(await call(Promise.resolve(new Response(null, { status: 204 })))).toBeUndefined()
})

test('a refusal is thrown with its code and facts, and read in the page’s language', async () => {
  const refused = await thrownBy(problem(409, { code: 'forum_closed', detail: { label: '2010-2' } }))
  expect(refused).toMatchObject({ status: 409, code: 'forum_closed', detail: { label: '2010-2' } })
  expect(problemText(refused)).toBe('The forum is closed.')
  await speak('es')
  expect(problemText(refused)).toBe('El foro está cerrado.')
  await speak('en')
})

test('a server that does not answer, or a gateway that does in its place, is told as that', async () => {
  expect((await thrownBy(Promise.reject(new TypeError('Failed to fetch')))).code).toBe('network')
  expect((await thrownBy(problem(502, '<h1>Bad gateway</h1>', 'text/html'))).code).toBe('network')
})

test('a defect names the id under which it is on record', async () => {
  expect(problemText(await thrownBy(problem(500, { code: 'defect', detail: { id: 'd-1' } })))).toContain('d-1')
})

test('a code of a newer server is told as a refusal that this page does not know', async () => {
  const unheard = await thrownBy(problem(409, { code: 'constructor' }))
  expect(problemText(unheard)).toBe(problemText(new Problem(409, 'unknown')))
  expect(problemText(unheard)).not.toBe('')
})

test('a lost session is told to whoever keeps it; a wrong password is not one', async () => {
  const lost = vi.fn()
  whenSignedOut(lost)
  await thrownBy(problem(401, { code: 'wrong_password' }))
  expect(lost).not.toHaveBeenCalled()
  await thrownBy(problem(401, { code: 'not_signed_in' }))
  expect(lost).toHaveBeenCalledOnce()
})

test('fields that were not taken are found in the facts, and only there', () => {
  const issues = [{ path: 'title', code: 'too_small' }]
  expect(issuesOf(new Problem(422, 'invalid_input', { issues }))).toEqual(issues)
  expect(issuesOf(new Problem(422, 'invalid_input', { issues: 'none' }))).toEqual([])
})

test('what a page throws by mistake is a defect, and is left in the console', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(asProblem(new TypeError('x is undefined')).code).toBe('defect')
  expect(error).toHaveBeenCalled()
})

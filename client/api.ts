import { hc } from 'hono/client'
import type { App } from '../server/app.ts'
import type { RefusalCode, RefusalDetail } from '../shared/refusals.ts'
import { attended } from './attended.ts'
import { hasText, t } from './text.ts'

/**
 * The server's routes, typed: `call(api.api.duties.$get())`. Parameters are put into the path as they are: an address's own
 * (`useParams`) are still encoded and can go there; anything else that is not an id must be encoded first.
 */
export const api = hc<App>('/', { headers: () => (attended() ? {} : { Unattended: 'yes' }) as Record<string, string> })

export interface Issue {
  path: string
  code: string
  message?: string
}

/** What went wrong with a request, as the server said it; `network` when it said nothing, `defect` when it broke. */
export class Problem extends Error {
  readonly status: number
  readonly code: RefusalCode | 'network' | 'defect' | 'unknown'
  readonly detail: RefusalDetail
  constructor(status: number, code: Problem['code'], detail: RefusalDetail = {}) {
    super(code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
  }
}

interface Answer<T> {
  ok: boolean
  status: number
  headers: Headers
  json(): Promise<T>
}

let onSignedOut = () => {}
/** Who is told when the server no longer knows the session. */
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener
}

/** The value of an answer, or a thrown `Problem`. The only way in which the client talks to the server. */
export async function call<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answer = await asked.catch(() => {
    throw new Problem(0, 'network')
  })
  if (answer.ok) return answer.status === 204 ? (undefined as T) : answer.json()
  const problem = await readProblem(answer)
  if (problem.code === 'not_signed_in') onSignedOut()
  throw problem
}

async function readProblem(answer: Answer<unknown>): Promise<Problem> {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
    return new Problem(answer.status, answer.status >= 500 ? 'network' : 'unknown')
  const body = (await answer.json().catch(() => ({}))) as { code?: string; detail?: RefusalDetail }
  return new Problem(answer.status, (body.code as Problem['code'] | undefined) ?? 'unknown', body.detail)
}

/** Whatever was thrown, as a problem: a defect of our own page is one too. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  console.error(thrown)
  return new Problem(0, 'defect')
}

/** The sentence for a problem, in the page's language. */
export function problemText(problem: Problem): string {
  if (problem.code === 'network') return t('ui.problem.network')
  if (problem.code === 'unknown') return t('ui.problem.unknown')
  if (problem.code !== 'defect')
    return hasText(`refusal.${problem.code}`) ? t(`refusal.${problem.code}`) : t('ui.problem.unknown')
  const id = problem.detail.id
  return typeof id === 'string'
    ? `${t('ui.problem.defect')} ${t('ui.problem.defectId', { id })}`
    : t('ui.problem.defect')
}

/** The fields that the server could not take, of an `invalid_input`. */
export function issuesOf(problem: Problem): readonly Issue[] {
  const issues = problem.detail.issues
  return Array.isArray(issues) ? (issues as Issue[]) : []
}

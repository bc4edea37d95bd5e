import { readFileSync } from 'node:fs'
import { get, type Person } from './person.ts'

interface Found {
  id: string
  label: string
  stage: string
}

/** Every page of the client over the demonstration, by what it shows; of pages with several states, one of each. */
export async function pathsOf(person: Person): Promise<string[]> {
  const [agreement] = await get<{ id: string; slug: string }[]>(person, 'GET', '/api/agreements')
  const { id, slug } = agreement!
  const fora = await get<Found[]>(person, 'GET', `/api/agreements/${id}/forums`)
  const open = fora.find(({ stage }) => stage !== 'closed')!
  const closed = fora.find(({ stage }) => stage === 'closed')!
  const disclosures = await get<{ id?: string; state: string }[]>(person, 'GET', `/api/forums/${open.id}/disclosures`)
  const disclosure = disclosures.find(({ state }) => state === 'open')!.id
  const [programme] = await get<{ id: string }[]>(person, 'GET', `/api/agreements/${id}/programmes`)
  const { commitments } = await get<{ commitments: { id: string }[] }>(
    person,
    'GET',
    `/api/programmes/${programme!.id}`,
  )
  const [criterion] = await get<{ id: string }[]>(person, 'GET', `/api/agreements/${id}/criteria`)
  const [strategy] = await get<{ id: string; teamId: string }[]>(person, 'GET', `/api/agreements/${id}/strategies`)
  const { gaps } = await get<{ gaps: Found[] }>(person, 'GET', `/api/forums/${open.id}/gaps`)
  const ofForum = (forum: Found) =>
    ['', '/minutes', '/records', '/gaps', '/disclosure', '/plan'].map((page) => `/a/${slug}/fora/${forum.label}${page}`)
  return [
    '/',
    '/notifications',
    '/account',
    '/agreements',
    '/agreements/new',
    '/not/a/page',
    ...['', '/secretariat', '/fora/new', '/records', '/ledger'].map((page) => `/a/${slug}${page}`),
    ...ofForum(open),
    `/a/${slug}/fora/${open.label}/disclosure/import`,
    ...['ranked', 'change', 'spread', 'trend', 'sources', 'pair'].map(
      (way) => `/a/${slug}/fora/${open.label}/records?way=${way}`,
    ),
    `/a/${slug}/fora/${open.label}/faults`,
    ...ofForum(closed),
    `/a/${slug}/fora/${closed.label}/plan?reading=1`,
    `/a/${slug}/fora/${closed.label}/plan?compare=1~2`,
    `/a/${slug}/fora/${open.label}/plan?history=`,
    `/a/${slug}/fora/${open.label}/minutes?history=`,
    `/a/${slug}/disclosures/${disclosure}`,
    ...['methods', 'strategies', 'criteria'].map((page) => `/a/${slug}/${page}`),
    `/a/${slug}/methods/${strategy!.teamId}`,
    `/a/${slug}/strategies/${strategy!.id}`,
    `/a/${slug}/criteria/${criterion!.id}`,
    `/a/${slug}/programmes/${programme!.id}`,
    `/a/${slug}/commitments/${commitments[0]!.id}`,
    ...gaps.map((gap) => `/a/${slug}/gaps/${gap.id}`),
  ]
}

/** Pages that are there without an account. */
export const openPaths = ['/sign-in', '/invitation/nobody-has-this-one']

/** The addresses that the client's table of routes names, as patterns. */
export function routePatterns(): RegExp[] {
  const table = readFileSync(new URL('../../client/routes.tsx', import.meta.url), 'utf8')
  const inAgreement = table.slice(table.indexOf("path: '/a/:slug'"))
  const patterns: RegExp[] = []
  for (const [, path] of table.matchAll(/path: '([^']+)'/g)) {
    if (path === '/a/:slug' || path!.startsWith('*')) continue
    const nested = inAgreement.includes(`  { path: '${path}',`) && inAgreement.includes(`      { path: '${path}'`)
    const whole = `${nested ? '/a/:slug' : ''}${path === '/' && nested ? '' : path}`
    patterns.push(new RegExp(`^${whole.replaceAll(/:\w+/g, '[^/]+')}$`))
  }
  return patterns
}

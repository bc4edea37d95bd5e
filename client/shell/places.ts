import { paths } from '../paths.ts'

/** One page of an agreement, as the tabs offer it. */
export interface Place {
  word: 'agreement' | 'forum' | 'comparison' | 'plan' | 'programme' | 'records' | 'ledger' | 'secretariat'
  href: string
  /** The name of the forum, where there is one to name. */
  label?: string | undefined
  current?: 'page' | 'true' | undefined
}

/** Which pages there are to go to: those of the forum in view, or else of the one that is open, or else of the last. */
export function placesOf(here: {
  slug: string
  /** Newest first. */
  fora: readonly { label: string; stage: string }[]
  /** Newest first. */
  programmes: readonly { id: string }[]
  secretariat: boolean
  pathname: string
}): Place[] {
  const { slug } = here
  const inView = /\/fora\/(\d[^/]*)/.exec(here.pathname)?.[1]
  const forum = inView ?? (here.fora.find((one) => one.stage !== 'closed') ?? here.fora[0])?.label
  const programme = here.programmes[0]?.id
  const places: Place[] = [{ word: 'agreement', href: paths.agreement(slug) }]
  if (forum) {
    places.push({ word: 'forum', href: paths.forum(slug, forum), label: forum })
    places.push({ word: 'comparison', href: paths.comparison(slug, forum) })
    places.push({ word: 'plan', href: paths.plan(slug, forum) })
  }
  if (programme) places.push({ word: 'programme', href: paths.programme(slug, programme) })
  places.push({ word: 'records', href: paths.records(slug) }, { word: 'ledger', href: paths.ledger(slug) })
  if (here.secretariat) places.push({ word: 'secretariat', href: paths.secretariat(slug) })
  return places.map((place) => ({ ...place, current: currentAt(here.pathname, place) }))
}

function currentAt(pathname: string, place: Place): Place['current'] {
  if (pathname === place.href) return 'page'
  if (place.word === 'programme' && /\/(programmes|commitments)\//.test(pathname)) return 'true'
  if (place.word === 'records' && /\/(disclosures?|methods|strategies|criteria)(\/|$)/.test(pathname)) return 'true'
  return place.word === 'forum' && pathname === `${place.href}/minutes` ? 'true' : undefined
}

import { createSignal } from 'solid-js'
import type { Actor } from '../shared/agreement.ts'
import { isLanguage, type Language } from '../shared/text/languages.ts'
import { api, call, Problem, whenSignedOut } from './api.ts'
import { chooseLanguage, chosenLanguage, speak } from './text.ts'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const [actor, setActor] = createSignal<Actor | undefined>(undefined, { equals: same })
const [dutyCount, setDutyCount] = createSignal(0)
const [sessionKnown, setSessionKnown] = createSignal(false)

/** The signed-in person with every seat in force: what `refusal(actor(), …)` is asked with. */
/** How many duties wait on the person. */
/** Whether the server has told yet who is here. */
export { actor, dutyCount, sessionKnown }
export const signedIn = (): boolean => actor() !== undefined

/** Asks the server who is here: at the start, with each page, after signing in, and when duties may have changed. */
export async function refreshSession(): Promise<void> {
  const found = await call(api.api.session.$get()).catch((thrown: unknown) => {
    if (thrown instanceof Problem && thrown.code === 'not_signed_in') return undefined
    throw thrown
  })
  if (found && !chosenLanguage() && isLanguage(found.language)) await speak(found.language)
  setDutyCount(found?.duties ?? 0)
  setActor(found?.actor)
  setSessionKnown(true)
}

/** The person's choice of language: for this browser at once, and kept with the account. */
export async function changeLanguage(to: Language): Promise<void> {
  await chooseLanguage(to)
  if (signedIn()) await call(api.api.language.$put({ json: { language: to } }))
}

export async function signOut(): Promise<void> {
  await call(api.api.session.$delete())
  const { forgetKeptTexts } = await import('./live/kept.ts')
  await forgetKeptTexts().finally(() => setActor(undefined))
}

whenSignedOut(() => setActor(undefined))

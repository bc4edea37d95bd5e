import { createSignal } from 'solid-js'
import type { Actor } from '../shared/agreement.ts'
import { isLanguage } from '../shared/text/languages.ts'
import { call, Problem, whenSignedOut } from './api.ts'
import { chosenLanguage, speak } from './text.ts'

/** The answer of `GET /api/session`. */
export interface Session {
  actor: Actor
  language: string
  /** How many duties wait on the person. */
  duties: number
}

const [session, setSession] = createSignal<Session>()
const [asked, setAsked] = createSignal(false)

/** The signed-in person with every seat in force: what `refusal(actor(), …)` is asked with. */
export const actor = (): Actor | undefined => session()?.actor
export const signedIn = (): boolean => session() !== undefined
/** Whether the server has told yet who is here. */
export const sessionKnown = asked
export const dutyCount = (): number => session()?.duties ?? 0

/** Asks the server who is here: at the start, after signing in or out, and when duties may have changed. */
export async function refreshSession(): Promise<void> {
  const found = await call<Session>(fetch('/api/session')).catch((thrown: unknown) => {
    if (thrown instanceof Problem && thrown.code === 'not_signed_in') return undefined
    throw thrown
  })
  if (found && !chosenLanguage() && isLanguage(found.language)) await speak(found.language)
  setSession(found)
  setAsked(true)
}

export async function signOut(): Promise<void> {
  await call(fetch('/api/session', { method: 'DELETE' }))
  setSession(undefined)
}

whenSignedOut(() => setSession(undefined))

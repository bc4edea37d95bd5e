import { createComputed, createSignal, createUniqueId, onCleanup } from 'solid-js'
import { asProblem, type Problem } from '../api.ts'

/** Something that a page asked the server for, in whatever state it is. */
export interface Load<T> {
  /** What came last; it stays while it is asked for again. */
  value: () => T | undefined
  problem: () => Problem | undefined
  loading: () => boolean
  /** Asks again and settles when the answer is there. Rows that have not changed keep their elements, their focus and their input. */
  again: () => Promise<void>
}

/** Where an answer is put: a signal, or a store that keeps the rows of lists. */
export type Keep<T> = readonly [value: () => T | undefined, put: (value: T) => void]

/** `createLoad` without its care for rows: the shell carries no store. */
export const createPlainLoad = <T>(ask: () => Promise<T>): Load<T> => {
  const [value, setValue] = createSignal<T>()
  return loadInto(ask, [value, (next) => setValue(() => next)])
}

/**
 * Asks now, and again whenever a signal that `ask` reads (a route's parameter, a filter) changes. An answer that was
 * overtaken is dropped. Hides Solid's resources, which Solid 2 changes.
 */
export function loadInto<T>(ask: () => Promise<T>, [value, put]: Keep<T>): Load<T> {
  const [problem, setProblem] = createSignal<Problem>()
  const [loading, setLoading] = createSignal(true)
  let turn = 0
  const settle = async (asked: Promise<T>) => {
    const mine = ++turn
    setLoading(true)
    try {
      const answer = await asked
      if (mine !== turn) return
      put(answer)
      setProblem(undefined)
    } catch (thrown) {
      if (mine === turn) setProblem(asProblem(thrown))
    }
    if (mine === turn) setLoading(false)
  }
  createComputed(() => void settle(ask()))
  onCleanup(() => {
    turn++
  })
  return { value, problem, loading, again: () => settle(ask()) }
}

/** One change sent to the server at a time: whether it is under way, and what came of it. */
export function createAct<Args extends unknown[], T>(run: (...args: Args) => Promise<T>) {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const act = async (...args: Args): Promise<T | undefined> => {
    if (busy()) return undefined
    setBusy(true)
    setProblem(undefined)
    try {
      return await run(...args)
    } catch (thrown) {
      setProblem(asProblem(thrown))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { act, busy, problem, forget: () => setProblem(undefined) }
}

/** An id for wiring a label, a hint and an error to their control. */
export const uniqueId = (): string => createUniqueId()

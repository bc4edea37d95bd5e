import { createEffect, createSignal } from 'solid-js'
import type { ReadingInFull } from './overview.ts'
import { sumOf } from './sum.ts'

/** Whether the sum that this browser counted of what it shows is the one that the server gave. */
export type Counted = 'counting' | 'same' | 'other'

export function createCounted(reading: () => ReadingInFull | undefined): () => Counted {
  const [counted, setCounted] = createSignal<Counted>('counting')
  let turn = 0
  createEffect(() => {
    const shown = reading()
    const mine = ++turn
    setCounted('counting')
    if (!shown) return
    sumOf(shown.body).then(
      (sum) => mine === turn && setCounted(sum === shown.hash ? 'same' : 'other'),
      () => mine === turn && setCounted('other'),
    )
  })
  return counted
}

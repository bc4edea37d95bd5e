import type { JSX } from 'solid-js'
import { Unbuilt } from '../shell/unbuilt.tsx'

export function Page(): JSX.Element {
  return <Unbuilt title="commitment.title" />
}

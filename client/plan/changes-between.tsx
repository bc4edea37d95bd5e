import type { JSX } from 'solid-js'
import type { DraftPlan } from '../../shared/plan.ts'
import { changesBetween } from './changes.ts'
import { ChangesView } from './changes-view.tsx'

/** What differs between two texts that are both at hand; what is the same is left out. */
export function ChangesBetween(props: { before: DraftPlan; after: DraftPlan }): JSX.Element {
  const changes = () => {
    const { meta, preamble, measures } = changesBetween(props.before, props.after)
    return { meta, preamble, measures: measures.filter((measure) => measure.is !== 'same' || measure.moved) }
  }
  return <ChangesView changes={changes()} of="late" />
}

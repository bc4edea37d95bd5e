import { type JSX, Show } from 'solid-js'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { rich } from '../text.ts'
import type { PlanHere } from './overview.ts'

/** The gap of which a measure carries out the adoption, and the way there. */
export function Adopts(props: { measureId: string; here: Pick<PlanHere, 'adoptions'> }): JSX.Element {
  const agreement = useAgreement()
  return (
    <Show when={props.here.adoptions.find(({ measureId }) => measureId === props.measureId)}>
      {(adoption) => (
        <p class="meta">
          {rich(
            'gap.fromGap',
            { a: (inner) => <a href={paths.gap(agreement().slug, adoption().gapId)}>{inner}</a> },
            { number: adoption().gapNumber },
          )}
        </p>
      )}
    </Show>
  )
}

import { type JSX, Show } from 'solid-js'
import { type Day, dayOf } from '../../shared/dates.ts'
import { standing } from './answers.tsx'
import { Concurrences } from './concurrences.tsx'
import { FindingTable } from './finding-table.tsx'
import { LockedText } from './locked-text.tsx'
import type { Commitment, ProgrammeHead } from './programmes.ts'

/** The locked text beside what the delegations said on it. `under` is the level of the heading above. */
export function AgreedPart(props: { commitment: Commitment; programme: ProgrammeHead; under: number }): JSX.Element {
  return (
    <div class="commitment-top">
      <LockedText {...props} />
      <Concurrences programme={props.programme} />
    </div>
  )
}

/** The finding that stands on a day, with its reply; `otherwise` where the monitor has not spoken by then. */
export function StandingFinding(props: { commitment: Commitment; day: Day; otherwise: JSX.Element }): JSX.Element {
  return (
    <Show when={standing(props.commitment, props.day)} fallback={props.otherwise}>
      {(finding) => <FindingTable finding={finding()} commitment={props.commitment} day={props.day} path />}
    </Show>
  )
}

/** The findings that were superseded by a day, newest first. */
export const earlierFindings = (commitment: Commitment, day: Day) =>
  commitment.findings
    .filter((finding) => dayOf(finding.publishedAt) <= day && finding.id !== standing(commitment, day)?.id)
    .toReversed()

import { type JSX, Show } from 'solid-js'
import { hashedPlan } from '../../shared/plan.ts'
import { programmeBody } from '../../shared/programme.ts'
import { isEmptyText } from '../../shared/rich-text.ts'
import { t } from '../text.ts'
import { Agreed } from '../ui/agreed.tsx'
import { Part } from '../ui/lists.tsx'
import { RichTextView } from '../ui/rich-text-view.tsx'
import { Receipt } from './locked-text.tsx'
import type { Programme } from './programmes.ts'
import { Verify } from './verify.tsx'

/** What stands above all commitments, and the sum that seals the whole. */
export function Preamble(props: { programme: Programme }): JSX.Element {
  return (
    <Part title={isEmptyText(props.programme.preamble) ? t('commitment.verifyProgramme') : t('commitment.preamble')}>
      <Agreed
        hash={props.programme.hash}
        lockedAt={props.programme.lockedAt}
        proofs={<Receipt actId={props.programme.lockActId} />}
      >
        <Show when={!isEmptyText(props.programme.preamble)} fallback={<p>{props.programme.title}</p>}>
          <RichTextView text={props.programme.preamble} under={2} />
        </Show>
      </Agreed>
      <Verify
        programme={props.programme}
        text={() => hashedPlan(programmeBody(props.programme))}
        hash={props.programme.hash}
      />
    </Part>
  )
}

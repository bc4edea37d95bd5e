import { type JSX, Show } from 'solid-js'
import { newId } from '../../shared/ids.ts'
import { refusal } from '../../shared/permissions.ts'
import { stageRefusal } from '../../shared/plan.ts'
import { addMeasure } from '../../shared/plan-document.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { tell } from '../ui/toast.tsx'
import type { LiveDraft } from './live-draft.ts'
import { goToField, measureAnchor } from './measure-fields.ts'
import type { PlanHere, PlanSummary } from './overview.ts'

/** Adds a measure, and takes back or does again what was done to measures and terms. */
export function DraftSteps(props: {
  here: PlanHere
  plan: PlanSummary
  text: LiveDraft
  onAdded: (id: string) => void
}): JSX.Element {
  const { live, undo } = props.text
  const refused = () =>
    refusal(actor(), 'plan.edit', props.plan) ?? stageRefusal('edit', props.here.forum.stage) ?? live.refusal()
  const add = () => {
    const id = newId()
    live.doc.transact(() => addMeasure(live.doc, { id }))
    props.onAdded(id)
    tell(t('plan.added', { number: props.text.draft.measures.length }))
    queueMicrotask(() => goToField(`${measureAnchor(id)}-title`))
  }
  return (
    <div class="row">
      <Button refusal={refused()} onClick={add}>
        {t('plan.add')}
      </Button>
      <Show when={live.editable()}>
        <button type="button" class="link" disabled={!undo.canUndo()} onClick={undo.undo}>
          {t('plan.undo')}
        </button>
        <button type="button" class="link" disabled={!undo.canRedo()} onClick={undo.redo}>
          {t('plan.redo')}
        </button>
      </Show>
    </div>
  )
}

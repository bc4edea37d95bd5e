import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Missing } from '../../shared/gate.ts'
import { refusal } from '../../shared/permissions.ts'
import { stageRefusal } from '../../shared/plan.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { entryName, entryWord } from './gate-words.ts'
import { fieldAnchor, goToField } from './measure-fields.ts'
import { nextNumber, type PlanHere, type PlanSummary } from './overview.ts'

/** Everything that keeps the text from being a reading, each a way to its place, and the button that freezes it. */
export function GateList(props: {
  here: PlanHere
  plan: PlanSummary
  missing: readonly Missing[]
  /** Something that was written here is not on the server yet. */
  unsaved: boolean
  /** Freezes what is saved. */
  onFreeze: () => Promise<void>
}): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const number = () => nextNumber(props.here)
  const refused = () =>
    refusal(actor(), 'plan.freeze', props.plan) ??
    stageRefusal('freeze', props.here.forum.stage) ??
    (props.missing.length > 0 || props.unsaved ? 'plan_incomplete' : undefined)
  const reason = () => {
    if (refused() !== 'plan_incomplete') return undefined
    return props.missing.length > 0 ? t('plan.gate.notYet', { count: props.missing.length }) : t('plan.freeze.unsaved')
  }
  const freeze = async () => {
    await props.onFreeze()
    setAsking(false)
  }
  return (
    <section class="gate" id="missing" aria-labelledby="gate-h">
      <h2 id="gate-h">{t('plan.gate.title', { number: number() })}</h2>
      <Show when={props.missing.length > 0} fallback={<p class="meta">{t('plan.gate.nothing')}</p>}>
        <ol>
          <For each={props.missing}>{(entry) => <GateEntry entry={entry} />}</For>
        </ol>
      </Show>
      <Button refusal={refused()} reason={reason()} onClick={() => setAsking(true)}>
        {t('plan.freeze', { number: number() })}
      </Button>
      <Dialog open={asking()} title={t('plan.freeze', { number: number() })} onClose={() => setAsking(false)}>
        <p>{t('plan.freeze.what')}</p>
        <p class="row">
          <Button primary onClick={freeze}>
            {t('plan.freeze', { number: number() })}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
        </p>
      </Dialog>
    </section>
  )
}

function GateEntry(props: { entry: Missing }): JSX.Element {
  const anchor = () => fieldAnchor(props.entry.measureId, props.entry.field)
  const go = (event: MouseEvent) => {
    event.preventDefault()
    goToField(anchor())
  }
  return (
    <li>
      <a href={`#${anchor()}`} onClick={go}>
        {entryName(props.entry)}
      </a>{' '}
      <span>{entryWord(props.entry)}</span>
    </li>
  )
}

import { type JSX, Show } from 'solid-js'
import { moveMeasure, removeMeasure, restoreMeasure } from '../../shared/plan-document.ts'
import { t } from '../text.ts'
import { tell } from '../ui/toast.tsx'
import type { LiveDraft } from './live-draft.ts'
import { measureAnchor } from './measure-fields.ts'

/** Moves a measure or takes it out; what is taken out can be put back, with whatever others wrote in it meanwhile. */
export function MeasureActs(props: { id: string; number: number; text: LiveDraft }): JSX.Element {
  const doc = () => props.text.live.doc
  const count = () => props.text.draft.measures.length
  const move = (event: MouseEvent & { currentTarget: HTMLElement }, by: 1 | -1) => {
    const number = props.number + by
    const button = event.currentTarget
    doc().transact(() => moveMeasure(doc(), props.id, number - 1))
    tell(t('plan.moved', { number }))
    // The measure has another place now, and its button the focus that it had.
    queueMicrotask(() =>
      button.isConnected ? button.focus() : document.getElementById(measureAnchor(props.id))?.focus(),
    )
  }
  const remove = () => {
    const { id, number } = props
    doc().transact(() => removeMeasure(doc(), id))
    document.getElementById('outline-h')?.focus()
    const putBack = () => doc().transact(() => restoreMeasure(doc(), id))
    props.text.untilLeft(tell(t('plan.removed', { number }), { words: t('plan.putBack'), run: putBack }))
  }
  return (
    <Show when={props.text.live.editable()}>
      <p class="measure-acts">
        <button
          type="button"
          class="link"
          aria-label={t('plan.up.named', { number: props.number })}
          disabled={props.number === 1}
          onClick={(event) => move(event, -1)}
        >
          {t('plan.up')}
        </button>{' '}
        <button
          type="button"
          class="link"
          aria-label={t('plan.down.named', { number: props.number })}
          disabled={props.number === count()}
          onClick={(event) => move(event, 1)}
        >
          {t('plan.down')}
        </button>{' '}
        <button
          type="button"
          class="link"
          aria-label={t('plan.remove.named', { number: props.number })}
          onClick={remove}
        >
          {t('plan.remove')}
        </button>
      </p>
    </Show>
  )
}

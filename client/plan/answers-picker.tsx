import { For, type JSX, Show } from 'solid-js'
import type * as Y from 'yjs'
import { setAnswers } from '../../shared/plan-document.ts'
import type { LiveText } from '../live/live-text.ts'
import { t } from '../text.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Disclose } from '../ui/disclose.tsx'
import type { PlanHere } from './overview.ts'

/** Says which agenda items a measure answers. */
export function AnswersPicker(props: {
  live: LiveText
  map: Y.Map<unknown>
  answers: readonly string[]
  here: PlanHere
}): JSX.Element {
  const choose = (id: string, on: boolean) => {
    const others = props.answers.filter((one) => one !== id)
    props.live.doc.transact(() => setAnswers(props.map, on ? [...others, id] : others))
  }
  return (
    <Show when={props.here.items.length > 0 && props.live.editable()}>
      <div class="not-printed">
        <Disclose summary={t('plan.field.answers')}>
          <For each={props.here.items}>
            {(item) => (
              <Checkbox
                label={t('plan.item', { position: item.position, title: item.title })}
                checked={props.answers.includes(item.id)}
                onChange={(on) => choose(item.id, on)}
              />
            )}
          </For>
        </Disclose>
      </div>
    </Show>
  )
}

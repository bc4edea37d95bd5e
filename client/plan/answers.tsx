import { For, type JSX, Show } from 'solid-js'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import type { PlanHere } from './overview.ts'

/** The agenda items that a measure answers, each a way there. */
export function Answers(props: { answers: readonly string[]; here: PlanHere }): JSX.Element {
  const agreement = useAgreement()
  const items = () => props.here.items.filter((item) => props.answers.includes(item.id))
  return (
    <Show when={items().length > 0}>
      <p class="meta">
        {t('plan.answers')}{' '}
        <For each={items()}>
          {(item, index) => (
            <>
              {index() > 0 && ', '}
              <a href={paths.item(agreement().slug, props.here.forum.label, item.id)}>
                {t('plan.item', { position: item.position, title: item.title })}
              </a>
            </>
          )}
        </For>
      </p>
    </Show>
  )
}

import { type JSX, lazy, Show, Suspense } from 'solid-js'
import type { DraftPlan, PlanBody } from '../../shared/plan.ts'
import { t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'

const ChangesView = lazy(async () => ({ default: (await import('./changes-between.tsx')).ChangesBetween }))

/** The text as its author had it, with changes that came after it was frozen. */
export interface LateWords {
  count: number
  draft: DraftPlan
}

/** Tells somebody whose words came too late that they are not lost, and shows them beside what was frozen. */
export function LateNote(props: { late: LateWords | undefined; body: PlanBody }): JSX.Element {
  return (
    <Show when={props.late}>
      {(late) => (
        <div class="frozen late-words" role="status">
          <p>{t('plan.late', { count: late().count })}</p>
          <Disclose summary={t('plan.late.see')}>
            <Suspense>
              <ChangesView before={props.body} after={late().draft} />
            </Suspense>
          </Disclose>
        </div>
      )}
    </Show>
  )
}

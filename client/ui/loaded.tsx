import { type JSX, Match, Show, Switch } from 'solid-js'
import { problemText } from '../api.ts'
import { t } from '../text.ts'
import { Button } from './button.tsx'
import type { Load } from './solid.ts'

/** Shows what was loaded; while it is on its way, says so; when it failed, says why and offers to try again. */
export function Loaded<T>(props: { load: Load<T>; children: (value: () => T) => JSX.Element }): JSX.Element {
  return (
    <Switch
      fallback={
        <p class="meta" role="status">
          {t('ui.loading')}
        </p>
      }
    >
      <Match when={props.load.value() !== undefined}>
        <Show when={props.load.problem()}>
          {(problem) => (
            <p class="issue" role="alert">
              {problemText(problem())}
            </p>
          )}
        </Show>
        {props.children(() => props.load.value() as T)}
      </Match>
      <Match when={props.load.problem()}>
        {(problem) => (
          <div class="empty">
            <p role="alert">{problemText(problem())}</p>
            <Button onClick={() => props.load.again()}>{t('ui.retry')}</Button>
          </div>
        )}
      </Match>
    </Switch>
  )
}

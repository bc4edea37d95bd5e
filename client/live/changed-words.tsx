import { For, type JSX, Match, Switch } from 'solid-js'
import { t } from '../text.ts'
import type { Words } from './paragraph-changes.ts'

/** Words of two versions in one text. What was put in and taken out is said in words too, never by its look alone. */
export const ChangedWords = (props: { words: readonly Words[] }): JSX.Element => (
  <For each={props.words}>{(run) => <ChangedRun run={run} />}</For>
)

export function ChangedRun(props: { run: Words }): JSX.Element {
  return (
    <Switch fallback={props.run.text}>
      <Match when={props.run.is === 'in'}>
        <ins>
          <span class="vh">{t('live.inserted')} </span>
          {props.run.text}
        </ins>
      </Match>
      <Match when={props.run.is === 'out'}>
        <del>
          <span class="vh">{t('live.deleted')} </span>
          {props.run.text}
        </del>
      </Match>
    </Switch>
  )
}

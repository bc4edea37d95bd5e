import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { paragraphsOf } from '../../../shared/method.ts'
import { paragraphs } from '../../../shared/rich-text.ts'
import { paragraphChanges, type Words, wordChanges } from '../../plan/paragraph-changes.ts'
import { t } from '../../text.ts'
import type { FiledMethod } from './methods.ts'

/** Two versions in one text, by paragraph and word. What was put in and taken out is said in words too. */
export function MethodDiff(props: { from: FiledMethod; to: FiledMethod }): JSX.Element {
  const textOf = (method: FiledMethod) => paragraphs(...paragraphsOf(method.body))
  const changes = () => paragraphChanges(textOf(props.from), textOf(props.to))
  const count = () => changes().filter((change) => change.is !== 'same').length
  return (
    <article class="hist-text">
      <h3>{t('method.between', { from: props.from.version, to: props.to.version })}</h3>
      <p class="meta" role="status">
        {t('method.changed', { count: count() })}
      </p>
      <Show when={props.from.title !== props.to.title}>
        <p>
          <b>
            <For each={wordChanges(props.from.title, props.to.title)}>{(run) => <Run run={run} />}</For>
          </b>
        </p>
      </Show>
      <div class="prose">
        <For each={changes()}>
          {(paragraph) => (
            <p>
              <For each={paragraph.words}>{(run) => <Run run={run} />}</For>
            </p>
          )}
        </For>
      </div>
    </article>
  )
}

function Run(props: { run: Words }): JSX.Element {
  return (
    <Switch fallback={props.run.text}>
      <Match when={props.run.is === 'in'}>
        <ins>
          <span class="vh">{t('plan.compare.inserted')} </span>
          {props.run.text}
        </ins>
      </Match>
      <Match when={props.run.is === 'out'}>
        <del>
          <span class="vh">{t('plan.compare.deleted')} </span>
          {props.run.text}
        </del>
      </Match>
    </Switch>
  )
}

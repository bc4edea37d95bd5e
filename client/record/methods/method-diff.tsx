import { For, type JSX, Show } from 'solid-js'
import { paragraphsOf } from '../../../shared/method.ts'
import { paragraphs } from '../../../shared/rich-text.ts'
import { ChangedWords } from '../../live/changed-words.tsx'
import { paragraphChanges, wordChanges } from '../../live/paragraph-changes.ts'
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
            <ChangedWords words={wordChanges(props.from.title, props.to.title)} />
          </b>
        </p>
      </Show>
      <div class="prose">
        <For each={changes()}>
          {(paragraph) => (
            <p>
              <ChangedWords words={paragraph.words} />
            </p>
          )}
        </For>
      </div>
    </article>
  )
}

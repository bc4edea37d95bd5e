import { For, type JSX, Show } from 'solid-js'
import type { Missing } from '../../shared/gate.ts'
import { t } from '../text.ts'
import { goToField, measureAnchor } from './measure-fields.ts'

export interface OutlineEntry {
  id: string
  title: string
}

/** What the text holds, with how much each part lacks. */
export function Outline(props: {
  measures: readonly OutlineEntry[]
  missing: readonly Missing[]
  /** The measure that the reader is in. */
  current?: string | undefined
  onCurrent?: ((measureId: string | undefined) => void) | undefined
  children?: JSX.Element | undefined
}): JSX.Element {
  const lacks = (id: string | undefined) => props.missing.filter((entry) => entry.measureId === id).length
  return (
    <nav class="outline" aria-labelledby="outline-h">
      <h2 id="outline-h">{t('plan.outline')}</h2>
      <ol>
        <li>
          <OutlineLink
            anchor="preamble"
            number=""
            title={t('plan.preamble')}
            lacks={lacks(undefined)}
            onGo={() => props.onCurrent?.(undefined)}
          />
        </li>
        <For each={props.measures}>
          {(measure, index) => (
            <li>
              <OutlineLink
                anchor={measureAnchor(measure.id)}
                number={String(index() + 1)}
                title={measure.title || t('plan.untitled')}
                lacks={lacks(measure.id)}
                current={props.current === measure.id}
                onGo={() => props.onCurrent?.(measure.id)}
              />
            </li>
          )}
        </For>
      </ol>
      {props.children}
    </nav>
  )
}

function OutlineLink(props: {
  anchor: string
  number: string
  title: string
  lacks: number
  current?: boolean
  onGo: () => void
}): JSX.Element {
  const go = (event: MouseEvent) => {
    event.preventDefault()
    props.onGo()
    goToField(props.anchor)
  }
  return (
    <a href={`#${props.anchor}`} aria-current={props.current ? 'true' : undefined} onClick={go}>
      <span class="n">{props.number}</span>
      <span>{props.title}</span>{' '}
      <Show when={props.lacks > 0}>
        <span class="lack">{t('plan.lacks', { count: props.lacks })}</span>
      </Show>
    </a>
  )
}

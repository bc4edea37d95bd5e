import { For, type JSX, Show } from 'solid-js'
import { isWebAddress } from '../../shared/evidence.ts'
import { t } from '../text.ts'
import type { Finding, Report } from './programmes.ts'

type Item = Report['evidence'][number] | Finding['evidence'][number]

/** What something rests on: each piece with what it is and, in findings, whose word it is. Links leave for other sites. */
export function EvidenceList(props: { items: readonly Item[] }): JSX.Element {
  return (
    <ul class="evidence">
      <For each={props.items}>
        {(item) => (
          <li>
            <Show when={item.url && isWebAddress(item.url)} fallback={item.title}>
              <a href={item.url} rel="external noreferrer nofollow">
                {item.title}
              </a>
            </Show>
            <Show when={item.description}>{(description) => <>: {description()}</>}</Show>{' '}
            <span class="meta">({kindOf(item)})</span>
          </li>
        )}
      </For>
    </ul>
  )
}

const kindOf = (item: Item): string =>
  'provenance' in item
    ? `${t(`commitment.kind.${item.kind}`)}, ${t(`commitment.provenance.${item.provenance}`)}`
    : t(`commitment.kind.${item.kind}`)

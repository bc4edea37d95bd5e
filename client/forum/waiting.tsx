import { type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Lines } from '../ui/lists.tsx'
import { originWords } from './agenda.tsx'
import type { Item } from './fora.ts'

/** What came when this forum's agenda was made already: it is not lost, it goes to the next one. */
export function Waiting(props: { items: readonly Item[] }): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <Disclose summary={t('forum.waiting', { count: props.items.length })}>
        <Lines rows={props.items}>
          {(item) => (
            <>
              <Show when={item.originPath} fallback={item.title}>
                {(path) => <a href={path()}>{item.title}</a>}
              </Show>{' '}
              <span class="meta">{originWords(item)}</span>
            </>
          )}
        </Lines>
      </Disclose>
    </Show>
  )
}

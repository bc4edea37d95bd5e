import { For, type JSX, Show } from 'solid-js'
import { dayOf } from '../../shared/dates.ts'
import { inherited } from '../../shared/forum.ts'
import { formatDay, t } from '../text.ts'
import type { Item } from './fora.ts'
import { ItemState } from './item-state.tsx'

/** What the forum has before it: what it inherited first, then what was proposed. */
export function Agenda(props: {
  items: readonly Item[]
  current: string | undefined
  onOpen: (id: string) => void
  children?: JSX.Element
}): JSX.Element {
  const inherits = () => props.items.filter(({ origin }) => inherited(origin))
  const proposed = () => props.items.filter(({ origin }) => !inherited(origin))
  const disposed = () => inherits().filter(({ disposition }) => disposition !== undefined).length
  return (
    <section class="agenda" aria-labelledby="agenda-h">
      <div class="agenda-head">
        <h2 id="agenda-h">{t('forum.agenda')}</h2>
        <p class="meta">{t('forum.agendaCount', { count: inherits().length, disposed: disposed() })}</p>
      </div>
      <Show when={props.items.length > 0} fallback={<p class="meta agenda-empty">{t('forum.agendaEmpty')}</p>}>
        <Items {...props} heading={t('forum.inherited')} items={inherits()} all={props.items} />
        <Items {...props} heading={t('forum.proposed')} items={proposed()} all={props.items} />
      </Show>
      {props.children}
    </section>
  )
}

function Items(props: {
  heading: string
  items: readonly Item[]
  all: readonly Item[]
  current: string | undefined
  onOpen: (id: string) => void
}): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <h3>{props.heading}</h3>
      <ol>
        <For each={props.items}>
          {(item) => (
            <li>
              <a
                class="item"
                id={`item-${item.id}`}
                href={`#item-${item.id}`}
                aria-current={item.id === props.current ? 'true' : undefined}
                onClick={() => props.onOpen(item.id)}
              >
                <span class="n">{item.position}</span> <span class="t">{item.title}</span>{' '}
                <span class="o">{originWords(item)}</span> <ItemState item={item} items={props.all} />
              </a>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}

/** In a line: what it came from, and when. */
export const originWords = (item: Item): string =>
  item.origin === 'proposed'
    ? t('forum.proposedBy', { name: item.addedBy ?? '' })
    : t(`forum.origin.${item.origin}`, { day: formatDay(dayOf(item.addedAt), 'medium'), label: from(item) })

const from = (item: Item): string => (typeof item.detail.forum === 'string' ? item.detail.forum.replace('-', '/') : '')

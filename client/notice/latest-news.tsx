import { For, type JSX, Show } from 'solid-js'
import { poll } from '../forum/polling.ts'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { uniqueId } from '../ui/solid.ts'
import { loadNews, markRead, newsWords } from './news.ts'

/** The few newest things that the person has not read, and the way to all of them. */
export function LatestNews(): JSX.Element {
  const id = uniqueId()
  const load = createLoad(loadNews)
  poll(load.again, 60_000)
  const unread = () => (load.value() ?? []).filter(({ readAt }) => !readAt)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('notice.news')}</h2>
      <Show when={unread().length > 0} fallback={<p class="meta">{t('notice.noNews')}</p>}>
        <ul class="lines">
          <For each={unread().slice(0, 5)}>
            {(news) => (
              <li>
                <a href={news.path} onClick={() => markRead(news)}>
                  {newsWords(news)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="meta">
        <a href={paths.notifications()}>{t('notice.allNews', { unread: unread().length })}</a>
      </p>
    </section>
  )
}

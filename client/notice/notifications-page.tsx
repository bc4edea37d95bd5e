import './notice.css'
import { For, type JSX, Show } from 'solid-js'
import { api, call } from '../api.ts'
import { poll } from '../forum/polling.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { State } from '../ui/state.tsx'
import { tell } from '../ui/toast.tsx'
import { loadNews, markRead, type News, newsWords } from './news.ts'

/** What happened in the person's agreements, newest first. */
export function Page(): JSX.Element {
  const load = createLoad(loadNews)
  poll(load.again, 60_000)
  const unread = () => (load.value() ?? []).filter(({ readAt }) => !readAt).length
  const readAll = async () => {
    const newest = load.value()?.[0]
    if (!newest) return
    await call(api.api.notifications.read.$put({ json: { upTo: newest.at } }))
    await load.again()
    tell(t('notice.allRead'))
  }
  return (
    <>
      <PageHead
        title={t('notice.news')}
        lede={t('notice.newsLede', { unread: unread() })}
        aside={
          <Show when={unread() > 0}>
            <Button onClick={readAll}>{t('notice.readAll')}</Button>
          </Show>
        }
      />
      <Loaded load={load}>
        {(all) => (
          <Show when={all().length > 0} fallback={<Empty what={t('notice.noNews')} who={t('notice.noNewsWhy')} />}>
            <ol class="lines news">
              <For each={all()}>{(news) => <OneNews news={news} />}</For>
            </ol>
          </Show>
        )}
      </Loaded>
    </>
  )
}

function OneNews(props: { news: News }): JSX.Element {
  return (
    <li class="news-line" classList={{ unread: !props.news.readAt }}>
      <time datetime={props.news.at}>{formatInstant(props.news.at)}</time>
      <p>
        <a href={props.news.path} onClick={() => markRead(props.news)}>
          {newsWords(props.news)}
        </a>{' '}
        <span class="meta">{props.news.agreementTitle}</span>
      </p>
      <Show when={!props.news.readAt}>
        <State mark="full">{t('notice.unread')}</State>
      </Show>
    </li>
  )
}

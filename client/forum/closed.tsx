import { type JSX, Show } from 'solid-js'
import { paths } from '../paths.ts'
import { formatInstant, rich, t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { type Forum, forumName, loadFora } from './fora.ts'

/** What stands in place of the steps when there are none left: that it closed, and which forum carries on. */
export function Closed(props: { forum: Forum }): JSX.Element {
  const fora = createLoad(() => loadFora(props.forum.agreementId))
  const next = () => fora.value()?.find(({ follows }) => follows === props.forum.id)
  return (
    <section class="blocks" aria-label={t('forum.stage.closed')}>
      <p>{t('forum.closedAt', { when: formatInstant(props.forum.closedAt ?? props.forum.stageSince, 'full') })}</p>
      <Show when={next()}>
        {(forum) => (
          <p>
            {rich(
              'forum.carriedOn',
              { a: (inner) => <a href={paths.forum(forum().agreementSlug, forum().label)}>{inner}</a> },
              { forum: forumName(forum().label) },
            )}
          </p>
        )}
      </Show>
    </section>
  )
}

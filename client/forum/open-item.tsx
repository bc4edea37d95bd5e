import { createEffect, createSignal, type JSX, Show } from 'solid-js'
import { inherited } from '../../shared/forum.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor, refreshSession } from '../session.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { tell } from '../ui/toast.tsx'
import { Chain } from './chain.tsx'
import { DispositionForm, FourWays } from './disposition-form.tsx'
import type { Forum, Item } from './fora.ts'
import { ItemState } from './item-state.tsx'

/** One item of the agenda: how it came here, and what becomes of it. `opened` counts how often somebody went to it. */
export function OpenItem(props: {
  forum: Forum
  item: Item
  items: readonly Item[]
  opened: number
  again: () => Promise<unknown>
}): JSX.Element {
  let heading: HTMLHeadingElement | undefined
  createEffect(() => props.opened > 0 && heading && goTo(heading))
  return (
    <article class="open-item" id="open" aria-labelledby="open-h">
      <div class="agenda-head">
        <p class="as-h2">{t('forum.itemNumber', { number: props.item.position })}</p>{' '}
        <p class="meta">{t(inherited(props.item.origin) ? 'forum.inheritedOne' : 'forum.proposedOne')}</p>
      </div>
      <h2
        id="open-h"
        tabindex="-1"
        ref={(element) => {
          heading = element
        }}
      >
        {props.item.title}
      </h2>
      <Show when={props.item.body}>
        <p class="item-body">{props.item.body}</p>
      </Show>
      <section aria-labelledby="chain-h">
        <h3 id="chain-h">{t('forum.chain')}</h3>
        <Chain item={props.item} />
      </section>
      <section aria-labelledby="disp-h">
        <h3 id="disp-h">{t('forum.disposition')}</h3>
        <div class="proposal">
          <Standing item={props.item} items={props.items} />
          <Show when={!props.item.withdrawnAt}>
            <Deciding {...props} />
          </Show>
        </div>
      </section>
    </article>
  )
}

/** Below the agenda, on a phone, the item is brought into view; beside it, it is there already. */
function goTo(heading: HTMLElement): void {
  heading.focus({ preventScroll: true })
  if (matchMedia('(width < 56rem)').matches) requestAnimationFrame(() => heading.parentElement?.scrollIntoView())
}

/** What stands: the disposition with its reason, and whose act it was. */
function Standing(props: { item: Item; items: readonly Item[] }): JSX.Element {
  const when = () => props.item.withdrawnAt ?? props.item.disposedAt
  return (
    <div>
      <p>
        <ItemState item={props.item} items={props.items} />
      </p>
      <Show when={props.item.reason}>
        <p class="reason">{props.item.reason}</p>
      </Show>
      <Show when={when()}>
        {(at) => (
          <p class="meta">
            {t('forum.recordedBy', {
              name: props.item.withdrawnAt ? 'none' : (props.item.disposedBy ?? 'none'),
              when: formatInstant(at()),
            })}
          </p>
        )}
      </Show>
    </div>
  )
}

/** For the secretariat the form; for all others what the four ways are, and why the form is not theirs. */
function Deciding(props: {
  forum: Forum
  item: Item
  items: readonly Item[]
  again: () => Promise<unknown>
}): JSX.Element {
  const [changing, setChanging] = createSignal(false)
  const subject = () => ({ agreementId: props.forum.agreementId, state: props.forum.stage })
  const refused = () => refusal(actor(), 'item.dispose', subject())
  const closed = () => props.forum.stage === 'closed'
  const reason = () =>
    refused() === 'forum_stage' ? t(closed() ? 'refusal.forum_closed' : 'forum.disposeLater') : undefined
  const done = async () => {
    setChanging(false)
    tell(t('forum.disposed', { number: props.item.position }))
    await Promise.all([props.again(), refreshSession()])
  }
  return (
    <>
      <Show
        when={!refused() && (changing() || !props.item.disposition)}
        fallback={
          <div class="acts-row">
            <Button refusal={refused()} reason={reason()} onClick={() => setChanging(true)}>
              {t(props.item.disposition ? 'forum.redispose' : 'forum.dispose')}
            </Button>
            <Withdraw forum={props.forum} item={props.item} again={props.again} />
          </div>
        }
      >
        <DispositionForm
          item={props.item}
          items={props.items}
          onDone={done}
          beside={
            <Show when={changing()} fallback={<Withdraw forum={props.forum} item={props.item} again={props.again} />}>
              <Button onClick={() => setChanging(false)}>{t('ui.cancel')}</Button>
            </Show>
          }
        />
      </Show>
      <Show when={refused() && !closed()}>
        <FourWays />
      </Show>
    </>
  )
}

/** Only what was proposed can be taken back; an inherited item has no such button to press in vain. */
function Withdraw(props: { forum: Forum; item: Item; again: () => Promise<unknown> }): JSX.Element {
  const subject = () => ({ agreementId: props.forum.agreementId, state: props.forum.stage })
  const withdraw = async () => {
    await call(api.api.items[':id'].withdrawal.$put({ param: { id: props.item.id } }))
    tell(t('forum.withdrawn', { number: props.item.position }))
    await props.again()
  }
  return (
    <Show when={props.item.origin === 'proposed'}>
      <Button refusal={refusal(actor(), 'item.withdraw', subject())} onClick={withdraw}>
        {t('forum.withdraw')}
      </Button>
    </Show>
  )
}

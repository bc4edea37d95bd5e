import { For, type JSX, Show } from 'solid-js'
import type { ChainLink } from '../../shared/agenda.ts'
import { dayOf } from '../../shared/dates.ts'
import { formatDay, rich, t, tKind } from '../text.ts'
import type { Item } from './fora.ts'

/** How an item came to this forum, step by step, oldest first; what was said of its origin since stands after it. */
export function Chain(props: { item: Item }): JSX.Element {
  const placedOn = () => dayOf(props.item.addedAt)
  const links = () => (props.item.detail.chain ?? []).toSorted((a, b) => a.on.localeCompare(b.on))
  return (
    <ol class="chain">
      <For each={links().filter(({ on }) => on <= placedOn())}>{(link) => <Link link={link} />}</For>
      <li aria-current="true">
        <Day on={placedOn()} />
        <p>
          <Show
            when={props.item.origin !== 'proposed'}
            fallback={rich('forum.thisProposal', { b: bold }, { name: props.item.addedBy ?? '' })}
          >
            {rich(`forum.thisItem.${props.item.origin as 'finding'}`, { b: bold })}
          </Show>
        </p>
      </li>
      <For each={links().filter(({ on }) => on > placedOn())}>{(link) => <Link link={link} />}</For>
    </ol>
  )
}

function Link(props: { link: ChainLink }): JSX.Element {
  const b = (inner: JSX.Element) => (
    <b>
      <Show when={props.link.path} fallback={inner}>
        {(path) => <a href={path()}>{inner}</a>}
      </Show>
    </b>
  )
  return (
    <li>
      <Day on={props.link.on} />
      <div>
        <p>{rich(`forum.chain.${props.link.kind}`, { b }, { title: titleOf(props.link) })}</p>
        <Show when={props.link.note}>
          <p class="meta">{props.link.note}</p>
        </Show>
        <Axes link={props.link} />
      </div>
    </li>
  )
}

/** The two axes of a finding, side by side and never one. */
function Axes(props: { link: ChainLink }): JSX.Element {
  return (
    <Show when={props.link.implementation ?? props.link.outcome}>
      <p class="axes-inline">
        <Show when={props.link.implementation}>
          {(code) => (
            <span>
              <i>{t('forum.axis.implementation')}</i> {tKind('commitment.implementation', code())}
            </span>
          )}
        </Show>{' '}
        <Show when={props.link.outcome}>
          {(code) => (
            <span>
              <i>{t('forum.axis.outcome')}</i> {tKind('commitment.outcome', code())}
            </span>
          )}
        </Show>
      </p>
    </Show>
  )
}

const Day = (props: { on: string }): JSX.Element => <time datetime={props.on}>{formatDay(props.on, 'medium')}</time>
const bold = (inner: JSX.Element): JSX.Element => <b>{inner}</b>
const titleOf = (link: ChainLink): string => (link.kind === 'deferral' ? link.title.replace('-', '/') : link.title)

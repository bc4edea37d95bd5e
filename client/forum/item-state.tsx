import type { JSX } from 'solid-js'
import type { Disposition } from '../../shared/agenda.ts'
import { inherited } from '../../shared/forum.ts'
import type { Mark } from '../../shared/marks.ts'
import { formatDay, t } from '../text.ts'
import { State } from '../ui/state.tsx'
import type { Item } from './fora.ts'

const marks: Record<Disposition, Mark> = { taken_up: 'full', merged: 'full', deferred: 'half', declined: 'struck' }

/** What became of an item, or that nothing has yet. */
export function ItemState(props: { item: Item; items: readonly Item[] }): JSX.Element {
  return <State mark={markOf(props.item)}>{stateWords(props.item, props.items)}</State>
}

const markOf = (item: Item): Mark => (item.withdrawnAt ? 'none' : item.disposition ? marks[item.disposition] : 'empty')

export function stateWords(item: Item, items: readonly Item[]): string {
  if (item.withdrawnAt) return t('forum.item.withdrawn')
  switch (item.disposition) {
    case undefined:
      return t(inherited(item.origin) ? 'forum.item.undisposed' : 'forum.item.open')
    case 'merged':
      return t('forum.item.mergedInto', { number: items.find(({ id }) => id === item.mergedInto)?.position ?? 0 })
    case 'deferred':
      return t('forum.item.deferredTo', { day: item.deferredTo ? formatDay(item.deferredTo) : '' })
    default:
      return t(`forum.disposition.${item.disposition}`)
  }
}

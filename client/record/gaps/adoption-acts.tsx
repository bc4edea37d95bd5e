import { For, type JSX, Show } from 'solid-js'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { forumName, loadFora } from '../../forum/fora.ts'
import { actor, refreshSession } from '../../session.ts'
import { language, t } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { tell } from '../../ui/toast.tsx'
import type { GapView, Place } from './gaps.ts'

interface Props {
  gap: GapView
  places: readonly Place[]
  again: () => Promise<unknown>
}

/** Where the adoption stands in plans, and the one click by which it does. */
export function PlaceAct(props: Props): JSX.Element {
  const refused = () =>
    refusal(actor(), 'adoption.place', { agreementId: props.gap.agreementId, state: props.gap.state })
  const place = async () => {
    const param = { id: props.gap.id }
    await call(api.api.gaps[':id'].measure.$put({ param, json: { language: language() } }))
    tell(t('gap.placed'))
    await props.again()
  }
  return (
    <>
      <Show when={props.places.length > 0}>
        <ul class="lines">
          <For each={props.places}>
            {(one) => (
              <li>
                <a href={one.path}>{t('gap.placedIn', { forum: forumName(one.forumLabel) })}</a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.gap.state !== 'closed'}>
        <p class="meta">{t('gap.placeMeans')}</p>
        <Button refusal={refused()} onClick={place}>
          {t('gap.place')}
        </Button>
      </Show>
    </>
  )
}

/** The figures of the forum that sits, or sat last, say whether the team is still behind. */
export function MeasureAct(props: Props): JSX.Element {
  const refused = () =>
    refusal(actor(), 'adoption.measure', { agreementId: props.gap.agreementId, state: props.gap.state })
  const measure = async () => {
    const fora = await loadFora(props.gap.agreementId)
    const open = fora.find(({ stage }) => !['notice', 'disclosure'].includes(stage))
    const param = { id: props.gap.id }
    await call(api.api.gaps[':id'].measurement.$put({ param, json: { forumId: open?.id ?? props.gap.forumId } }))
    tell(t('gap.measured'))
    await Promise.all([props.again(), refreshSession()])
  }
  return (
    <>
      <p class="meta">{t('gap.measureMeans')}</p>
      <Button refusal={refused()} onClick={measure}>
        {t('gap.measure')}
      </Button>
    </>
  )
}

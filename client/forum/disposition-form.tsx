import { createSignal, For, type JSX, Match, Switch } from 'solid-js'
import { type Disposition, disposal, dispositions, mergesIntoItself } from '../../shared/agenda.ts'
import { api, call } from '../api.ts'
import { t, today } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Fact, Facts } from '../ui/lists.tsx'
import { Select } from '../ui/select.tsx'
import type { Item } from './fora.ts'

/** One of the four ways, with what that way asks for. The choices are never weighted. */
export function DispositionForm(props: {
  item: Item
  items: readonly Item[]
  onDone: () => Promise<unknown>
  beside?: JSX.Element
}): JSX.Element {
  const [way, setWay] = createSignal<Disposition | undefined>(props.item.disposition)
  const [into, setInto] = createSignal(props.item.mergedInto)
  const [until, setUntil] = createSignal(props.item.deferredTo)
  const [reason, setReason] = createSignal(props.item.reason ?? '')
  const chosen = () => ({
    disposition: way(),
    ...(way() === 'merged' && { into: into() }),
    ...(way() === 'deferred' && { until: until() }),
    ...(reason().trim() && { reason: reason() }),
    ...(props.item.disposedAt && { replaces: props.item.disposedAt }),
  })
  const send = async () => {
    const json = disposal.parse(chosen())
    await call(api.api.items[':id'].disposition.$put({ param: { id: props.item.id }, json }))
    await props.onDone()
  }
  return (
    <Form onSubmit={send} check={{ schema: disposal, value: chosen }} submit={t('forum.dispose')} beside={props.beside}>
      <Choices
        label={t('forum.fourWays')}
        name="disposition"
        value={way()}
        onInput={(value) => setWay(value as Disposition)}
        options={dispositions.map((value) => ({
          value,
          label: t(`forum.disposition.${value}`),
          hint: t(`forum.dispositionMeans.${value}`),
        }))}
      />
      <Switch>
        <Match when={way() === 'merged'}>
          <Select
            label={t('forum.mergeInto')}
            name="into"
            options={targets(props.item, props.items)}
            value={into()}
            onInput={setInto}
          />
        </Match>
        <Match when={way() === 'deferred'}>
          <DateField
            label={t('forum.deferTo')}
            hint={t('forum.deferToHint')}
            name="until"
            min={today()}
            value={until()}
            onInput={setUntil}
          />
        </Match>
      </Switch>
      <TextArea
        label={t('forum.reason')}
        name="reason"
        optional={way() !== 'declined'}
        hint={way() === 'declined' ? t('forum.reasonPublished') : undefined}
        maxlength={2000}
        value={reason()}
        onInput={setReason}
      />
    </Form>
  )
}

/** The items that may carry this one on. */
const targets = (item: Item, items: readonly Item[]) =>
  items
    .filter((target) => !target.withdrawnAt && !mergesIntoItself(items, item, target))
    .map((target) => ({ value: target.id, label: `${target.position}. ${target.title}` }))

export function FourWays(): JSX.Element {
  return (
    <Disclose summary={t('forum.fourWays')}>
      <Facts>
        <For each={dispositions}>
          {(way) => <Fact name={t(`forum.disposition.${way}`)}>{t(`forum.dispositionMeans.${way}`)}</Fact>}
        </For>
      </Facts>
    </Disclose>
  )
}

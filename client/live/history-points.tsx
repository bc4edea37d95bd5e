import { createSignal, For, type JSX, Show } from 'solid-js'
import { type HistoryPoint, naming, type PointHere, pointText } from '../../shared/history.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatDay, formatInstant, formatList, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Select } from '../ui/select.tsx'
import { tell } from '../ui/toast.tsx'
import type { HistorySource } from './history-source.ts'

/** What a point is called: a version by its name, a reading by its number, a day by its date. */
export function pointName(point: PointHere): string {
  switch (point.is) {
    case 'named':
      return point.name ?? ''
    case 'reading':
      return t('live.history.reading', { number: point.number ?? 0 })
    case 'day':
      return t('live.history.day', { day: formatDay(point.at.slice(0, 10)), time: formatInstant(point.at, 'time') })
    default:
      return t(`live.history.${point.is}`, { when: formatInstant(point.at) })
  }
}

/** Which two points are held beside each other. */
export function PointChooser(props: {
  points: readonly PointHere[]
  from: HistoryPoint
  to: HistoryPoint
  onChoose: (from: HistoryPoint, to: HistoryPoint) => void
}): JSX.Element {
  const options = () => distinct(props.points).map((point) => ({ value: pointText(point), label: pointName(point) }))
  const find = (value: string): HistoryPoint => props.points.find((point) => pointText(point) === value)!
  return (
    <div class="hist-choose">
      <Select
        label={t('live.history.from')}
        options={options()}
        value={pointText(props.from)}
        empty={false}
        onInput={(value) => props.onChoose(find(value), props.to)}
      />
      <Select
        label={t('live.history.to')}
        options={options()}
        value={pointText(props.to)}
        empty={false}
        onInput={(value) => props.onChoose(props.from, find(value))}
      />
    </div>
  )
}

/** One point once: under the name that says most. */
const distinct = (points: readonly PointHere[]): PointHere[] =>
  [...new Map(points.toReversed().map((point) => [pointText(point), point])).values()].reverse()

/** Where the text has been, newest first: to look at, to name, and to bring back. */
export function PointsList(props: {
  points: readonly PointHere[]
  source: HistorySource
  href: (from: HistoryPoint, to: HistoryPoint) => string
  onChanged: () => unknown
}): JSX.Element {
  const [naming, setNaming] = createSignal<PointHere>()
  const [restoring, setRestoring] = createSignal<PointHere>()
  const now = () => props.points[0]!
  const before = (point: PointHere) =>
    props.points.find((one) => one.epoch === point.epoch && one.seq < point.seq) ?? point
  return (
    <section class="hist-points" aria-labelledby="points-h">
      <div class="agenda-head">
        <h2 id="points-h">{t('live.history.points')}</h2>
      </div>
      <ol class="lines">
        <For each={props.points.filter((point) => point.is !== 'now')}>
          {(point) => (
            <li>
              <p>
                <b>{pointName(point)}</b> <About point={point} />
              </p>
              <p class="row">
                <a href={props.href(before(point), point)}>
                  {t('live.history.whatCame')}
                  <span class="vh"> {pointName(point)}</span>
                </a>
                <a href={props.href(point, now())}>
                  {t('live.history.since')}
                  <span class="vh"> {pointName(point)}</span>
                </a>
                <Show when={point.is !== 'named'}>
                  <button type="button" class="link" onClick={() => setNaming(point)}>
                    {t('live.history.name')}
                    <span class="vh"> {pointName(point)}</span>
                  </button>
                </Show>
                <button type="button" class="link" onClick={() => setRestoring(point)}>
                  {t('live.history.restore')}
                  <span class="vh"> {pointName(point)}</span>
                </button>
              </p>
            </li>
          )}
        </For>
      </ol>
      <p>
        <Button refusal={props.source.nameRefusal()} onClick={() => setNaming(now())}>
          {t('live.history.nameNow')}
        </Button>
      </p>
      <Naming point={naming()} source={props.source} onClose={() => setNaming(undefined)} onDone={props.onChanged} />
      <Restoring
        point={restoring()}
        source={props.source}
        onClose={() => setRestoring(undefined)}
        onDone={props.onChanged}
      />
    </section>
  )
}

/** Who named it or brought it back, or whose edits the day holds. */
function About(props: { point: PointHere }): JSX.Element {
  const agreement = useAgreement()
  const delegations = () => [
    ...new Set(
      props.point.writers?.map((writer) => delegationWho(agreement(), writer.delegationId)?.name ?? writer.name) ?? [],
    ),
  ]
  return (
    <span class="meta">
      <Show when={props.point.is === 'day'}>
        {t('live.history.edits', { count: props.point.edits ?? 0, names: formatList(delegations()) })}
      </Show>
      <Show when={props.point.by}>
        {(by) => t('live.history.by', { name: by().name, when: formatInstant(props.point.at) })}
      </Show>
    </span>
  )
}

function Naming(props: {
  point: PointHere | undefined
  source: HistorySource
  onClose: () => void
  onDone: () => unknown
}): JSX.Element {
  const [name, setName] = createSignal('')
  const asked = () => {
    const { epoch, seq } = props.point ?? { epoch: 1, seq: 0 }
    return { name: name(), point: { epoch, seq } }
  }
  const submit = async () => {
    await props.source.name(asked())
    tell(t('live.history.named', { name: name() }))
    setName('')
    props.onClose()
    await props.onDone()
  }
  return (
    <Dialog open={props.point !== undefined} title={t('live.history.nameTitle')} onClose={props.onClose}>
      <p>{props.point && pointName(props.point)}</p>
      <Form
        label={t('live.history.nameTitle')}
        submit={t('live.history.nameSubmit')}
        refusal={props.source.nameRefusal()}
        check={{ schema: naming, value: asked }}
        onSubmit={submit}
      >
        <Field
          label={t('live.history.nameLabel')}
          hint={t('live.history.nameHint')}
          name="name"
          value={name()}
          onInput={setName}
          maxlength={120}
          required
        />
      </Form>
    </Dialog>
  )
}

/** Says what will happen before it does. */
function Restoring(props: {
  point: PointHere | undefined
  source: HistorySource
  onClose: () => void
  onDone: () => unknown
}): JSX.Element {
  const restore = async () => {
    const { epoch, seq } = props.point!
    await props.source.restore({ epoch, seq })
    tell(t('live.history.restored1'))
    props.onClose()
    await props.onDone()
  }
  return (
    <Dialog open={props.point !== undefined} title={t('live.history.restoreTitle')} onClose={props.onClose}>
      <p>{t('live.history.restoreWhat', { point: props.point ? pointName(props.point) : '' })}</p>
      <p class="meta">{t('live.history.restoreKeeps')}</p>
      <p class="row">
        <Button refusal={props.source.restoreRefusal()} onClick={restore}>
          {t('live.history.restoreSubmit')}
        </Button>
        <button type="button" class="link" onClick={() => props.onClose()}>
          {t('live.history.cancel')}
        </button>
      </p>
    </Dialog>
  )
}

import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { isDay } from '../../shared/dates.ts'
import type { MeasureField, MetaField } from '../../shared/plan.ts'
import { ChangedRun, ChangedWords } from '../live/changed-words.tsx'
import { type ParagraphChange, type Words, wordChanges } from '../live/paragraph-changes.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatDay, t } from '../text.ts'
import { State } from '../ui/state.tsx'
import type { FieldChange, MeasureChange, PlanChanges } from './changes.ts'
import { measureAnchor, measureGrid } from './measure-fields.ts'

/** Two versions in one text. What was put in and taken out is said in words too, never by its look alone. */
export function ChangesView(props: {
  changes: PlanChanges
  /** Tells its places apart from those of a text that stands on the same page. */
  of?: string | undefined
}): JSX.Element {
  const place = (anchor: string) => (props.of ? `${props.of}-${anchor}` : anchor)
  return (
    <>
      <section id={place('preamble')} tabindex="-1" aria-labelledby={place('pre-h')}>
        <h2 id={place('pre-h')}>{t('plan.preamble')}</h2>
        <Fields changes={props.changes.meta} />
        <Paragraphs changes={props.changes.preamble} />
      </section>
      <For each={props.changes.measures}>
        {(measure) => <Measure change={measure} anchor={place(measureAnchor(measure.id))} />}
      </For>
    </>
  )
}

function Measure(props: { change: MeasureChange; anchor: string }): JSX.Element {
  const anchor = () => props.anchor
  const number = () => props.change.numberAfter ?? props.change.numberBefore ?? 0
  return (
    <section class="measure" id={anchor()} tabindex="-1" aria-labelledby={`${anchor()}-h`}>
      <header>
        <p class="n" aria-hidden="true">
          {number()}
        </p>
        <h2 id={`${anchor()}-h`}>
          <span class="vh">{t('plan.measure', { number: number() })} </span>
          {props.change.title || t('plan.untitled')}
        </h2>
        <p class="meta">
          <Switch fallback={!props.change.moved && t('plan.compare.unchanged')}>
            <Match when={props.change.is === 'in'}>
              <State mark="full">{t('plan.compare.in')}</State>
            </Match>
            <Match when={props.change.is === 'out'}>
              <State mark="struck">{t('plan.compare.out')}</State>
            </Match>
            <Match when={props.change.is === 'changed'}>
              <State mark="half">{t('plan.compare.changed')}</State>
            </Match>
          </Switch>
          <Show when={props.change.moved}> {t('plan.compare.moved', { before: movedFrom(props.change) })}</Show>
        </p>
      </header>
      <div class="prose">
        <Paragraphs changes={props.change.text} />
      </div>
      <Fields changes={props.change.fields} />
    </section>
  )
}

/** The number that it had, where that is another; 0 where only its neighbours' moved. */
const movedFrom = (change: MeasureChange): number =>
  change.numberBefore === change.numberAfter ? 0 : (change.numberBefore ?? 0)

function Paragraphs(props: { changes: readonly ParagraphChange[] }): JSX.Element {
  return (
    <For each={props.changes}>
      {(paragraph) => (
        <p>
          <ChangedWords words={paragraph.words} />
          <Show when={paragraph.is === 'restyled'}>
            {' '}
            <span class="meta">{t('plan.compare.restyled')}</span>
          </Show>
        </p>
      )}
    </For>
  )
}

/** The entries that are not what they were: before and after. */
function Fields(props: { changes: readonly FieldChange<MeasureField | MetaField>[] }): JSX.Element {
  return (
    <Show when={props.changes.length > 0}>
      <dl class="fields">
        <For each={props.changes}>
          {(change) => (
            <div class="field w3">
              <dt>{t(`plan.field.${change.field}`)}</dt>
              <dd>
                <Field change={change} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}

/** Words word by word; a date, a number or a party as a whole. */
function Field(props: { change: FieldChange<MeasureField | MetaField> }): JSX.Element {
  const agreement = useAgreement()
  const kind = () => kindOf(props.change.field)
  const said = (value: string) => {
    if (kind() === 'party') return agreement().parties.find((party) => party.id === value)?.name ?? value
    return kind() === 'day' && isDay(value) ? formatDay(value) : value
  }
  const runs = (): Words[] =>
    kind() === 'words'
      ? wordChanges(props.change.before, props.change.after)
      : [
          { is: 'out' as const, text: said(props.change.before) },
          { is: 'in' as const, text: said(props.change.after) },
        ]
  return (
    <For each={runs().filter((run) => run.text !== '')}>
      {(run, index) => (
        <>
          {kind() !== 'words' && index() > 0 && ' '}
          <ChangedRun run={run} />
        </>
      )}
    </For>
  )
}

const kindOf = (field: MeasureField | MetaField) =>
  field === 'periodFrom' || field === 'periodUntil'
    ? 'day'
    : (measureGrid.find((place) => place.field === field)?.kind ?? 'words')

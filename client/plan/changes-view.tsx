import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { MeasureField, MetaField } from '../../shared/plan.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { State } from '../ui/state.tsx'
import {
  type FieldChange,
  type MeasureChange,
  type ParagraphChange,
  type PlanChanges,
  type Words,
  wordChanges,
} from './changes.ts'
import { measureAnchor } from './measure-fields.ts'

/** Two versions in one text. What was put in and taken out is said in words too, never by its look alone. */
export function ChangesView(props: { changes: PlanChanges }): JSX.Element {
  return (
    <>
      <section id="preamble" tabindex="-1" aria-labelledby="pre-h">
        <h2 id="pre-h">{t('plan.preamble')}</h2>
        <Fields changes={props.changes.meta} />
        <Paragraphs changes={props.changes.preamble} />
      </section>
      <For each={props.changes.measures}>{(measure) => <Measure change={measure} />}</For>
    </>
  )
}

function Measure(props: { change: MeasureChange }): JSX.Element {
  const anchor = () => measureAnchor(props.change.id)
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
          <Switch fallback={t('plan.compare.unchanged')}>
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
          <Show when={props.change.moved}> {t('plan.compare.moved', { before: props.change.numberBefore ?? 0 })}</Show>
        </p>
      </header>
      <div class="prose">
        <Paragraphs changes={props.change.text} />
      </div>
      <Fields changes={props.change.fields} />
    </section>
  )
}

function Paragraphs(props: { changes: readonly ParagraphChange[] }): JSX.Element {
  return (
    <For each={props.changes}>
      {(paragraph) => (
        <p>
          <For each={paragraph.words}>{(run) => <Run run={run} />}</For>
          <Show when={paragraph.is === 'restyled'}>
            {' '}
            <span class="meta">{t('plan.compare.restyled')}</span>
          </Show>
        </p>
      )}
    </For>
  )
}

function Run(props: { run: Words }): JSX.Element {
  return (
    <Switch fallback={props.run.text}>
      <Match when={props.run.is === 'in'}>
        <ins>
          <span class="vh">{t('plan.compare.inserted')} </span>
          {props.run.text}
        </ins>
      </Match>
      <Match when={props.run.is === 'out'}>
        <del>
          <span class="vh">{t('plan.compare.deleted')} </span>
          {props.run.text}
        </del>
      </Match>
    </Switch>
  )
}

/** The entries that are not what they were: before and after. */
function Fields(props: { changes: readonly FieldChange<MeasureField | MetaField>[] }): JSX.Element {
  const agreement = useAgreement()
  const shown = (change: FieldChange<MeasureField | MetaField>) => {
    const name = (id: string) => agreement().parties.find((party) => party.id === id)?.name ?? id
    return change.field === 'partyId'
      ? wordChanges(name(change.before), name(change.after))
      : wordChanges(change.before, change.after)
  }
  return (
    <Show when={props.changes.length > 0}>
      <dl class="fields">
        <For each={props.changes}>
          {(change) => (
            <div class="field w3">
              <dt>{t(`plan.field.${change.field}`)}</dt>
              <dd>
                <For each={shown(change)}>{(run) => <Run run={run} />}</For>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}

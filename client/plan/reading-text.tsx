import { For, type JSX, Show } from 'solid-js'
import type { PlanBody } from '../../shared/plan.ts'
import { isEmptyText } from '../../shared/rich-text.ts'
import { formatDay, rich, t } from '../text.ts'
import { RichTextView } from '../ui/rich-text-view.tsx'
import { Adopts } from './adopts.tsx'
import { Answers } from './answers.tsx'
import { measureAnchor } from './measure-fields.ts'
import { MeasureTerms } from './measure-terms.tsx'
import type { PlanHere } from './overview.ts'

/** The exact text of a reading: in serif, since these are the words that are agreed or put to be; between rules once locked. */
export function ReadingText(props: { body: PlanBody; here: PlanHere; locked: boolean }): JSX.Element {
  const period = () => ({ from: formatDay(props.body.periodFrom), until: formatDay(props.body.periodUntil) })
  return (
    <>
      <section id="preamble" tabindex="-1" aria-labelledby="pre-h">
        <h2 id="pre-h">{t('plan.preamble')}</h2>
        <p class="meta">{rich('plan.period', { b: (inner) => <b>{inner}</b> }, period())}</p>
        <Show when={!isEmptyText(props.body.preamble)}>
          <Words locked={props.locked}>
            <RichTextView text={props.body.preamble} under={2} />
          </Words>
        </Show>
      </section>
      <For each={props.body.measures}>
        {(measure, index) => (
          <section
            class="measure"
            id={measureAnchor(measure.id)}
            tabindex="-1"
            aria-labelledby={`${measureAnchor(measure.id)}-h`}
          >
            <header>
              <p class="n" aria-hidden="true">
                {index() + 1}
              </p>
              <h2 id={`${measureAnchor(measure.id)}-h`}>
                <span class="vh">{t('plan.measure', { number: index() + 1 })} </span>
                {measure.title}
              </h2>
              <Answers answers={measure.answers} here={props.here} />
              <Adopts measureId={measure.id} here={props.here} />
            </header>
            <div class="prose">
              <Words locked={props.locked}>
                <RichTextView text={measure.text} under={2} />
              </Words>
            </div>
            <MeasureTerms measure={measure} number={index() + 1} />
          </section>
        )}
      </For>
    </>
  )
}

const Words = (props: { locked: boolean; children: JSX.Element }): JSX.Element => (
  <div class="agreed" classList={{ locked: props.locked }}>
    {props.children}
  </div>
)

import { For, type JSX, Show } from 'solid-js'
import { isDay } from '../../shared/dates.ts'
import { formatDay, rich, t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { RichTextView } from '../ui/rich-text-view.tsx'
import { Adopts } from './adopts.tsx'
import { Answers } from './answers.tsx'
import { measureAnchor } from './measure-fields.ts'
import { MeasureTerms } from './measure-terms.tsx'
import { Outline } from './outline.tsx'
import { askDraft, type PlanHere, type PlanSummary } from './overview.ts'
import { PlanFrame } from './plan-frame.tsx'
import { Readings } from './readings.tsx'

/** The text as it was last saved, to be read while the editor is on its way. */
export function StaticDraft(props: {
  here: PlanHere
  plan: PlanSummary
  /** What the live text says of itself, once its part of the client is here. */
  status?: JSX.Element | undefined
}): JSX.Element {
  const load = createLoad(() => askDraft(props.plan.id))
  const day = (text: string) => (isDay(text) ? formatDay(text) : text)
  return (
    <Loaded load={load}>
      {(draft) => (
        <PlanFrame
          title={draft().title || t('plan.untitled')}
          status={
            props.status ?? (
              <p class="saved" role="status">
                {t('plan.status.loading')}
              </p>
            )
          }
          jumps={[]}
          nav={<Outline measures={draft().measures} missing={[]} />}
          people={<Readings here={props.here} />}
        >
          <section id="preamble" tabindex="-1" aria-labelledby="pre-h">
            <h2 id="pre-h">{t('plan.preamble')}</h2>
            <p class="meta">
              {rich(
                'plan.period',
                { b: (inner) => <b>{inner}</b> },
                { from: day(draft().periodFrom), until: day(draft().periodUntil) },
              )}
            </p>
            <div class="prose">
              <Show when={draft().preamble}>{(text) => <RichTextView text={text()} under={2} />}</Show>
            </div>
          </section>
          <For each={draft().measures}>
            {(measure, index) => (
              <section
                class="measure"
                id={measureAnchor(measure.id)}
                aria-labelledby={`${measureAnchor(measure.id)}-h`}
              >
                <header>
                  <p class="n" aria-hidden="true">
                    {index() + 1}
                  </p>
                  <h2 id={`${measureAnchor(measure.id)}-h`}>
                    <span class="vh">{t('plan.measure', { number: index() + 1 })} </span>
                    {measure.title || t('plan.untitled')}
                  </h2>
                  <Answers answers={measure.answers} here={props.here} />
                  <Adopts measureId={measure.id} here={props.here} />
                </header>
                <div class="prose">
                  <Show when={measure.text}>{(text) => <RichTextView text={text()} under={2} />}</Show>
                </div>
                <MeasureTerms measure={measure} number={index() + 1} />
              </section>
            )}
          </For>
        </PlanFrame>
      )}
    </Loaded>
  )
}

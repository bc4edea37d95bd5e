import { For, type JSX, Show } from 'solid-js'
import type { DraftMeasure } from '../../shared/plan.ts'
import { measureText } from '../../shared/plan-document.ts'
import { RichText } from '../live/rich-text.tsx'
import type { SignOf } from '../live/who-wrote.ts'
import { t } from '../text.ts'
import { RichTextView } from '../ui/rich-text-view.tsx'
import { Adopts } from './adopts.tsx'
import { Answers } from './answers.tsx'
import { AnswersPicker } from './answers-picker.tsx'
import { entryHelp } from './gate-words.ts'
import type { LiveDraft } from './live-draft.ts'
import { MeasureActs } from './measure-acts.tsx'
import { fieldAnchor, measureAnchor, measureGrid } from './measure-fields.ts'
import { createNear } from './near.ts'
import type { PlanHere } from './overview.ts'
import { TermField } from './term-field.tsx'

/** One measure of the live text: title, words and terms, each bound to the document. */
export function MeasureEditor(props: {
  measure: DraftMeasure
  number: number
  text: LiveDraft
  here: PlanHere
  isOpen: boolean
  whoWrote: SignOf | undefined
  onEnter: () => void
}): JSX.Element {
  const anchor = () => measureAnchor(props.measure.id)
  const map = () => props.text.mapOf(props.measure.id)
  const lacks = (field: string) => props.text.lacks(props.measure.id, field)
  const { near, watch } = createNear()
  return (
    <section
      class="measure"
      classList={{ 'is-open': props.isOpen }}
      id={anchor()}
      tabindex="-1"
      aria-labelledby={`${anchor()}-h`}
      ref={watch}
      onFocusIn={props.onEnter}
    >
      <header>
        <p class="n" aria-hidden="true">
          {props.number}
        </p>
        <h2 id={`${anchor()}-h`} classList={{ vh: props.text.live.editable() }}>
          <span class="vh">{t('plan.measure', { number: props.number })} </span>
          {props.measure.title || t('plan.untitled')}
        </h2>
        <Show when={props.text.live.editable() && map()}>
          {(of) => (
            <div class="title-field">
              <TermField
                live={props.text.live}
                map={of()}
                measureId={props.measure.id}
                place={{ field: 'title', width: 4, kind: 'words' }}
                lacks={lacks('title')}
                maxlength={500}
              />
            </div>
          )}
        </Show>
        <Answers answers={props.measure.answers} here={props.here} />
        <Adopts measureId={props.measure.id} here={props.here} />
        <MeasureActs id={props.measure.id} number={props.number} text={props.text} />
      </header>
      <Show when={map()}>
        {(of) => (
          <>
            <Words {...props} map={of()} near={near()} lacks={lacks('text')} />
            <fieldset class="fields">
              <legend class="vh">{t('plan.terms', { number: props.number })}</legend>
              <For each={measureGrid}>
                {(place) => (
                  <TermField
                    live={props.text.live}
                    map={of()}
                    measureId={props.measure.id}
                    place={place}
                    lacks={lacks(place.field)}
                    maxlength={5000}
                  />
                )}
              </For>
            </fieldset>
            <AnswersPicker live={props.text.live} map={of()} answers={props.measure.answers} here={props.here} />
          </>
        )}
      </Show>
    </section>
  )
}

/** The words of the measure: an editor once it is near to what is in sight, and the same words to be read until then. */
function Words(
  props: Parameters<typeof MeasureEditor>[0] & {
    map: NonNullable<ReturnType<LiveDraft['mapOf']>>
    near: boolean
    lacks: ReturnType<LiveDraft['lacks']>
  },
): JSX.Element {
  const anchor = () => fieldAnchor(props.measure.id, 'text')
  return (
    <div id={anchor()} class="words" classList={{ lacks: props.lacks !== undefined }}>
      <Show
        when={props.near && measureText(props.map)}
        keyed
        fallback={
          <div class="prose">
            <Show when={props.measure.text}>{(words) => <RichTextView text={words()} under={2} />}</Show>
          </div>
        }
      >
        {(fragment) => (
          <RichText
            live={props.text.live}
            fragment={fragment}
            label={t('plan.words', { number: props.number })}
            place={anchor()}
            placeholder={t('plan.satisfy.text')}
            whoWrote={props.whoWrote}
          />
        )}
      </Show>
      <Show when={props.lacks}>
        {(entry) => (
          <p class="why">
            <Show when={entry().code !== 'empty'} fallback={<span class="missing">{t('plan.missing')}</span>}>
              <span class="missing">{t('plan.notRight')}</span> {entryHelp(entry())}
            </Show>
          </p>
        )}
      </Show>
    </div>
  )
}

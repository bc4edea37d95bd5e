import { For, type JSX, Show } from 'solid-js'
import type { Charter } from '../../shared/charter.ts'
import { type PlainSentence, plainCharter } from '../../shared/charter-words.ts'
import { formatList, t } from '../text.ts'
import { Fact, Facts } from '../ui/lists.tsx'

/** A charter as questions and answers; what is from a source carries its mark, and the note under them names the source. */
export function PlainCharter(props: { charter: Charter }): JSX.Element {
  return (
    <>
      <Facts rules>
        <For each={plainCharter(props.charter)}>
          {(rule) => (
            <Fact name={t(rule.key)}>
              <Sentences sentences={rule.sentences} />
            </Fact>
          )}
        </For>
      </Facts>
      <SourceNote charter={props.charter} />
    </>
  )
}

export function Sentences(props: { sentences: readonly PlainSentence[] }): JSX.Element {
  return <For each={props.sentences}>{(sentence) => <Sentence sentence={sentence} />}</For>
}

export function Sentence(props: { sentence: PlainSentence }): JSX.Element {
  return (
    <>
      {t(props.sentence.key, props.sentence.values)}
      <Show when={props.sentence.basis}>
        <span class="src" aria-hidden="true">
          †
        </span>
        <span class="vh">{t('agreement.charter.marked')}</span>
      </Show>{' '}
    </>
  )
}

export function SourceNote(props: { charter: Charter }): JSX.Element {
  return (
    <p class="note">
      {t('agreement.charter.sources', {
        works: formatList(props.charter.works.map((work) => t(`charter.work.${work}`))),
      })}
    </p>
  )
}

import { For, type JSX, Show } from 'solid-js'
import type { Charter } from '../../shared/charter.ts'
import { openSentences, type PlainSentence, plainCharter, settledSentences } from '../../shared/charter-words.ts'
import { formatList, t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Fact, Facts, Lines } from '../ui/lists.tsx'

/** A charter as questions and answers; what is from a source carries its mark, and the note under them names the source. */
export function PlainCharter(props: { charter: Charter }): JSX.Element {
  const rules = () => plainCharter(props.charter)
  const open = () => openSentences(rules())
  return (
    <>
      <Facts rules>
        <For each={rules()}>
          {(rule) => (
            <Fact name={t(rule.key)}>
              <Sentences sentences={settledSentences(rule)} />
            </Fact>
          )}
        </For>
      </Facts>
      <SourceNote charter={props.charter} />
      <Show when={open().length > 0}>
        <Disclose summary={t('agreement.charter.leavesOpen', { count: open().length })}>
          <Lines rows={open()}>{(sentence) => <Sentence sentence={sentence} />}</Lines>
        </Disclose>
      </Show>
    </>
  )
}

export function Sentences(props: { sentences: readonly PlainSentence[] }): JSX.Element {
  return <For each={props.sentences}>{(sentence) => <Sentence sentence={sentence} />}</For>
}

function Sentence(props: { sentence: PlainSentence }): JSX.Element {
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

function SourceNote(props: { charter: Charter }): JSX.Element {
  return (
    <p class="note">
      {t('agreement.charter.sources', {
        works: formatList(props.charter.works.map((work) => t(`charter.work.${work}`))),
      })}
    </p>
  )
}

import './proposals.css'
import { For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'

/** A run of words that both texts have, or only the one on the right (`in`) or on the left (`out`). */
interface Run {
  is: 'same' | 'in' | 'out'
  text: string
}

/** One paragraph or one entry that differs, and what it belongs to. */
export interface Pair {
  place: string
  runs: readonly Run[]
  /** The words are the same: it is a list now, or bold. */
  isRestyled?: boolean | undefined
}

/**
 * Two texts beside each other, paragraph by paragraph; on a phone one below the other. Which is which is said at every
 * pair, and what was put in or taken out is said in words too, never by its look alone.
 */
export function SideBySide(props: { pairs: readonly Pair[]; left: string; right: string }): JSX.Element {
  return (
    <Show when={props.pairs.length > 0} fallback={<p class="meta">{t('live.proposal.same')}</p>}>
      <div class="pairs">
        <For each={props.pairs}>
          {(pair, index) => (
            <section class="pair">
              <Show when={pair.place !== props.pairs[index() - 1]?.place}>
                <h3>{pair.place}</h3>
              </Show>
              <Side label={props.left} runs={pair.runs.filter((run) => run.is !== 'in')} />
              <Side label={props.right} runs={pair.runs.filter((run) => run.is !== 'out')} />
              <Show when={pair.isRestyled}>
                <p class="meta">{t('live.proposal.restyled')}</p>
              </Show>
            </section>
          )}
        </For>
      </div>
    </Show>
  )
}

function Side(props: { label: string; runs: readonly Run[] }): JSX.Element {
  const isEmpty = () => props.runs.every((run) => run.text.trim() === '')
  return (
    <div class="side">
      <p class="meta">{props.label}</p>
      <p>
        <Show when={!isEmpty()} fallback={<span class="meta">{t('live.proposal.nothing')}</span>}>
          <For each={props.runs}>{(run) => <Words run={run} />}</For>
        </Show>
      </p>
    </div>
  )
}

function Words(props: { run: Run }): JSX.Element {
  if (props.run.is === 'same') return <>{props.run.text}</>
  const inner = () => (
    <>
      <span class="vh">{t(props.run.is === 'in' ? 'live.proposal.inserted' : 'live.proposal.deleted')} </span>
      {props.run.text}
    </>
  )
  return props.run.is === 'in' ? <ins>{inner()}</ins> : <del>{inner()}</del>
}

/** The words on the right, to be taken elsewhere. */
export const wordsOf = (pairs: readonly Pair[]): string =>
  pairs
    .map((pair) =>
      pair.runs
        .filter((run) => run.is !== 'out')
        .map((run) => run.text)
        .join(''),
    )
    .filter((words) => words.trim() !== '')
    .join('\n\n')

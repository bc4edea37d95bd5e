import { For, type JSX, Show } from 'solid-js'
import type { Instant } from '../../shared/dates.ts'
import { formatInstant, rich, t } from '../text.ts'

/** Agreed words, and nothing else, in serif; locked ones between double rules, with what seals them underneath. */
export function Agreed(props: {
  /** Paragraphs; an own element where the text is richer than that. */
  text?: string | undefined
  children?: JSX.Element | undefined
  lang?: string | undefined
  locked?: boolean | undefined
  lockedAt?: Instant | undefined
  /** SHA-256 in hex, shown in groups of eight. */
  hash?: string | undefined
  /** Links to the proof: verify, receipt. */
  proofs?: JSX.Element | undefined
}): JSX.Element {
  return (
    <>
      <blockquote class="agreed" classList={{ locked: props.locked ?? props.hash !== undefined }} lang={props.lang}>
        <For each={paragraphs(props.text ?? '')}>{(line) => <p>{line}</p>}</For>
        {props.children}
      </blockquote>
      <Show when={props.hash}>
        {(hash) => (
          <p class="seal">
            <Show when={props.lockedAt}>
              {(at) => (
                <>{rich('ui.lockedOn', { b: (inner) => <b>{inner}</b> }, { when: formatInstant(at(), 'full') })}. </>
              )}
            </Show>
            {t('ui.sum')} <span class="hash">{groups(hash())}</span> {props.proofs}
          </p>
        )}
      </Show>
    </>
  )
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((line) => line.trim())
    .filter(Boolean)

/** A sum as one reads it aloud: eight characters at a time. */
export const groups = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? ''

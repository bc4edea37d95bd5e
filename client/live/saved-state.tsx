import { createComputed, createMemo, createSignal, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { formatInstant, rich, t } from '../text.ts'
import type { LiveText, SavedState as Saved } from './live-text.ts'

const marks: Record<Saved, string> = {
  opening: 'saving',
  sending: 'saving',
  saved: 'saved',
  offline: 'offline',
  refused: 'rejected',
  proposed: 'proposed',
  unable: 'offline',
}
const bold = { b: (words: JSX.Element) => <b>{words}</b> }

/**
 * The one place that says whether what is written is safe. It turns to *Saving…* at once and back to *Saved* after a
 * moment's rest, so it never says too much and does not flicker under typing. A screen reader hears the lasting states
 * alone, not each keystroke's.
 */
export function SavedState(props: { live: LiveText }): JSX.Element {
  const shown = createSettled(() => props.live.saved())
  const spoken = createSpoken(props.live)
  return (
    <>
      <p class="saved" role="status" data-state={marks[shown()]}>
        <span aria-hidden="true">
          <Words live={props.live} shown={shown()} />
        </span>
        <span class="vh">{spoken()}</span>
      </p>
      <Show when={props.live.slow()}>
        <p class="meta" role="status">
          {t('live.slow')}
        </p>
      </Show>
      <Show when={shown() === 'refused' && props.live.state() === 'open'}>
        <button type="button" class="button" onClick={props.live.retry}>
          {t('live.retry')}
        </button>
      </Show>
    </>
  )
}

/** What a screen reader is told: the last of the lasting states. */
function createSpoken(live: LiveText): () => string {
  const lasting = createMemo<Saved | undefined>((before) => {
    const now = live.saved()
    return now === 'opening' || now === 'sending' ? before : now
  }, undefined)
  return () => {
    const state = lasting()
    if (state === 'refused') return whyOf(live)
    return state === undefined || state === 'opening' || state === 'sending' ? '' : t(`live.spoken.${state}`)
  }
}

function Words(props: { live: LiveText; shown: Saved }): JSX.Element {
  const time = (at: string | undefined) => at && formatInstant(at, 'time')
  return (
    <Switch fallback={t(props.shown === 'opening' ? 'live.opening' : 'live.sending')}>
      <Match when={props.shown === 'saved'}>
        <Show when={time(props.live.savedAt())} fallback={rich('live.savedNothingYet', bold)}>
          {(at) => <>{rich('live.saved', bold, { time: at() })}</>}
        </Show>
      </Match>
      <Match when={props.shown === 'offline'}>
        {rich('live.offline', bold, { since: time(props.live.offlineSince()) ?? 'none', count: props.live.waiting() })}
      </Match>
      <Match when={props.shown === 'proposed'}>{rich('live.proposed', bold)}</Match>
      <Match when={props.shown === 'unable'}>{rich('live.unable', bold, { count: props.live.waiting() })}</Match>
      <Match when={props.shown === 'refused'}>
        {rich('live.refused', bold, { why: whyOf(props.live) })}
        <Show when={props.live.waiting() > 0}> {t('live.refusedWaiting', { count: props.live.waiting() })}</Show>
      </Match>
    </Switch>
  )
}

function whyOf(live: LiveText): string {
  const code = live.refusal()
  return code ? t(`refusal.${code}`) : ''
}

const restMs = 400

/** The state itself, but `saved` only after it has held for a moment. */
function createSettled(state: () => Saved): () => Saved {
  const [shown, setShown] = createSignal<Saved>(state())
  let timer: ReturnType<typeof setTimeout> | undefined
  createComputed(
    on(state, (now) => {
      clearTimeout(timer)
      if (now !== 'saved' || shown() === 'saved') setShown(now)
      else timer = setTimeout(() => setShown('saved'), restMs)
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return shown
}

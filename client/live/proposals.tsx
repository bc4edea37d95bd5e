import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import * as Y from 'yjs'
import { api, call } from '../api.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { tell } from '../ui/toast.tsx'
import { type Pair, SideBySide, wordsOf } from './side-by-side.tsx'

type Read = Awaited<ReturnType<typeof askTexts>>
type Listed = Awaited<ReturnType<typeof askList>>[number]

/** What differs between two texts of a kind, place by place. */
export type PairsOf = (before: Y.Doc, after: Y.Doc) => Pair[]

/** What the reader wrote too late to a text: kept by the server for nobody else, and shown wherever the text is. */
export function Proposals(props: {
  documentId: string
  pairsOf: PairsOf
  /** Changes when there may be more of them. */
  turn?: unknown
  onPutIn?: (() => void) | undefined
}): JSX.Element {
  const load = createLoad(async () => {
    void props.turn
    return { list: await askList(props.documentId) }
  })
  const isOver = (words: string) => {
    tell(words)
    return load.again()
  }
  // Whoever has none sees nothing; a list that cannot be asked for says so.
  return (
    <Show when={load.problem() || (load.value()?.list.length ?? 0) > 0}>
      <Loaded load={load}>
        {(value) => (
          <For each={value().list}>
            {(one) => (
              <ProposalPart
                proposal={one}
                turn={props.turn}
                pairsOf={props.pairsOf}
                onPutIn={async () => {
                  await isOver(t('live.proposal.isPutIn'))
                  props.onPutIn?.()
                }}
                onDiscarded={() => isOver(t('live.proposal.discarded'))}
              />
            )}
          </For>
        )}
      </Loaded>
    </Show>
  )
}

function ProposalPart(props: {
  proposal: Listed
  turn: unknown
  pairsOf: PairsOf
  onPutIn: () => Promise<void>
  onDiscarded: () => Promise<void>
}): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const title = () => t('live.proposal.title', { when: formatInstant(props.proposal.lastAt, 'full') })
  return (
    <section class="frozen proposal" aria-labelledby={`proposal-${props.proposal.id}`}>
      <h2 id={`proposal-${props.proposal.id}`}>{title()}</h2>
      <p role="status">{t('live.proposal.why')}</p>
      <details class="disclose" onToggle={(event) => event.currentTarget.open && setOpen(true)}>
        <summary>{t('live.proposal.see')}</summary>
        <Show when={isOpen()}>
          <Texts {...props} />
        </Show>
      </details>
    </section>
  )
}

function Texts(props: Parameters<typeof ProposalPart>[0]): JSX.Element {
  const load = createLoad(() => {
    void props.turn
    return askTexts(props.proposal.id)
  })
  return <Loaded load={load}>{(texts) => <Opened {...props} texts={texts()} />}</Loaded>
}

function Opened(props: Parameters<typeof ProposalPart>[0] & { texts: Read }): JSX.Element {
  const [against, setAgainst] = createSignal<'before' | 'now'>('before')
  const docs = createMemo(() => ({
    before: docOf(props.texts.before),
    mine: docOf(props.texts.mine),
    now: docOf(props.texts.now),
  }))
  const moved = () => props.texts.before !== props.texts.now && props.pairsOf(docs().before, docs().now).length > 0
  const pairs = createMemo(() => props.pairsOf(docs()[against()], docs().mine))
  const copy = async () => {
    await navigator.clipboard.writeText(wordsOf(pairs()))
    tell(t('live.proposal.copied'))
  }
  const putIn = async () => {
    await call(api.api.proposals[':id'].place.$put({ param: { id: props.proposal.id } }))
    await props.onPutIn()
  }
  return (
    <div class="stack">
      <Show when={props.texts.isIn}>
        <p>{t('live.proposal.isIn')}</p>
      </Show>
      <Show when={props.texts.isPartial}>
        <p class="missing">{t('live.proposal.partial')}</p>
      </Show>
      <Show when={moved()}>
        <Choices
          label={t('live.proposal.against')}
          name={`against-${props.proposal.id}`}
          options={(['before', 'now'] as const).map((value) => ({
            value,
            label: t(`live.proposal.against.${value}`),
          }))}
          value={against()}
          onInput={(value) => setAgainst(value === 'now' ? 'now' : 'before')}
        />
      </Show>
      <SideBySide pairs={pairs()} left={t(`live.proposal.against.${against()}`)} right={t('live.proposal.mine')} />
      <div class="acts">
        <Button onClick={copy}>{t('live.proposal.copy')}</Button>
        <Discard id={props.proposal.id} onDiscarded={props.onDiscarded} />
        <Show when={!props.texts.isIn}>
          <Button refusal={props.texts.refusal} reason={closedWords(props.texts.refusal)} onClick={putIn}>
            {t('live.proposal.putIn')}
          </Button>
        </Show>
      </div>
    </div>
  )
}

/** Why it cannot go in, said of words that the server keeps. */
function closedWords(code: Read['refusal']): string | undefined {
  return code === 'document_sealed' || code === 'document_locked' || code === 'document_restarted'
    ? t(`live.proposal.closed.${code}`)
    : undefined
}

function Discard(props: { id: string; onDiscarded: () => Promise<void> }): JSX.Element {
  const [isAsked, ask] = createSignal(false)
  const discard = async () => {
    await call(api.api.proposals[':id'].$delete({ param: { id: props.id } }) as never)
    ask(false)
    await props.onDiscarded()
  }
  return (
    <>
      <Button onClick={() => ask(true)}>{t('live.proposal.discard')}</Button>
      <Dialog open={isAsked()} title={t('live.proposal.discard')} onClose={() => ask(false)}>
        <p>{t('live.proposal.discardWhy')}</p>
        <Button primary onClick={discard}>
          {t('live.proposal.discard')}
        </Button>
      </Dialog>
    </>
  )
}

const askList = (documentId: string) => call(api.api.live[':id'].proposals.$get({ param: { id: documentId } }))
const askTexts = (id: string) => call(api.api.proposals[':id'].$get({ param: { id } }))

function docOf(base64: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(
    doc,
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
  )
  return doc
}

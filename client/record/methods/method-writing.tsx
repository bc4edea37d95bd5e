import '../../forum/forum.css'
import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { methodFragment, methodTitle } from '../../../shared/method.ts'
import { api, call } from '../../api.ts'
import { createAttribution } from '../../live/attribution.ts'
import { KeepQuestion } from '../../live/keep-choice.tsx'
import { askBeforeLeaving } from '../../live/leaving.ts'
import { announceChanges, Presence } from '../../live/presence.tsx'
import { Proposals } from '../../live/proposals.tsx'
import { createLiveDocument } from '../../live/provider.ts'
import { RichText } from '../../live/rich-text.tsx'
import { SavedState } from '../../live/saved-state.tsx'
import { meIn, nameOfPeer } from '../../plan/people-here.ts'
import { fragmentPairs } from '../../plan/proposal-pairs.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { Disclose } from '../../ui/disclose.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Part } from '../../ui/lists.tsx'
import { tell } from '../../ui/toast.tsx'
import { type MethodText, methodHistoryHref } from './methods.ts'

interface WritingProps {
  text: MethodText
  again: () => Promise<void>
}

/** The team's live text. Begun anew where what is here is not the text any more. */
export function MethodWriting(props: WritingProps): JSX.Element {
  const [turn, setTurn] = createSignal(1)
  return (
    <Part title={props.text.title} id="method-text">
      <Show when={turn()} keyed>
        {(_) => <Live text={props.text} onOutdated={() => setTurn((count) => count + 1)} />}
      </Show>
      <Disclose summary={t('method.rename')}>
        <Rename {...props} />
      </Disclose>
    </Part>
  )
}

function Live(props: { text: MethodText; onOutdated: () => void }): JSX.Element {
  const agreement = useAgreement()
  const { documentId, teamId } = props.text
  const live = createLiveDocument(documentId, { offline: true, personId: actor()?.personId })
  onCleanup(live.destroy)
  askBeforeLeaving(live)
  createEffect(() => {
    if (!live.outdated()) return
    if (live.saved() === 'proposed') tell(t('live.spoken.proposed'))
    props.onOutdated()
  })
  announceChanges(live, (user) => nameOfPeer(agreement(), user))
  const writers = createAttribution({
    live,
    agreement,
    me: () => meIn(agreement()),
    ask: () => call(api.api.teams[':teamId']['method-text'].attribution.$get({ param: { teamId } })) as never,
  })
  return (
    <>
      <p class="note">{t('method.liveNote')}</p>
      <div class="minutes-bar">
        <SavedState live={live} />
        <Presence live={live} nameOf={(user) => nameOfPeer(agreement(), user)} me={meIn(agreement())} />
        <label class="switch">
          <input
            type="checkbox"
            checked={writers.shown()}
            onChange={(event) => writers.show(event.currentTarget.checked)}
          />{' '}
          {t('live.wrote')}
        </label>{' '}
        <a href={methodHistoryHref(agreement().slug, teamId)}>{t('live.history.link')}</a>
      </div>
      <Show when={live.access() === 'write'}>
        <KeepQuestion />
      </Show>
      <Proposals
        documentId={documentId}
        pairsOf={(before, after) => fragmentPairs(before, after, 'body', t('method.text'))}
      />
      <div class="minutes">
        <Show when={live.ready()} fallback={<p class="meta">{t('ui.loading')}</p>}>
          <RichText
            live={live}
            fragment={methodFragment(live.doc)}
            label={t('method.text')}
            whoWrote={writers.signOf()}
            placeholder={t('method.placeholder')}
          />
        </Show>
      </div>
    </>
  )
}

function Rename(props: WritingProps): JSX.Element {
  const [title, setTitle] = createSignal(props.text.title)
  const save = async () => {
    const param = { teamId: props.text.teamId }
    await call(api.api.teams[':teamId']['method-text'].$put({ param, json: { title: title() } }))
    tell(t('method.renamed'))
    await props.again()
  }
  return (
    <Form
      submit={t('method.rename')}
      onSubmit={save}
      check={{ schema: methodTitle, value: () => ({ title: title() }) }}
    >
      <Field label={t('record.methodName')} name="title" value={title()} onInput={setTitle} maxlength={200} required />
    </Form>
  )
}

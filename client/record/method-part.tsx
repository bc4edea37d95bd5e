import { createSignal, For, type JSX, Show } from 'solid-js'
import { methodForm } from '../../shared/record.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { tell } from '../ui/toast.tsx'
import { loadMethodText } from './methods/methods.ts'
import type { DisclosureView } from './records.ts'

/** The team's way of working, as it goes with the records. */
export function MethodPart(props: {
  view: DisclosureView
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}): JSX.Element {
  const agreement = useAgreement()
  const live = createLoad(async () => ({
    id: props.view.teamId,
    text: props.refusal ? undefined : await loadMethodText(props.view.teamId),
  }))
  return (
    <Part title={t('record.method')} id="method">
      <div class="stack">
        <Show when={props.view.method} fallback={<p class="note">{t('record.methodNone')}</p>}>
          {(method) => (
            <>
              <h3>{t('record.methodTitle', { version: method().version, title: method().title })}</h3>
              <MethodText body={method().body} />
            </>
          )}
        </Show>
        <Show when={!props.refusal}>
          <p class="note">
            {t(live.value()?.text ? 'method.isLive' : 'method.beginLede')}{' '}
            <a href={paths.method(agreement().slug, props.view.teamId)}>
              {t(live.value()?.text ? 'method.open' : 'method.write')}
            </a>
          </p>
        </Show>
        <Show when={!props.refusal && live.value() && !live.value()?.text}>
          <Disclose
            summary={t(props.view.method ? 'record.methodAnew' : 'record.methodWrite')}
            open={!props.view.method}
          >
            <MethodWriting {...props} />
          </Disclose>
        </Show>
      </div>
    </Part>
  )
}

export const MethodText = (props: { body: string }): JSX.Element => (
  <div class="stack">
    <For each={props.body.split(/\n{2,}/)}>{(paragraph) => <p>{paragraph}</p>}</For>
  </div>
)

function MethodWriting(props: {
  view: DisclosureView
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}): JSX.Element {
  const [title, setTitle] = createSignal(props.view.method?.title ?? '')
  const [body, setBody] = createSignal(props.view.method?.body ?? '')
  const form = () => ({ title: title(), body: body() })
  const save = async () => {
    const written = await call(api.api.disclosures[':id'].method.$put({ param: { id: props.view.id }, json: form() }))
    tell(t('record.methodSaved', { version: written.version }))
    await props.again()
  }
  return (
    <Form
      submit={t('record.methodSave')}
      onSubmit={save}
      check={{ schema: methodForm, value: form }}
      refusal={props.refusal}
    >
      <Field label={t('record.methodName')} name="title" value={title()} onInput={setTitle} maxlength={200} required />
      <TextArea
        label={t('record.methodBody')}
        name="body"
        hint={t('record.methodHint')}
        rows={8}
        value={body()}
        onInput={setBody}
        maxlength={20_000}
        required
      />
    </Form>
  )
}

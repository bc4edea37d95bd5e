import { createSignal, type JSX, Show } from 'solid-js'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { refreshSession } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { tell } from '../ui/toast.tsx'
import type { DisclosureView } from './records.ts'

/** The step that seals: once it is taken nothing changes any more, and nobody else reads it before the comparison. */
export function FilePart(props: {
  view: DisclosureView
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const refused = () => props.refusal ?? (props.view.records === 0 ? 'disclosure_empty' : undefined)
  const file = async () => {
    await call(api.api.disclosures[':id'].filing.$put({ param: { id: props.view.id } }))
    setAsking(false)
    tell(t('record.filed'))
    await Promise.all([props.again(), refreshSession()])
    document.getElementById('receipt')?.scrollIntoView()
  }
  return (
    <Part title={t('record.file')} id="file">
      <div class="stack">
        <p>{t('record.fileLede')}</p>
        <NoteForm {...props} />
        <Warnings view={props.view} />
        <Button primary refusal={refused()} onClick={() => setAsking(true)}>
          {t('record.fileAct')}
        </Button>
        <Dialog open={asking()} title={t('record.fileSure')} onClose={() => setAsking(false)}>
          <p>{t('record.fileSureWhat', { records: props.view.records, figures: props.view.figures })}</p>
          <Warnings view={props.view} />
          <div class="row">
            <Button primary onClick={file}>
              {t('record.fileAct')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
          </div>
        </Dialog>
      </div>
    </Part>
  )
}

/** What would weaken the filing, before it is too late. */
function Warnings(props: { view: DisclosureView }): JSX.Element {
  const unfinished = () => props.view.batches.filter((batch) => batch.state === 'open')
  return (
    <>
      <Show when={!props.view.method}>
        <p class="issue">{t('record.warnNoMethod')}</p>
      </Show>
      <Show when={unfinished().length > 0}>
        <p class="issue">{t('record.warnUnfinished', { count: unfinished().length })}</p>
      </Show>
    </>
  )
}

function NoteForm(props: {
  view: DisclosureView
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}): JSX.Element {
  const [note, setNote] = createSignal(props.view.note)
  const save = async () => {
    await call(api.api.disclosures[':id'].note.$put({ param: { id: props.view.id }, json: { note: note() } }))
    tell(t('record.noteSaved'))
    await props.again()
  }
  return (
    <Show when={!props.refusal || props.refusal === 'only_team_lead'}>
      <Form submit={t('record.noteSave')} onSubmit={save}>
        <TextArea
          label={t('record.note')}
          name="note"
          hint={t('record.noteHint')}
          optional
          rows={3}
          maxlength={5000}
          value={note()}
          onInput={setNote}
        />
      </Form>
    </Show>
  )
}

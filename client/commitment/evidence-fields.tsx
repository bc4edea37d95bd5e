import { For, type JSX, Show } from 'solid-js'
import { bearings, evidenceKinds, provenances } from '../../shared/evidence.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { type EvidenceDraft, emptyEvidence } from './drafts.ts'

/** The list of what something rests on, as it is being written. A finding also says whose word each piece is. */
export function EvidenceFields(props: {
  items: readonly EvidenceDraft[]
  /** Changes the list in place: what is not touched keeps its fields and their focus. */
  change: (edit: (list: EvidenceDraft[]) => void) => void
  weighed?: boolean | undefined
}): JSX.Element {
  return (
    <fieldset class="choices evidence-fields">
      <legend>{t('commitment.form.evidence')}</legend>
      <Show when={props.weighed}>
        <p class="meta">{t('commitment.form.evidenceRule')}</p>
      </Show>
      <For each={props.items}>
        {(item, index) => (
          <EvidenceItem
            item={item}
            index={index()}
            weighed={props.weighed}
            set={(field, value) =>
              props.change((list) => {
                list[index()]![field] = value
              })
            }
            remove={() => props.change((list) => list.splice(index(), 1))}
          />
        )}
      </For>
      <div>
        <Button onClick={() => props.change((list) => list.push(emptyEvidence()))}>
          {t('commitment.form.addEvidence')}
        </Button>
      </div>
    </fieldset>
  )
}

function EvidenceItem(props: {
  item: EvidenceDraft
  index: number
  weighed?: boolean | undefined
  set: (field: keyof EvidenceDraft, value: string) => void
  remove: () => void
}): JSX.Element {
  const path = (field: keyof EvidenceDraft) => `evidence.${props.index}.${field}`
  const number = () => props.index + 1
  const input = (field: keyof EvidenceDraft) => ({
    name: path(field),
    value: props.item[field],
    onInput: (value: string) => props.set(field, value),
  })
  return (
    <fieldset class="choices evidence-item">
      <legend>{t('commitment.form.evidenceItem', { number: number() })}</legend>
      <Field label={t('commitment.form.evidenceTitle')} required maxlength={300} {...input('title')} />
      <div class="row">
        <Select
          label={t('commitment.form.evidenceKind')}
          options={evidenceKinds.map((value) => ({ value, label: t(`commitment.kind.${value}`) }))}
          {...input('kind')}
        />
        <Show when={props.weighed}>
          <Select
            label={t('commitment.form.evidenceFrom')}
            options={provenances.map((value) => ({ value, label: t(`commitment.provenance.${value}`) }))}
            {...input('provenance')}
          />
          <Select
            label={t('commitment.form.evidenceBearsOn')}
            options={bearings.map((value) => ({ value, label: t(`commitment.bearsOn.${value}`) }))}
            {...input('bearsOn')}
          />
        </Show>
      </div>
      <Field
        label={t('commitment.form.evidenceUrl')}
        hint={t('commitment.form.evidenceUrlHint')}
        type="url"
        optional
        maxlength={2000}
        {...input('url')}
      />
      <TextArea
        label={t('commitment.form.evidenceDescription')}
        hint={t('commitment.form.evidenceDescriptionHint')}
        rows={2}
        maxlength={2000}
        {...input('description')}
      />
      <div>
        <Button onClick={() => props.remove()}>{t('commitment.form.removeEvidence', { number: number() })}</Button>
      </div>
    </fieldset>
  )
}

import { createSignal, For, type JSX, Show } from 'solid-js'
import { longestSection, type Section, sectionForm } from '../../shared/disclosure.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { t } from '../text.ts'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { tell } from '../ui/toast.tsx'
import { MethodText } from './method-part.tsx'
import type { DisclosureView } from './records.ts'

interface SectionsProps {
  view: DisclosureView
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}

/** What the charter asks for beside records and method, each in the team's own words; read only where it is filed. */
export function SectionsPart(props: SectionsProps): JSX.Element {
  return (
    <Show when={props.view.asked.length > 0}>
      <Part title={t('record.sections')} id="sections">
        <div class="stack">
          <p>{t('record.sectionsLede')}</p>
          <Show when={!props.refusal} fallback={<SectionTexts view={props.view} />}>
            <For each={props.view.asked}>{(section) => <SectionForm {...props} section={section} />}</For>
          </Show>
        </div>
      </Part>
    </Show>
  )
}

function SectionForm(props: SectionsProps & { section: Section }): JSX.Element {
  const [text, setText] = createSignal(props.view.sections[props.section] ?? '')
  const save = async () => {
    const param = { id: props.view.id, section: props.section }
    await call(api.api.disclosures[':id'].sections[':section'].$put({ param, json: { text: text() } }))
    tell(t('record.sectionSaved', { section: t(`record.section.${props.section}`) }))
    await props.again()
  }
  return (
    <Form
      label={t(`record.section.${props.section}`)}
      submit={t('record.sectionSave')}
      onSubmit={save}
      check={{ schema: sectionForm, value: () => ({ text: text() }) }}
    >
      <TextArea
        label={t(`record.section.${props.section}`)}
        name="text"
        hint={t(`record.sectionHint.${props.section}`)}
        rows={4}
        maxlength={longestSection}
        value={text()}
        onInput={setText}
      />
    </Form>
  )
}

/** The sections as they stand; one that was left empty says so. */
export function SectionTexts(props: { view: Pick<DisclosureView, 'asked' | 'sections'> }): JSX.Element {
  const all = () => {
    const written = Object.keys(props.view.sections) as Section[]
    return [...props.view.asked, ...written.filter((section) => !props.view.asked.includes(section))]
  }
  return (
    <For each={all()}>
      {(section) => (
        <div>
          <h3>{t(`record.section.${section}`)}</h3>
          <Show when={props.view.sections[section]} fallback={<p class="note">{t('record.sectionEmpty')}</p>}>
            {(text) => <MethodText body={text()} />}
          </Show>
        </div>
      )}
    </For>
  )
}

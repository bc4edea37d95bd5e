import { createSignal, type JSX } from 'solid-js'
import { strategyStates } from '../../../shared/strategy.ts'
import { t } from '../../text.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'

/** Looks for words and for what became of it; the address holds what is looked for. */
export function LibrarySearch(props: {
  words: string | undefined
  state: string | undefined
  onSearch: (query: { words: string | undefined; state: string | undefined }) => void
}): JSX.Element {
  const [words, setWords] = createSignal(props.words ?? '')
  const [state, setState] = createSignal(props.state ?? '')
  return (
    <Form
      class="find-library"
      label={t('strategy.search')}
      submit={t('strategy.find')}
      onSubmit={() => props.onSearch({ words: words().trim() || undefined, state: state() || undefined })}
    >
      <Field
        type="search"
        label={t('strategy.words')}
        name="words"
        hint={t('strategy.wordsHint')}
        value={words()}
        onInput={setWords}
        maxlength={200}
        optional
      />
      <Select
        label={t('strategy.became')}
        name="state"
        options={strategyStates.map((value) => ({ value, label: t(`strategy.state.${value}`) }))}
        empty={t('strategy.anyState')}
        value={state()}
        onInput={setState}
      />
    </Form>
  )
}

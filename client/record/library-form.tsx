import { createSignal, For, type JSX, Show } from 'solid-js'
import { type LibraryCode, libraryCodes, libraryForm } from '../../shared/indicator-library.ts'
import { refusal } from '../../shared/permissions.ts'
import { type Grain, grains, type Indicator } from '../../shared/record.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { language, t } from '../text.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Form } from '../ui/form.tsx'
import { Select } from '../ui/select.tsx'
import { tell } from '../ui/toast.tsx'

/** Takes indicators that are defined already, in three languages, into the agreement. */
export function LibraryForm(props: {
  agreementId: string
  indicators: readonly Indicator[]
  onTaken: () => Promise<void>
}): JSX.Element {
  const [chosen, setChosen] = createSignal<readonly LibraryCode[]>([])
  const [grain, setGrain] = createSignal<Grain>('year')
  const free = () => libraryCodes.filter((code) => !props.indicators.some((one) => one.library === code))
  const form = () => ({ codes: [...chosen()], grain: grain(), language: language() })
  const toggle = (code: LibraryCode, on: boolean) =>
    setChosen(libraryCodes.filter((one) => (one === code ? on : chosen().includes(one))))
  const take = async () => {
    const json = libraryForm.parse(form())
    const param = { agreementId: props.agreementId }
    const { length: count } = await call(api.api.agreements[':agreementId'].library.$post({ param, json }))
    tell(t('comparison.libraryTaken', { count }))
    setChosen([])
    await props.onTaken()
  }
  return (
    <Disclose summary={t('comparison.library')}>
      <Show when={free().length > 0} fallback={<p class="note">{t('comparison.libraryAll')}</p>}>
        <p class="note">{t('comparison.libraryLede')}</p>
        <Form
          class="form wide-form"
          submit={t('comparison.libraryAct')}
          onSubmit={take}
          check={{ schema: libraryForm, value: form }}
          refusal={refusal(actor(), 'indicator.define', { agreementId: props.agreementId })}
        >
          <fieldset class="choices library">
            <legend>{t('record.indicators')}</legend>
            <For each={free()}>
              {(code) => (
                <Checkbox
                  label={t(`indicator.${code}.title`)}
                  hint={t(`indicator.${code}.definition`)}
                  checked={chosen().includes(code)}
                  onChange={(on) => toggle(code, on)}
                />
              )}
            </For>
          </fieldset>
          <Select
            label={t('record.grain')}
            name="grain"
            options={grains.map((one) => ({ value: one, label: t(`record.grain.${one}`) }))}
            empty={false}
            value={grain()}
            onInput={(one) => setGrain(one as Grain)}
          />
        </Form>
      </Show>
    </Disclose>
  )
}

import { type JSX, onMount } from 'solid-js'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { uniqueId } from '../ui/solid.ts'
import { tell } from '../ui/toast.tsx'

export interface HandOut {
  name: string
  email: string
  path: string
}

/** A link that is shown once, to be copied and handed to its person. */
export function LinkBox(props: { link: HandOut }): JSX.Element {
  const id = uniqueId()
  const url = () => new URL(props.link.path, location.origin).href
  let box: HTMLInputElement | undefined
  onMount(() => {
    box?.focus()
    box?.select()
  })
  const copy = async () => {
    await navigator.clipboard.writeText(url())
    tell(t('agreement.secretariat.copied'))
  }
  return (
    <div class="form-row">
      <label for={id}>{t('agreement.secretariat.link', { name: props.link.name })}</label>
      <div class="row">
        <input
          id={id}
          class="box"
          readonly
          value={url()}
          aria-describedby={`${id}-hint`}
          ref={(element) => {
            box = element
          }}
        />
        <Button onClick={copy}>{t('agreement.secretariat.copy')}</Button>
      </div>
      <p class="meta" id={`${id}-hint`}>
        {t('agreement.secretariat.linkHint', { email: props.link.email })}
      </p>
    </div>
  )
}

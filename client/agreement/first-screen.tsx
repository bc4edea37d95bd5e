import { For, type JSX } from 'solid-js'
import { useMainClass } from '../shell/main-class.ts'
import { t } from '../text.ts'
import { PageHead } from '../ui/page-head.tsx'
import { StartLink } from './agreements-page.tsx'

const steps = ['template', 'parties', 'people', 'forum'] as const

/** An installation without an agreement: what one is, how to start it, and what follows. */
export function FirstScreen(): JSX.Element {
  useMainClass('first')
  return (
    <>
      <PageHead title={t('agreement.first.title')} lede={t('agreement.first.lede')} />
      <StartLink primary />
      <section aria-labelledby="steps-h">
        <h2 id="steps-h">{t('agreement.first.steps')}</h2>
        <ol class="steps">
          <For each={steps}>
            {(step) => (
              <li>
                <b>{t(`agreement.first.${step}`)}</b>
                <p>{t(`agreement.first.${step}Text`)}</p>
              </li>
            )}
          </For>
        </ol>
      </section>
    </>
  )
}

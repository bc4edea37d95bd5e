import { createSignal, type JSX, Match, Switch } from 'solid-js'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import type { ProgrammeHead } from './programmes.ts'
import { judge, type Verdict } from './verdict.ts'

/**
 * Counts the sum of the text that is on the screen, in this browser, and looks for it in the act of the lock: the text
 * that is read is the one that was locked, or it says so.
 */
export function Verify(props: {
  programme: Pick<ProgrammeHead, 'id' | 'agreementId'>
  /** The exact text whose sum is verified, made from what is shown. */
  text: () => string
  hash: string
}): JSX.Element {
  const [verdict, setVerdict] = createSignal<Verdict>()
  const verify = async () => {
    setVerdict({ kind: 'running' })
    setVerdict(await judge(props.programme, props.text(), props.hash))
  }
  const verified = () => {
    const found = verdict()
    return found?.kind === 'verified' ? found : undefined
  }
  return (
    <div class="verify">
      <Button onClick={verify}>{t('commitment.verify')}</Button>
      <p class="note" role="status">
        <Switch>
          <Match when={verdict()?.kind === 'running'}>{t('commitment.verifying')}</Match>
          <Match when={verdict()?.kind === 'sumDiffers'}>
            <span class="late">{t('commitment.sumDiffers')}</span>
          </Match>
          <Match when={verdict()?.kind === 'ledgerDiffers'}>
            <span class="late">{t('commitment.ledgerDiffers')}</span>
          </Match>
          <Match when={verified()}>
            {(found) => <>{t('commitment.verified', { seq: found().seq, when: formatInstant(found().at) })}</>}
          </Match>
        </Switch>
      </p>
    </div>
  )
}

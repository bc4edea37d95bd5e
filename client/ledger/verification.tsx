import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { formatInstant, t } from '../text.ts'
import { groups } from '../ui/agreed.tsx'
import { Button } from '../ui/button.tsx'
import { State } from '../ui/state.tsx'
import { downloadPath, type Verdict, verify } from './chain.ts'

/** Checks the whole chain on the server, and says what came of it and when; the download lets anyone check it elsewhere. */
export function Verification(props: { agreementId: string }): JSX.Element {
  const [verdict, setVerdict] = createSignal<Verdict>()
  const check = async () => {
    setVerdict(await verify(props.agreementId))
  }
  return (
    <section class="blocks" aria-labelledby="verify-h">
      <div class="blocks-head">
        <h2 id="verify-h">{t('ledger.whole')}</h2>
        <p class="row">
          <Button onClick={check}>{t('ledger.verify')}</Button>
          <a class="button" href={downloadPath(props.agreementId)} download="">
            {t('ledger.download')}
          </a>
        </p>
      </div>
      <p class="meta">{t('ledger.how')}</p>
      <div role="status">
        <Show when={verdict()}>{(found) => <Found verdict={found()} />}</Show>
      </div>
    </section>
  )
}

function Found(props: { verdict: Verdict }): JSX.Element {
  const when = () => formatInstant(props.verdict.verifiedAt)
  return (
    <Switch>
      <Match when={props.verdict.fault}>
        {(fault) => (
          <p class="verdict-line">
            <State mark="struck">{t(`ledger.fault.${fault().fault}`, { seq: fault().seq, when: when() })}</State>
          </p>
        )}
      </Match>
      <Match when={!props.verdict.fault}>
        <p class="verdict-line">
          <State mark="full">{t('ledger.sound', { count: props.verdict.acts, when: when() })}</State>
        </p>
        <p class="seal">
          {t('ledger.head')} <span class="hash">{groups(props.verdict.head)}</span>
        </p>
      </Match>
    </Switch>
  )
}

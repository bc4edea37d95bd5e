import './ledger.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ActTable } from './act-table.tsx'
import { type Act, loadActs, pageSize } from './chain.ts'
import { Verification } from './verification.tsx'

/** Every formal step of the agreement, newest first, and the proof that none was changed, left out or put in. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const newest = createLoad(() => loadActs(agreement().id))
  const [older, setOlder] = createSignal<Act[]>([])
  const [atStart, setAtStart] = createSignal(false)
  const acts = () => [...(newest.value() ?? []), ...older()]
  const more = () => !atStart() && (newest.value()?.length ?? 0) === pageSize
  const showOlder = async () => {
    const page = await loadActs(agreement().id, acts().at(-1)?.seq)
    setOlder([...older(), ...page])
    setAtStart(page.length < pageSize)
  }
  return (
    <>
      <PageHead title={t('ledger.title')} lede={t('ledger.lede')} />
      <Verification agreementId={agreement().id} />
      <Loaded load={newest}>
        {() => (
          <>
            <ActTable acts={acts()} />
            <Show when={more()}>
              <p class="row">
                <Button onClick={showOlder}>{t('ledger.older')}</Button>
              </p>
            </Show>
          </>
        )}
      </Loaded>
    </>
  )
}

import { createSignal, type JSX, Match, Switch } from 'solid-js'
import type { Instant } from '../../shared/dates.ts'
import { api, call } from '../api.ts'
import { sumOfText } from '../plan/sum.ts'
import { formatInstant, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import type { ProgrammeHead } from './programmes.ts'

type Verdict = { kind: 'running' | 'sumDiffers' | 'ledgerDiffers' } | { kind: 'verified'; seq: number; at: Instant }

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
    <div class="row">
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
            {(found) => t('commitment.verified', { seq: found().seq, when: formatInstant(found().at) })}
          </Match>
        </Switch>
      </p>
    </div>
  )
}

async function judge(
  programme: Pick<ProgrammeHead, 'id' | 'agreementId'>,
  text: string,
  hash: string,
): Promise<Verdict> {
  if ((await sumOfText(text)) !== hash) return { kind: 'sumDiffers' }
  const { agreementId, id } = programme
  const acts = await call(
    api.api.agreements[':agreementId'].acts.$get({ param: { agreementId }, query: { subject: id, limit: '50' } }),
  )
  const act = acts.find((one) => one.kind === 'programme.locked')
  return act && namesSum(act.body, hash) ? { kind: 'verified', seq: act.seq, at: act.at } : { kind: 'ledgerDiffers' }
}

/** Whether the act of a lock names this sum: as that of the programme or as that of one of its commitments. */
export function namesSum(body: Record<string, unknown>, hash: string): boolean {
  const { commitments } = body
  return (
    body.hash === hash ||
    (Array.isArray(commitments) && commitments.some((one: { hash?: unknown }) => one.hash === hash))
  )
}

import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { stageRefusal, verdictOn } from '../../shared/plan.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { formatList, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'
import type { PlanHere, ReadingInFull } from './overview.ts'
import type { Counted } from './reading-sum.ts'

interface ActsProps {
  here: PlanHere
  reading: ReadingInFull
  counted: Counted
  onChanged: () => Promise<void>
}

/** How a reading ends: locked for good, or given back to be written on. */
export function ReadingActs(props: ActsProps): JSX.Element {
  return (
    <div class="reading-acts">
      <LockReading {...props} />
      <ReopenReading {...props} />
    </div>
  )
}

function LockReading(props: ActsProps): JSX.Element {
  const agreement = useAgreement()
  const navigate = useNavigate()
  const [asking, setAsking] = createSignal(false)
  const verdict = () => verdictOn(props.reading.rules, props.reading.concurrences)
  const refused = (): RefusalCode | undefined =>
    refusal(actor(), 'reading.lock', props.reading) ??
    stageRefusal('lock', props.here.forum.stage) ??
    (verdict().preventing.length > 0 ? 'reading_objected' : undefined) ??
    (verdict().missing.length > 0 ? 'concurrences_missing' : undefined) ??
    (props.counted === 'same' ? undefined : 'hash_differs')
  const names = (ids: readonly string[]) => formatList(ids.map((id) => delegationWho(agreement(), id)?.name ?? ''))
  const reason = () => {
    const code = refused()
    if (code === 'reading_objected') return t('plan.lock.prevented', { delegations: names(verdict().preventing) })
    if (code === 'concurrences_missing') return t('plan.lock.missing', { delegations: names(verdict().missing) })
    return code === 'forum_stage' ? t('plan.lock.stage') : undefined
  }
  const lock = async () => {
    const { id, hash } = props.reading
    const programme = await call(api.api.readings[':id'].lock.$put({ param: { id }, json: { hash } }))
    navigate(paths.programme(agreement().slug, programme.id))
  }
  return (
    <>
      <Button refusal={refused()} reason={reason()} onClick={() => setAsking(true)}>
        {t('plan.lock', { number: props.reading.number })}
      </Button>
      <Dialog open={asking()} title={t('plan.lock', { number: props.reading.number })} onClose={() => setAsking(false)}>
        <p>{t('plan.lock.what', { count: props.reading.body.measures.length })}</p>
        <p class="row">
          <Button primary onClick={lock}>
            {t('plan.lock', { number: props.reading.number })}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
        </p>
      </Dialog>
    </>
  )
}

/** By the secretariat at any time; by a delegate once somebody's stance keeps the reading from being locked. */
function ReopenReading(props: ActsProps): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const [why, setWhy] = createSignal('')
  const bySecretariat = () => !refusal(actor(), 'reading.reopen', props.reading)
  const prevented = () => verdictOn(props.reading.rules, props.reading.concurrences).preventing.length > 0
  const refused = () =>
    bySecretariat()
      ? undefined
      : refusal(actor(), 'reading.return', { ...props.reading, state: prevented() ? 'prevented' : props.reading.state })
  const reopen = async () => {
    const asked = { param: { id: props.reading.id }, json: { reason: why().trim() } }
    const act = api.api.readings[':id']
    await call(bySecretariat() ? act.reopening.$put(asked) : act.return.$put(asked))
    setAsking(false)
    tell(t('plan.reopened'))
    await props.onChanged()
  }
  return (
    <>
      <Button refusal={refused()} onClick={() => setAsking(true)}>
        {t('plan.reopen')}
      </Button>
      <Dialog open={asking()} title={t('plan.reopen')} onClose={() => setAsking(false)}>
        <p>{t('plan.reopen.what', { number: props.reading.number, count: props.reading.concurrences.length })}</p>
        <Show when={asking()}>
          <Form
            submit={t('plan.reopen')}
            refusal={why().trim() === '' ? 'reason_needed' : undefined}
            onSubmit={reopen}
            beside={<Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>}
          >
            <TextArea label={t('plan.reason')} name="reason" required maxlength={5000} value={why()} onInput={setWhy} />
          </Form>
        </Show>
      </Dialog>
    </>
  )
}

import type { JSX } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { tell } from '../ui/toast.tsx'
import type { DisclosureView } from './records.ts'

interface AmendProps {
  view: DisclosureView
  stage: string
  again: () => Promise<void>
}

/** Begins to change what was filed; it stands as it is until the team files anew. */
export function AmendPart(props: AmendProps): JSX.Element {
  const refused = () => {
    const { agreementId, teamId, state } = props.view
    return (
      refusal(actor(), 'disclosure.begin', { agreementId, teamId, state: props.stage }) ??
      refusal(actor(), 'disclosure.amend', { agreementId, teamId, state })
    )
  }
  const amend = async () => {
    await call(api.api.disclosures[':id'].amendment.$put({ param: { id: props.view.id } }))
    tell(t('record.amendBegun'))
    await props.again()
  }
  return (
    <div class="stack">
      <p class="meta">{t('record.amendLede')}</p>
      <div class="row">
        <Button refusal={refused()} onClick={amend}>
          {t('record.amend')}
        </Button>
      </div>
    </div>
  )
}

/** What is being changed, and the way back. */
export function AmendingNote(props: AmendProps): JSX.Element {
  const drop = async () => {
    await call(api.api.disclosures[':id'].amendment.$delete({ param: { id: props.view.id } }))
    tell(t('record.amendDropped'))
    await props.again()
  }
  return (
    <div class="note">
      <p>{t('record.amendingLede', { number: props.view.filings.length })}</p>
      <div class="row">
        <Button onClick={drop}>{t('record.amendDrop')}</Button>
      </div>
    </div>
  )
}

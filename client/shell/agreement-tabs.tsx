import { useLocation } from '@solidjs/router'
import { createMemo, type JSX } from 'solid-js'
import { may } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { type Tab, Tabs } from '../ui/tabs.tsx'
import type { AgreementHere } from './agreement.ts'
import { type Place, placesOf } from './places.ts'

/** The pages of one agreement: what stands now is asked for again with each page. */
export function AgreementTabs(props: { agreement: AgreementHere }): JSX.Element {
  const location = useLocation()
  const fora = createLoad(async () => {
    void location.pathname
    return call(api.api.agreements[':agreementId'].forums.$get({ param: { agreementId: props.agreement.id } }))
  })
  const programmes = createLoad(async () => {
    void location.pathname
    return call(api.api.agreements[':agreementId'].programmes.$get({ param: { agreementId: props.agreement.id } }))
  })
  const places = createMemo(() =>
    placesOf({
      slug: props.agreement.slug,
      fora: fora.value() ?? [],
      programmes: programmes.value() ?? [],
      secretariat: may(actor(), 'agreement.change', { agreementId: props.agreement.id }),
      pathname: location.pathname,
    }),
  )
  return <Tabs label={t('shell.thisAgreement')} tabs={places().map(tabOf)} />
}

const tabOf = ({ href, word, label, current }: Place): Tab => ({
  href,
  label: t(`shell.tab.${word}`, { label: label?.replace('-', '/') }),
  current,
})

import { useLocation } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { may } from '../../shared/permissions.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { type Tab, Tabs } from '../ui/tabs.tsx'
import type { AgreementHere } from './agreement.ts'

/** The pages of one agreement. */
export function AgreementTabs(props: { agreement: AgreementHere }): JSX.Element {
  const location = useLocation()
  return (
    <Tabs
      label={t('shell.thisAgreement')}
      tabs={tabsOf(props.agreement).map((tab) => ({ ...tab, current: tab.href === location.pathname }))}
    />
  )
}

function tabsOf(agreement: AgreementHere): Tab[] {
  const { slug } = agreement
  const tabs: (Tab | undefined)[] = [
    { href: paths.agreement(slug), label: t('shell.tab.agreement') },
    { href: paths.records(slug), label: t('shell.tab.records') },
    { href: paths.ledger(slug), label: t('shell.tab.ledger') },
    may(actor(), 'agreement.change', { agreementId: agreement.id })
      ? { href: paths.secretariat(slug), label: t('shell.tab.secretariat') }
      : undefined,
  ]
  return tabs.filter((tab) => tab !== undefined)
}

import type { JSX } from 'solid-js'
import { paths } from '../paths.ts'
import { formatInstant, formatNumber, rich, t } from '../text.ts'
import { groups } from '../ui/agreed.tsx'
import { Fact, Facts, Part } from '../ui/lists.tsx'
import type { DisclosureView } from './records.ts'

/** The proof of a filing: what was sealed, when, and where its sum stands, so that nobody can change it unseen. */
export function ReceiptPart(props: {
  receipt: NonNullable<DisclosureView['receipt']>
  view: DisclosureView
  slug: string
  children?: JSX.Element
}): JSX.Element {
  const file = (name: string) => `/api/disclosures/${encodeURIComponent(props.view.id)}/${name}`
  return (
    <Part title={t('record.receipt')} id="receipt">
      <div class="stack">
        <Facts>
          <Fact name={t('record.filedOn')}>
            <time datetime={props.receipt.filedAt}>{formatInstant(props.receipt.filedAt, 'full')}</time>
            {props.view.filedBy ? `, ${props.view.filedBy}` : ''}
          </Fact>
          <Fact name={t('record.sealedContent')}>
            {t('record.contentCount', { records: props.view.records, figures: props.view.figures })}
          </Fact>
          <Fact name={t('ui.sum')}>
            <span class="hash">{groups(props.receipt.contentHash)}</span>
          </Fact>
          <Fact name={t('record.inLedger')}>
            <a href={paths.ledger(props.slug)}>
              {t('record.actNumber', { number: formatNumber(props.receipt.actSeq) })}
            </a>
          </Fact>
        </Facts>
        <p class="meta">
          {rich('record.receiptHow', {
            a: (inner) => (
              <a href={file('sealed.txt')} rel="external" download="">
                {inner}
              </a>
            ),
          })}
        </p>
        {props.children}
      </div>
    </Part>
  )
}

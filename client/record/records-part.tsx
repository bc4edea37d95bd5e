import { createSignal, type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, asProblem, call } from '../api.ts'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Part } from '../ui/lists.tsx'
import { Refusable } from '../ui/refusable.tsx'
import { tell, tellProblem } from '../ui/toast.tsx'
import { RecordForm } from './record-form.tsx'
import type { DisclosureView } from './records.ts'
import { RecordsTable } from './records-table.tsx'

/** The records of a draft, and the two ways in: a file, or one figure at a time. */
export function RecordsPart(props: {
  view: DisclosureView
  forum: { label: string; agreementSlug: string }
  indicators: readonly Indicator[]
  refusal: RefusalCode | undefined
  again: () => Promise<void>
}): JSX.Element {
  const [changes, setChanges] = createSignal(0)
  const changed = async () => {
    setChanges((count) => count + 1)
    await props.again()
  }
  const withdraw = async (recordId: string) => {
    await call(api.api.disclosures[':id'].records[':recordId'].$delete({ param: { id: props.view.id, recordId } }))
    tell(t('record.withdrawn'))
    await changed()
  }
  return (
    <Part title={t('record.records')} id="records">
      <div class="stack">
        <p>
          {t('record.contentCount', { records: props.view.records, figures: props.view.figures })}{' '}
          <Show when={props.view.records > 0}>
            <a href={`/api/disclosures/${props.view.id}/records.csv`} rel="external" download="">
              {t('record.recordsAsCsv')}
            </a>
          </Show>
        </p>
        <div class="row">
          <Refusable refusal={props.refusal}>
            {(attributes) => (
              <a
                class="button"
                {...attributes}
                href={props.refusal ? undefined : paths.importRecords(props.forum.agreementSlug, props.forum.label)}
              >
                {t('record.importFile')}
              </a>
            )}
          </Refusable>
        </div>
        <Show when={!props.refusal}>
          <Disclose summary={t('record.typeOne')}>
            <RecordForm
              disclosureId={props.view.id}
              indicators={props.indicators}
              slug={props.forum.agreementSlug}
              onSaved={changed}
            />
          </Disclose>
        </Show>
        <RecordsTable
          disclosureId={props.view.id}
          indicators={props.indicators}
          stamp={`${props.view.records} ${changes()} ${props.view.batches.map((batch) => batch.state).join()}`}
          act={
            props.refusal
              ? undefined
              : (record, what) => (
                  <button
                    type="button"
                    class="link"
                    aria-label={t('record.withdrawOf', { what })}
                    onClick={() => withdraw(record.id).catch((thrown: unknown) => tellProblem(asProblem(thrown)))}
                  >
                    {t('record.withdraw')}
                  </button>
                )
          }
        />
        <Show when={props.view.records > 0}>
          <p class="meta">{t('record.withoutZero')}</p>
        </Show>
      </div>
    </Part>
  )
}

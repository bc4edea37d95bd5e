import { type JSX, Match, Show, Switch } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { Part } from '../ui/lists.tsx'
import { CheckResult } from './check-result.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FileFacts } from './file-facts.tsx'
import { FileTrouble, Working } from './file-trouble.tsx'
import { createImporter } from './importer.ts'
import { importOf, startImport } from './imports.ts'
import { MappingForm } from './mapping-form.tsx'
import type { DisclosureView, ImportBatch, loadMappings } from './records.ts'
import { RunningImport } from './running-import.tsx'
import { Unfinished } from './unfinished.tsx'

/** From a file to records: choose it, say what its columns hold, look at what will be taken, import. */
export function ImportWizard(props: {
  view: DisclosureView
  indicators: readonly Indicator[]
  remembered: Awaited<ReturnType<typeof loadMappings>>
  forum: { label: string; agreementSlug: string }
  again: () => Promise<void>
}): JSX.Element {
  const importer = createImporter(() => ({
    disclosureId: props.view.id,
    team: props.view.team,
    indicators: props.indicators,
    remembered: props.remembered,
  }))
  const start = async (resumed?: ImportBatch) => {
    const work = importer.work()
    if (!work) return
    importer.stop()
    await startImport(props.view.id, work, resumed)
    importer.forget()
    await props.again()
  }
  const isUnfinished = () => props.view.batches.some(({ state }) => state !== 'finished' && state !== 'undone')
  const records = () => paths.disclosure(props.forum.agreementSlug, props.forum.label)
  return (
    <Show
      when={!importOf(props.view.id)}
      fallback={<RunningImport running={importOf(props.view.id)!} disclosure={records()} again={props.again} />}
    >
      <Part title={t('record.stepFile')} id="choose">
        <div class="stack">
          <Unfinished view={props.view} importer={importer} onResume={start} again={props.again} />
          <ChooseFile importer={importer} />
          <FileTrouble importer={importer} />
          <Switch
            fallback={
              <Show when={importer.progress()}>{(now) => <Working {...now()} onStop={importer.forget} />}</Show>
            }
          >
            <Match when={importer.seen()}>{(seen) => <FileFacts seen={seen()} importer={importer} />}</Match>
          </Switch>
        </div>
      </Part>
      <Show when={importer.seen()}>
        {(seen) => (
          <>
            <Part title={t('record.stepColumns')} id="columns">
              <MappingForm seen={seen()} importer={importer} indicators={props.indicators} team={props.view.team} />
            </Part>
            <Part title={t('record.stepCheck')} id="check">
              <CheckResult
                seen={seen()}
                importer={importer}
                indicators={props.indicators}
                refusal={isUnfinished() ? 'import_unfinished' : undefined}
                onStart={() => start()}
              />
            </Part>
          </>
        )}
      </Show>
    </Show>
  )
}

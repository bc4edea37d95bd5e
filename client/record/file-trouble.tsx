import { type JSX, Show } from 'solid-js'
import { mostLines, mostRecords } from '../../shared/import-batch.ts'
import { type Problem, problemText } from '../api.ts'
import { formatNumber, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { FileFault } from './file-fault.ts'
import type { Importer } from './importer.ts'

/** Why a file cannot be read, in a sentence. */
export const troubleText = (fault: FileFault | Problem): string =>
  fault instanceof FileFault
    ? t(`record.trouble.${fault.code}`, {
        line: formatNumber(fault.line ?? 0),
        lines: formatNumber(mostLines),
        records: formatNumber(mostRecords),
      })
    : problemText(fault)

export function FileTrouble(props: { importer: Importer }): JSX.Element {
  return (
    <Show when={props.importer.fault()}>
      {(fault) => (
        <p class="issue" role="alert">
          <Show when={props.importer.file()}>{(file) => <b>{file().name}: </b>}</Show>
          {troubleText(fault())}
        </p>
      )}
    </Show>
  )
}

/** Bytes as people count them, never nothing: a bar of no length would say nothing. */
export const megabytes = (bytes: number): number => Math.max(Math.round(bytes / 1e5) / 10, 0.1)

/** A file is being read; the page stays free, and the reading can be given up. */
export function Working(props: { done: number; total: number; onStop: () => void }): JSX.Element {
  return (
    <div class="row">
      <Progress label={t('record.reading')} done={megabytes(props.done)} total={megabytes(props.total)} />
      <Button onClick={() => props.onStop()}>{t('record.giveUp')}</Button>
    </div>
  )
}

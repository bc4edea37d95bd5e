import { createMemo, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { api, call } from '../api.ts'
import { formatNumber, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Fact, Facts, Part } from '../ui/lists.tsx'
import { Progress } from '../ui/progress.tsx'
import { tell } from '../ui/toast.tsx'
import { megabytes, troubleText } from './file-trouble.tsx'
import { forgetImport, type Import, stopImport } from './imports.ts'

/** An import that is under way, or how it ended. */
export function RunningImport(props: { running: Import; disclosure: string; again: () => Promise<void> }): JSX.Element {
  return (
    <Part title={t('record.importOf', { file: props.running.filename })}>
      <Switch>
        <Match when={props.running.state === 'running'}>
          <Progress
            label={t('record.importing', { sent: formatNumber(props.running.sent) })}
            done={megabytes(props.running.done)}
            total={megabytes(props.running.total)}
          />
          <p class="meta">{t('record.mayLeave')}</p>
          <Button onClick={() => stopImport()}>{t('record.stop')}</Button>
        </Match>
        <Match when={props.running.state === 'finished'}>
          <Finished {...props} />
        </Match>
        <Match when={true}>
          <p class="issue" role="alert">
            <Show when={props.running.problem} fallback={t('record.importStopped')}>
              {(problem) => troubleText(problem())}
            </Show>{' '}
            {t('record.nothingCounts')}
          </p>
          <Button onClick={() => forgetImport()}>{t('record.backToFile')}</Button>
        </Match>
      </Switch>
    </Part>
  )
}

function Finished(props: { running: Import; disclosure: string; again: () => Promise<void> }): JSX.Element {
  const batch = () => props.running.batch
  const undo = async () => {
    const undone = await call(api.api.batches[':id'].$delete({ param: { id: batch()!.id } }))
    tell(t('record.batch.undoneNow', { file: undone.filename }))
    forgetImport()
    await props.again()
  }
  return (
    <div class="stack">
      <p role="status">
        <b>{t('record.imported', { count: batch()?.rowsAccepted ?? 0 })}</b>
      </p>
      <Outcome running={props.running} />
      <div class="row">
        <a class="button primary" href={props.disclosure} onClick={() => forgetImport()}>
          {t('record.toRecords')}
        </a>
        <Button onClick={() => forgetImport()}>{t('record.another')}</Button>
        <Button onClick={undo}>{t('record.batch.undo')}</Button>
      </div>
    </div>
  )
}

function Outcome(props: { running: Import }): JSX.Element {
  const tally = () => props.running.tally
  return (
    <Facts>
      <Fact name={t('record.batch.replaced')}>{formatNumber(props.running.batch?.rowsReplaced ?? 0)}</Fact>
      <Fact name={t('record.tally.otherTeam')}>{formatNumber(tally()?.otherTeam ?? 0)}</Fact>
      <Fact name={t('record.tally.leftOut')}>{formatNumber(tally()?.leftOut ?? 0)}</Fact>
      <Fact name={t('record.tally.faults')}>
        {formatNumber(tally()?.faults ?? 0)}{' '}
        <Show when={tally()?.faults ? props.running.report : undefined}>
          {(report) => <ReportLink report={report()} filename={props.running.filename} />}
        </Show>
      </Fact>
    </Facts>
  )
}

/** All faults of a file as CSV, made in the browser. */
export function ReportLink(props: { report: Blob; filename: string }): JSX.Element {
  const address = createMemo<string>((before) => {
    if (before) URL.revokeObjectURL(before)
    return URL.createObjectURL(props.report)
  }, '')
  onCleanup(() => URL.revokeObjectURL(address()))
  return (
    <a href={address()} rel="external" download={t('record.reportName', { file: props.filename })}>
      {t('record.faultsAsCsv')}
    </a>
  )
}

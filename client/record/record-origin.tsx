import { For, type JSX, Show } from 'solid-js'
import { formatInstant, formatNumber, t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { figureText } from '../ui/figure.tsx'
import type { RecordPage } from './records.ts'

type Shown = RecordPage['records'][number]
type Said = Shown | Shown['earlier'][number]

/** Where a record comes from: typed, or a line of a file with the cell as it stood there; and what it took the place of. */
export function RecordOrigin(props: { record: Shown; page: RecordPage | undefined; unit: string }): JSX.Element {
  const who = (said: Said) => props.page?.people[said.personId] ?? ''
  const when = (said: Said) => formatInstant(said.at)
  const changed = () => ({ who: who(props.record), when: when(props.record), why: props.record.why })
  const told = (said: Shown['earlier'][number]) => {
    const figure = `${figureText(said)} ${said.value === undefined ? '' : (said.unit ?? props.unit)}`.trim()
    const words = { figure, who: who(said), when: when(said) }
    return said.forum ? t('record.earlierTold', { ...words, forum: said.forum }) : t('record.earlierSaid', words)
  }
  return (
    <>
      <span class="meta">
        <Source said={props.record} page={props.page} />
      </span>
      <Show when={props.record.earlier.length > 0}>
        <Disclose summary={t('record.earlier', { count: props.record.earlier.length })}>
          <p class="meta">{t(props.record.why ? 'record.changedWhy' : 'record.changedNoWhy', changed())}</p>
          <ul class="lines">
            <For each={props.record.earlier}>
              {(said) => (
                <li class="meta">
                  {told(said)}. <Source said={said} page={props.page} />
                  <Show when={said.why}> {t('record.whyWas', { why: said.why })}</Show>
                </li>
              )}
            </For>
          </ul>
        </Disclose>
      </Show>
    </>
  )
}

function Source(props: { said: Said; page: RecordPage | undefined }): JSX.Element {
  const file = () => props.page?.files[props.said.batchId ?? '']
  const words = () => ({
    line: formatNumber(props.said.line ?? 0),
    raw: props.said.raw,
    file: file()?.filename ?? '',
    sheet: file()?.sheet ?? '',
  })
  return (
    <Show when={props.said.line} fallback={t('record.typed')}>
      <span title={file()?.fileHash && `SHA-256 ${file()!.fileHash}`}>
        {t(file()?.sheet ? 'record.fromSheet' : file() ? 'record.fromFile' : 'record.fromLine', words())}
      </span>
    </Show>
  )
}

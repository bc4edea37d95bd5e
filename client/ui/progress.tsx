import { type JSX, Show } from 'solid-js'
import { formatNumber, t } from '../text.ts'

/** Long work: how far it is, in a bar and in words. Without a total, that it goes on. */
export function Progress(props: { label: string; done?: number | undefined; total?: number | undefined }): JSX.Element {
  return (
    <div class="progress">
      <span>{props.label}</span>
      <Show when={props.total} fallback={<progress aria-label={props.label} />}>
        {(total) => (
          <>
            <progress aria-label={props.label} value={props.done ?? 0} max={total()} />
            <span class="meta">
              {t('ui.progress', { done: formatNumber(props.done ?? 0), total: formatNumber(total()) })}
            </span>
          </>
        )}
      </Show>
    </div>
  )
}

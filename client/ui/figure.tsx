import { type JSX, Show } from 'solid-js'
import type { Missing } from '../../shared/record.ts'
import { formatNumber, formatPercent, t } from '../text.ts'

/** The words for a value, or for why there is none. For charts and labels; elsewhere use `<Figure>`. */
export function figureText(figure: {
  value?: number | undefined
  percent?: boolean | undefined
  missing?: Missing | undefined
}): string {
  if (figure.value !== undefined) return figure.percent ? formatPercent(figure.value) : formatNumber(figure.value)
  return t(`ui.missing.${figure.missing ?? 'unknown'}`)
}

/** A value, or the reason why there is none: never a zero, never a dash. */
export function Figure(props: {
  value?: number | undefined
  /** The value is a share in per cent. */
  percent?: boolean | undefined
  /** What it counts, after the value: `20 of 35`, a unit. */
  detail?: JSX.Element | undefined
  missing?: Missing | undefined
  reason?: string | undefined
  /** Why it cannot be compared, as the end of “not comparable, because …”. */
  notComparable?: string | undefined
}): JSX.Element {
  return (
    <Show
      when={props.value !== undefined}
      fallback={<MissingFigure missing={props.missing ?? 'unknown'} reason={props.reason} />}
    >
      <Show when={props.notComparable} fallback={<b>{figureText(props)}</b>}>
        <span class="nc-value">{figureText(props)}</span>
      </Show>
      <Show when={props.detail}>
        {' '}
        <span>{props.detail}</span>
      </Show>
      <Show when={props.notComparable}>
        {(reason) => <span class="verdict">{t('ui.notComparable', { reason: reason() })}</span>}
      </Show>
    </Show>
  )
}

function MissingFigure(props: { missing: Missing; reason: string | undefined }): JSX.Element {
  const word = () => t(`ui.missing.${props.missing}`)
  return (
    <span class="meta">
      {props.reason ? t('ui.missingBecause', { missing: word(), reason: props.reason }) : word()}
    </span>
  )
}

import { type JSX, Show } from 'solid-js'
import { t } from '../text.ts'

/** How lateness is drawn; once a drawing. */
export const Hatch = (): JSX.Element => (
  <defs>
    <pattern id="late-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--signal-wash)" />
      <line x1="0" x2="0" y1="0" y2="5" stroke="var(--signal)" stroke-width="3" />
    </pattern>
  </defs>
)

/** What the marks of the timeline mean. */
export function TimelineKey(props: { determination: boolean }): JSX.Element {
  return (
    <ul class="key">
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <rect class="span" x="0" y="4" width="22" height="8" />
          <line class="due" x1="22" x2="22" y1="0" y2="16" />
        </svg>{' '}
        {t('commitment.key.span')}
      </li>
      <li>
        <svg width="26" height="16" aria-hidden="true">
          <rect class="over" x="0" y="4" width="24" height="8" />
        </svg>{' '}
        {t('commitment.key.over')}
      </li>
      <li>
        <svg width="12" height="16" aria-hidden="true">
          <circle class="report" cx="6" cy="8" r="3.5" />
        </svg>{' '}
        {t('commitment.key.report')}
      </li>
      <li>
        <svg width="12" height="16" aria-hidden="true">
          <circle class="nc" cx="6" cy="8" r="4" />
        </svg>{' '}
        {t('commitment.key.missing')}
      </li>
      <li>
        <svg width="14" height="16" aria-hidden="true">
          <path class="finding" d="M7 2l6 6-6 6-6-6z" />
        </svg>{' '}
        {t('commitment.key.finding')}
      </li>
      <Show when={props.determination}>
        <li>
          <svg width="8" height="16" aria-hidden="true">
            <line class="ref" x1="4" x2="4" y1="0" y2="16" />
          </svg>{' '}
          {t('commitment.key.determination')}
        </li>
      </Show>
    </ul>
  )
}

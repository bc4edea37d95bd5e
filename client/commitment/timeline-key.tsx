import { type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { Key, KeyItem } from '../ui/key.tsx'

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
    <Key>
      <KeyItem
        width={26}
        mark={
          <>
            <rect class="span" x="0" y="4" width="22" height="8" />
            <line class="due" x1="22" x2="22" y1="0" y2="16" />
          </>
        }
      >
        {t('commitment.key.span')}
      </KeyItem>
      <KeyItem width={26} mark={<rect class="over" x="0" y="4" width="24" height="8" />}>
        {t('commitment.key.over')}
      </KeyItem>
      <KeyItem width={12} mark={<circle class="report" cx="6" cy="8" r="3.5" />}>
        {t('commitment.key.report')}
      </KeyItem>
      <KeyItem width={12} mark={<circle class="nc" cx="6" cy="8" r="4" />}>
        {t('commitment.key.missing')}
      </KeyItem>
      <KeyItem width={14} mark={<path class="finding" d="M7 2l6 6-6 6-6-6z" />}>
        {t('commitment.key.finding')}
      </KeyItem>
      <Show when={props.determination}>
        <KeyItem width={8} mark={<line class="ref" x1="4" x2="4" y1="0" y2="16" />}>
          {t('commitment.key.determination')}
        </KeyItem>
      </Show>
    </Key>
  )
}

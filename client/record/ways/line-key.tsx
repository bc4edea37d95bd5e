import { type JSX, Show } from 'solid-js'
import { t } from '../../text.ts'
import { hasAside, type Seen } from '../comparison-seen.ts'
import { mostLines } from './side.tsx'

/** What the weights and dashes of lines mean. */
export function LineKey(props: { seen: Seen; breaks?: boolean | undefined }): JSX.Element {
  return (
    <ul class="key">
      <Show when={props.seen.from}>{(from) => <KeyLine look="s-own">{from().name}</KeyLine>}</Show>
      <KeyLine look="s-best">{t('comparison.key.best')}</KeyLine>
      <KeyLine look={props.seen.teams.length > mostLines ? 's-faint' : 's-peer'}>{t('comparison.key.others')}</KeyLine>
      <Show when={props.seen.teams.length <= mostLines && hasAside(props.seen)}>
        <KeyLine look="s-aside">{t('comparison.key.aside')}</KeyLine>
      </Show>
      <Show when={props.breaks}>
        <li>
          <svg width="8" height="16" aria-hidden="true">
            <line class="ref" x1="4" x2="4" y1="0" y2="16" />
          </svg>{' '}
          {t('comparison.key.break')}
        </li>
      </Show>
    </ul>
  )
}

const KeyLine = (props: { look: string; children: JSX.Element }): JSX.Element => (
  <li>
    <svg width="28" height="16" aria-hidden="true" class={props.look}>
      <line x1="0" x2="28" y1="8" y2="8" />
    </svg>{' '}
    {props.children}
  </li>
)

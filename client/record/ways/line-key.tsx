import { type JSX, Show } from 'solid-js'
import { t } from '../../text.ts'
import { Key, KeyItem } from '../../ui/key.tsx'
import { hasAside, type Seen } from '../comparison-seen.ts'
import { mostLines } from './side.tsx'

/** What the weights and dashes of lines mean. */
export function LineKey(props: { seen: Seen; breaks?: boolean | undefined }): JSX.Element {
  return (
    <Key>
      <Show when={props.seen.from}>{(from) => <KeyLine look="s-own">{from().name}</KeyLine>}</Show>
      <KeyLine look="s-best">{t('comparison.key.best')}</KeyLine>
      <KeyLine look={props.seen.teams.length > mostLines ? 's-faint' : 's-peer'}>{t('comparison.key.others')}</KeyLine>
      <Show when={props.seen.teams.length <= mostLines && hasAside(props.seen)}>
        <KeyLine look="s-aside">{t('comparison.key.aside')}</KeyLine>
      </Show>
      <Show when={props.breaks}>
        <KeyItem width={8} mark={<line class="ref" x1="4" x2="4" y1="0" y2="16" />}>
          {t('comparison.key.break')}
        </KeyItem>
      </Show>
    </Key>
  )
}

const KeyLine = (props: { look: string; children: JSX.Element }): JSX.Element => (
  <KeyItem width={28} look={props.look} mark={<line x1="0" x2="28" y1="8" y2="8" />}>
    {props.children}
  </KeyItem>
)

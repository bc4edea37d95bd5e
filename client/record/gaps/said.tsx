import { type JSX, Show } from 'solid-js'
import type { Question, VoiceAnswer } from '../../../shared/gap.ts'
import { State } from '../../ui/state.tsx'
import { saidWords } from './gaps.ts'

/** What a voice said on a question, and why. */
export const Said = (props: { question: Question; answer: VoiceAnswer; reason: string }): JSX.Element => (
  <>
    <State mark={props.answer === 'accept' ? 'full' : 'struck'}>{saidWords(props.question, props.answer)}</State>
    <Show when={props.reason}>{(reason) => <p class="why">{reason()}</p>}</Show>
  </>
)

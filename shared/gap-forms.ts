import * as z from 'zod/mini'
import { evidence } from './evidence.ts'
import { voiceAnswers } from './gap.ts'
import { isPeriod } from './period.ts'
import { needs, someWords, words } from './words.ts'

const id = z.string().check(z.minLength(1), z.maxLength(64))
const pair = { teamId: id, peerId: id, indicatorId: id, period: z.string().check(z.refine(isPeriod)) }

/** Which proposal is meant: this team behind that peer, in one indicator and period. */
export const gapPair = z.strictObject(pair)
export type GapPair = z.infer<typeof gapPair>

export const settingAside = z.strictObject({ ...pair, reason: words(2000) })
export type SettingAside = z.infer<typeof settingAside>

const pieces = z.array(evidence).check(z.maxLength(30))

/** Words alone explain nothing: at least one thing that can be looked up goes with them. */
export const explanationForm = z.strictObject({ body: words(10_000), evidence: pieces.check(z.minLength(1)) })
export type ExplanationForm = z.infer<typeof explanationForm>

/** Who refuses says why; the reason stays beside the decision, also where others carried it. */
export const voiceForm = z
  .strictObject({ answer: z.enum(voiceAnswers), reason: someWords(5000) })
  .check(needs('reason', (said) => said.answer === 'refuse' && said.reason === ''))
export type VoiceForm = z.infer<typeof voiceForm>

/** How an adoption goes; `done` asks the forum to look at it, and then something must show it. */
export const progressForm = z.strictObject({ body: words(10_000), evidence: pieces, done: z.boolean() }).check(
  z.check(({ value, issues }) => {
    if (value.done && value.evidence.length === 0)
      issues.push({
        code: 'too_small',
        origin: 'array',
        minimum: 1,
        inclusive: true,
        path: ['evidence'],
        input: value.evidence,
      })
  }),
)
export type ProgressForm = z.infer<typeof progressForm>

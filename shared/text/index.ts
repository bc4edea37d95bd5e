import { account as enAccount } from './en/account.ts'
import { agreement as enAgreement } from './en/agreement.ts'
import { charter as enCharter } from './en/charter.ts'
import { commitment as enCommitment } from './en/commitment.ts'
import { comparison as enComparison } from './en/comparison.ts'
import { criterion as enCriterion } from './en/criterion.ts'
import { dictionary as enDictionary } from './en/dictionary.ts'
import { fault as enFault } from './en/fault.ts'
import { forum as enForum } from './en/forum.ts'
import { gap as enGap } from './en/gap.ts'
import { indicator as enIndicator } from './en/indicator.ts'
import { ledger as enLedger } from './en/ledger.ts'
import { live as enLive } from './en/live.ts'
import { method as enMethod } from './en/method.ts'
import { notice as enNotice } from './en/notice.ts'
import { plan as enPlan } from './en/plan.ts'
import { publication as enPublication } from './en/publication.ts'
import { record as enRecord } from './en/record.ts'
import { refusal as enRefusal } from './en/refusal.ts'
import { shell as enShell } from './en/shell.ts'
import { strategy as enStrategy } from './en/strategy.ts'
import { ui as enUi } from './en/ui.ts'
import { account as esAccount } from './es/account.ts'
import { agreement as esAgreement } from './es/agreement.ts'
import { charter as esCharter } from './es/charter.ts'
import { commitment as esCommitment } from './es/commitment.ts'
import { comparison as esComparison } from './es/comparison.ts'
import { criterion as esCriterion } from './es/criterion.ts'
import { dictionary as esDictionary } from './es/dictionary.ts'
import { fault as esFault } from './es/fault.ts'
import { forum as esForum } from './es/forum.ts'
import { gap as esGap } from './es/gap.ts'
import { indicator as esIndicator } from './es/indicator.ts'
import { ledger as esLedger } from './es/ledger.ts'
import { live as esLive } from './es/live.ts'
import { method as esMethod } from './es/method.ts'
import { notice as esNotice } from './es/notice.ts'
import { plan as esPlan } from './es/plan.ts'
import { publication as esPublication } from './es/publication.ts'
import { record as esRecord } from './es/record.ts'
import { refusal as esRefusal } from './es/refusal.ts'
import { shell as esShell } from './es/shell.ts'
import { strategy as esStrategy } from './es/strategy.ts'
import { ui as esUi } from './es/ui.ts'
import { account as frAccount } from './fr/account.ts'
import { agreement as frAgreement } from './fr/agreement.ts'
import { charter as frCharter } from './fr/charter.ts'
import { commitment as frCommitment } from './fr/commitment.ts'
import { comparison as frComparison } from './fr/comparison.ts'
import { criterion as frCriterion } from './fr/criterion.ts'
import { dictionary as frDictionary } from './fr/dictionary.ts'
import { fault as frFault } from './fr/fault.ts'
import { forum as frForum } from './fr/forum.ts'
import { gap as frGap } from './fr/gap.ts'
import { indicator as frIndicator } from './fr/indicator.ts'
import { ledger as frLedger } from './fr/ledger.ts'
import { live as frLive } from './fr/live.ts'
import { method as frMethod } from './fr/method.ts'
import { notice as frNotice } from './fr/notice.ts'
import { plan as frPlan } from './fr/plan.ts'
import { publication as frPublication } from './fr/publication.ts'
import { record as frRecord } from './fr/record.ts'
import { refusal as frRefusal } from './fr/refusal.ts'
import { shell as frShell } from './fr/shell.ts'
import { strategy as frStrategy } from './fr/strategy.ts'
import { ui as frUi } from './fr/ui.ts'
import type { Language } from './languages.ts'
import { formatMessage, type Values } from './message.ts'

/** Every sentence of a language, by key. The browser loads them room by room instead; the server has them all at hand. */
export const catalogues = {
  en: {
    ...enShell,
    ...enUi,
    ...enRefusal,
    ...enAccount,
    ...enAgreement,
    ...enCharter,
    ...enForum,
    ...enRecord,
    ...enIndicator,
    ...enComparison,
    ...enGap,
    ...enFault,
    ...enMethod,
    ...enStrategy,
    ...enCriterion,
    ...enPlan,
    ...enCommitment,
    ...enPublication,
    ...enDictionary,
    ...enNotice,
    ...enLedger,
    ...enLive,
  },
  fr: {
    ...frShell,
    ...frUi,
    ...frRefusal,
    ...frAccount,
    ...frAgreement,
    ...frCharter,
    ...frForum,
    ...frRecord,
    ...frIndicator,
    ...frComparison,
    ...frGap,
    ...frFault,
    ...frMethod,
    ...frStrategy,
    ...frCriterion,
    ...frPlan,
    ...frCommitment,
    ...frPublication,
    ...frDictionary,
    ...frNotice,
    ...frLedger,
    ...frLive,
  },
  es: {
    ...esShell,
    ...esUi,
    ...esRefusal,
    ...esAccount,
    ...esAgreement,
    ...esCharter,
    ...esForum,
    ...esRecord,
    ...esIndicator,
    ...esComparison,
    ...esGap,
    ...esFault,
    ...esMethod,
    ...esStrategy,
    ...esCriterion,
    ...esPlan,
    ...esCommitment,
    ...esPublication,
    ...esDictionary,
    ...esNotice,
    ...esLedger,
    ...esLive,
  },
} satisfies Record<Language, Record<string, string>>

export type TextKey = keyof (typeof catalogues)['en']

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(catalogues.en, key)

/** A sentence for whoever has no browser: public pages, exports, letters. */
export const sentence = (language: Language, key: TextKey, values?: Values): string =>
  formatMessage(language, catalogues[language][key], values)

import { closeCodes } from '../../shared/live.ts'
import type { RefusalCode } from '../../shared/refusals.ts'

/** Why the server closed for good, as a refusal. */
export const finalCloses: Partial<Record<number, RefusalCode>> = {
  [closeCodes.malformed]: 'edit_refused',
  [closeCodes.not_signed_in]: 'not_signed_in',
  [closeCodes.not_allowed]: 'only_members',
  [closeCodes.not_found]: 'not_found',
  [closeCodes.document_restarted]: 'document_restarted',
}
/** The server's socket takes no larger message; sending it again would end the same way. */
export const messageTooBig = 1009

/** After these nothing that is written could ever be taken. */
export const isFinal = (code: RefusalCode | undefined): boolean => Object.values(finalCloses).includes(code)

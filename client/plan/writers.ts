import { api, call } from '../api.ts'
import { createAttribution, type Writers } from '../live/attribution.ts'
import type { LiveText } from '../live/live-text.ts'
import type { AgreementHere } from '../shell/agreement.ts'
import { meIn } from './people-here.ts'

/** Who wrote each passage of the plan, while somebody wants to know. */
export const createWriters = (planId: string, live: LiveText, agreement: () => AgreementHere): Writers =>
  createAttribution({
    live,
    agreement,
    me: () => meIn(agreement()),
    ask: () => call(api.api.plans[':id'].attribution.$get({ param: { id: planId } })) as never,
  })

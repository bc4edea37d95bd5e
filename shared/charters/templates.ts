import type { Charter, TemplateId } from '../charter.ts'
import { bilateralCommission } from './bilateral-commission.ts'
import { ldc } from './ldc.ts'
import { usCambodia } from './us-cambodia.ts'

export const templates: Record<TemplateId, Charter> = {
  ldc,
  'us-cambodia': usCambodia,
  'bilateral-commission': bilateralCommission,
}

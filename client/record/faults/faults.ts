import type { FaultState } from '../../../shared/disclosure-fault.ts'
import type { Mark } from '../../../shared/marks.ts'
import { api, call } from '../../api.ts'
import { formatList, t } from '../../text.ts'

export const loadFaults = (forumId: string) => call(api.api.forums[':forumId'].faults.$get({ param: { forumId } }))
export type Fault = Awaited<ReturnType<typeof loadFaults>>[number]

export const faultMarks: Record<FaultState, Mark> = {
  recorded: 'none',
  alleged: 'half',
  confirmed: 'none',
  dismissed: 'struck',
}

type Part = NonNullable<Fault['detail']['part']>

/** A part of a disclosure by its name. */
export const partWords = (part: Part): string =>
  part === 'records' || part === 'method' ? t(`record.${part}`) : t(`record.section.${part}`)

/** What a finding says, in one sentence. */
export function faultWords({ kind, team, detail }: Fault): string {
  if (kind === 'late') return t('fault.late', { team: team.name, days: detail.days ?? 0 })
  if (kind === 'missing') return t('fault.missing', { team: team.name })
  if (kind === 'false') return t('fault.false', { team: team.name, part: partWords(detail.part ?? 'records') })
  return t('fault.incomplete', {
    team: team.name,
    parts: formatList((detail.empty ?? []).map((one) => partWords(one as Part))),
  })
}

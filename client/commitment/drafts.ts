import type { NewFinding, NewReply, NewReport } from '../../shared/finding.ts'

/** What stands in the fields of a form: all of it text, some of it not there yet. */
export interface EvidenceDraft {
  title: string
  kind: string
  url: string
  description: string
  provenance: string
  bearsOn: string
}

export interface ReportDraft {
  claim: string
  text: string
  value: string
  asOf: string
  illustrative: boolean
  evidence: EvidenceDraft[]
}

export interface FindingDraft extends Omit<ReportDraft, 'claim' | 'text'> {
  implementation: { answer: string; text: string }
  outcome: { answer: string; text: string }
  method: string
}

export interface ReplyDraft {
  implementation: { stance: string; text: string }
  outcome: { stance: string; text: string }
}

export const emptyEvidence = (): EvidenceDraft => ({
  title: '',
  kind: '',
  url: '',
  description: '',
  provenance: '',
  bearsOn: '',
})

const figure = { value: '', asOf: '', illustrative: false }
export const emptyReport = (): ReportDraft => ({ claim: '', text: '', ...figure, evidence: [] })
export const emptyFinding = (): FindingDraft => ({
  implementation: { answer: '', text: '' },
  outcome: { answer: '', text: '' },
  method: '',
  ...figure,
  evidence: [emptyEvidence()],
})
export const emptyReply = (): ReplyDraft => ({
  implementation: { stance: '', text: '' },
  outcome: { stance: '', text: '' },
})

/** What would be sent, as the schema takes it: an empty field is absent. The schema says what is not right yet. */
export const asReport = (draft: ReportDraft) =>
  ({
    claim: draft.claim,
    text: draft.text,
    figure: figureOf(draft),
    evidence: draft.evidence.map(({ provenance: _, bearsOn: __, ...item }) => filled(item)),
    illustrative: draft.illustrative || undefined,
  }) as NewReport

export const asFinding = (draft: FindingDraft) =>
  ({
    implementation: { ...draft.implementation },
    outcome: { ...draft.outcome },
    figure: figureOf(draft),
    method: draft.method,
    evidence: draft.evidence.map(filled),
    illustrative: draft.illustrative || undefined,
  }) as NewFinding

export const asReply = (draft: ReplyDraft) =>
  ({ implementation: { ...draft.implementation }, outcome: { ...draft.outcome } }) as NewReply

const figureOf = ({ value, asOf }: { value: string; asOf: string }) =>
  value.trim() === '' && asOf === '' ? undefined : { value: value.trim(), asOf }

const filled = <Item extends { url: string; description: string }>(item: Item) => ({
  ...item,
  url: item.url.trim() || undefined,
  description: item.description.trim() || undefined,
})

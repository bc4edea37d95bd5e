import type { CriterionBody, CriterionForm, CriterionSource, Driver, SourceKind } from '../../../shared/criterion.ts'
import { sourceKinds } from '../../../shared/criterion.ts'

/** A source as it is typed: what is not written is not said. */
export interface SourceDraft {
  found: boolean
  says: string
  citation: string
  value: string
  disqualified: string
  looked: string
}

export interface CriterionDraft {
  kind: CriterionBody['kind']
  title: string
  right: string
  binds: CriterionBody['binds']
  /** One a line. */
  clauses: string
  indicatorId: string
  value: string
  sources: Record<SourceKind, SourceDraft>
  governs: string
  argument: string
  driverKind: string
  driverText: string
}

const blankSource = (): SourceDraft => ({
  found: true,
  says: '',
  citation: '',
  value: '',
  disqualified: '',
  looked: '',
})

export const blankDraft = (): CriterionDraft => ({
  kind: 'measure',
  title: '',
  right: '',
  binds: ['government', 'employers'],
  clauses: '',
  indicatorId: '',
  value: '',
  sources: { domestic: blankSource(), international: blankSource(), best_practice: blankSource() },
  governs: '',
  argument: '',
  driverKind: '',
  driverText: '',
})

/** The draft of a revision begins with what stands. */
export const draftOf = (body: CriterionBody): CriterionDraft => ({
  ...blankDraft(),
  kind: body.kind,
  title: body.title,
  right: body.right,
  binds: [...body.binds],
  clauses: body.kind === 'bright_line' ? body.clauses.join('\n') : '',
  indicatorId: body.kind === 'measure' ? body.indicatorId : '',
  value: body.kind === 'measure' ? String(body.value) : '',
  sources: {
    domestic: sourceDraft(body.sources.domestic),
    international: sourceDraft(body.sources.international),
    best_practice: sourceDraft(body.sources.best_practice),
  },
  governs: body.governs ?? '',
  argument: body.argument,
})

const sourceDraft = (source: CriterionSource): SourceDraft =>
  source.found
    ? {
        ...blankSource(),
        says: source.says,
        citation: source.citation,
        value: source.value === undefined ? '' : String(source.value),
        disqualified: source.disqualified ?? '',
      }
    : { ...blankSource(), found: false, looked: source.looked }

/** What is sent: the schema says what is wrong with it. */
export function formOf(draft: CriterionDraft): CriterionForm {
  const { title, right, binds, governs, argument, driverKind, driverText } = draft
  const sources = Object.fromEntries(sourceKinds.map((kind) => [kind, sourceOf(draft, kind)]))
  const common = {
    title,
    right,
    binds: [...binds],
    sources,
    argument,
    ...(governs && { governs }),
    ...(driverKind && { driver: { kind: driverKind as Driver, text: driverText } }),
  }
  const clauses = draft.clauses
    .split('\n')
    .map((clause) => clause.trim())
    .filter(Boolean)
  const asked =
    draft.kind === 'measure'
      ? { kind: 'measure', indicatorId: draft.indicatorId, value: numberOf(draft.value) }
      : { kind: 'bright_line', clauses }
  return { ...asked, ...common } as CriterionForm
}

function sourceOf({ kind, sources }: CriterionDraft, of: SourceKind) {
  const { found, says, citation, value, disqualified, looked } = sources[of]
  if (!found) return { found, looked }
  return {
    found,
    says,
    citation,
    ...(kind === 'measure' && value.trim() && { value: numberOf(value) }),
    ...(disqualified.trim() && { disqualified }),
  }
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')))

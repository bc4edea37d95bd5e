import { diffArrays } from 'diff'
import {
  type DraftMeasure,
  type DraftPlan,
  type MeasureField,
  type MetaField,
  measureFields,
  metaFields,
} from '../../shared/plan.ts'
import { type ParagraphChange, paragraphChanges } from '../live/paragraph-changes.ts'

export interface FieldChange<Field> {
  field: Field
  before: string
  after: string
}

export interface MeasureChange {
  id: string
  is: 'same' | 'in' | 'out' | 'changed'
  /** The number in either version; absent where the version does not have it. */
  numberBefore?: number | undefined
  numberAfter?: number | undefined
  /** Its place among the measures that both versions have is another. */
  moved: boolean
  title: string
  fields: FieldChange<MeasureField>[]
  text: ParagraphChange[]
}

export interface PlanChanges {
  meta: FieldChange<MetaField>[]
  preamble: ParagraphChange[]
  measures: MeasureChange[]
}

/** What is different from one version of a plan to a later one, in the order of the later. */
export function changesBetween(before: DraftPlan, after: DraftPlan): PlanChanges {
  return {
    meta: changedFields(metaFields, before, after),
    preamble: paragraphChanges(before.preamble, after.preamble),
    measures: measureChanges(before.measures, after.measures),
  }
}

/** Whether there is anything to show. */
export const isUnchanged = (changes: PlanChanges): boolean =>
  changes.meta.length === 0 &&
  changes.preamble.every((paragraph) => paragraph.is === 'same') &&
  changes.measures.every((measure) => measure.is === 'same' && !measure.moved)

function measureChanges(before: readonly DraftMeasure[], after: readonly DraftMeasure[]): MeasureChange[] {
  const moved = movedIds(before, after)
  const kept = after.map((measure, i): MeasureChange => {
    const from = before.findIndex((one) => one.id === measure.id)
    return measureChange(before[from], measure, from + 1, i + 1, moved.has(measure.id))
  })
  const gone = before
    .map((measure, i) => measureChange(measure, undefined, i + 1, 0, false))
    .filter((change) => !after.some((one) => one.id === change.id))
  return [...kept, ...gone]
}

function measureChange(
  before: DraftMeasure | undefined,
  after: DraftMeasure | undefined,
  numberBefore: number,
  numberAfter: number,
  moved: boolean,
): MeasureChange {
  const fields = changedFields(measureFields, before ?? nothing, after ?? nothing)
  const text = paragraphChanges(before?.text, after?.text)
  const changed = fields.length > 0 || text.some((paragraph) => paragraph.is !== 'same')
  return {
    id: (after ?? before)!.id,
    is: !before ? 'in' : !after ? 'out' : changed ? 'changed' : 'same',
    numberBefore: before && numberBefore,
    numberAfter: after && numberAfter,
    moved,
    title: (after ?? before)!.title,
    fields,
    text,
  }
}

const nothing = Object.fromEntries(measureFields.map((field) => [field, ''])) as Record<MeasureField, string>

const changedFields = <Field extends string>(
  fields: readonly Field[],
  before: Record<Field, string>,
  after: Record<Field, string>,
): FieldChange<Field>[] =>
  fields
    .filter((field) => before[field].trim() !== after[field].trim())
    .map((field) => ({ field, before: before[field].trim(), after: after[field].trim() }))

/** The fewest measures that must have been moved to come from one order to the other. */
function movedIds(before: readonly DraftMeasure[], after: readonly DraftMeasure[]): Set<string> {
  const ids = (list: readonly DraftMeasure[], other: readonly DraftMeasure[]) =>
    list.map((measure) => measure.id).filter((id) => other.some((one) => one.id === id))
  const steps = diffArrays(ids(before, after), ids(after, before))
  return new Set(steps.filter((step) => step.added).flatMap((step) => step.value))
}

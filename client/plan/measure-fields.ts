import type { GateField } from '../../shared/gate.ts'
import type { MeasureField } from '../../shared/plan.ts'

/** How a measure's terms stand on the page: rows of six parts, filled from the start. */
export interface FieldPlace {
  field: Exclude<MeasureField, 'title'>
  width: 1 | 2 | 3 | 4
  kind: 'party' | 'day' | 'value' | 'words'
}

export const measureGrid: readonly FieldPlace[] = [
  { field: 'partyId', width: 2, kind: 'party' },
  { field: 'office', width: 4, kind: 'words' },
  { field: 'start', width: 3, kind: 'day' },
  { field: 'due', width: 3, kind: 'day' },
  { field: 'baseline', width: 2, kind: 'value' },
  { field: 'target', width: 2, kind: 'value' },
  { field: 'unit', width: 2, kind: 'words' },
  { field: 'baselineNote', width: 3, kind: 'words' },
  { field: 'proof', width: 3, kind: 'words' },
  { field: 'resources', width: 3, kind: 'words' },
  { field: 'efforts', width: 3, kind: 'words' },
  { field: 'excuses', width: 4, kind: 'words' },
]

/** Where an entry of a measure, or of the plan itself, stands on the page. */
export const measureAnchor = (measureId: string): string => `m-${measureId}`
export const fieldAnchor = (measureId: string | undefined, field: GateField): string =>
  measureId === undefined ? `plan-${field}` : `${measureAnchor(measureId)}-${field}`

/** Leads to an entry and puts the cursor into it, as the list of what is missing promises. */
export function goToField(anchor: string): void {
  const place = document.getElementById(anchor)
  if (!place) return
  place.scrollIntoView({ block: 'center' })
  const control = 'textarea, input, select, button, [contenteditable="true"], [tabindex]'
  const target = place.matches(control) ? place : place.querySelector<HTMLElement>(control)
  target?.focus({ preventScroll: true })
}

import type * as Y from 'yjs'
import { isDay } from '../../shared/dates.ts'
import type { MeasureField, MetaField } from '../../shared/plan.ts'
import { readPlan } from '../../shared/plan-document.ts'
import { readXmlText } from '../../shared/xml-text.ts'
import { type ParagraphChange, paragraphChanges, wordChanges } from '../live/paragraph-changes.ts'
import type { Pair } from '../live/side-by-side.tsx'
import { formatDay, t } from '../text.ts'
import { changesBetween, type FieldChange } from './changes.ts'
import { measureGrid } from './measure-fields.ts'

/** What differs between two plans: the entries and paragraphs that changed, by where they stand. */
export function planPairs(before: Y.Doc, after: Y.Doc, partyName: (id: string) => string): Pair[] {
  const changes = changesBetween(readPlan(before), readPlan(after))
  const fieldPairs = (fields: readonly FieldChange<MeasureField | MetaField>[], place: string) =>
    fields.map((change) => fieldPair(change, place, partyName))
  const measures = changes.measures.flatMap((measure) => {
    const number = measure.numberAfter || measure.numberBefore || 0
    const place = `${t('plan.measure', { number })}${measure.title ? `: ${measure.title}` : ''}`
    return [...paragraphPairs(measure.text, place), ...fieldPairs(measure.fields, place)]
  })
  return [
    ...fieldPairs(changes.meta, t('plan.preamble')),
    ...paragraphPairs(changes.preamble, t('plan.preamble')),
    ...measures,
  ]
}

/** What differs between two texts of one fragment. */
export const fragmentPairs = (before: Y.Doc, after: Y.Doc, name: string, place: string): Pair[] =>
  paragraphPairs(
    paragraphChanges(readXmlText(before.getXmlFragment(name)), readXmlText(after.getXmlFragment(name))),
    place,
  )

const paragraphPairs = (paragraphs: readonly ParagraphChange[], place: string): Pair[] =>
  paragraphs
    .filter((paragraph) => paragraph.is !== 'same')
    .map((paragraph) => ({ place, runs: paragraph.words, isRestyled: paragraph.is === 'restyled' }))

function fieldPair(
  { field, before, after }: FieldChange<MeasureField | MetaField>,
  place: string,
  partyName: (id: string) => string,
): Pair {
  const kind =
    field === 'periodFrom' || field === 'periodUntil'
      ? 'day'
      : (measureGrid.find((entry) => entry.field === field)?.kind ?? 'words')
  const said = (value: string) =>
    value === '' ? '' : kind === 'party' ? partyName(value) : kind === 'day' && isDay(value) ? formatDay(value) : value
  const at = `${place} · ${t(`plan.field.${field}`)}`
  if (kind === 'words') return { place: at, runs: wordChanges(before, after) }
  const whole = [
    { is: 'out' as const, text: said(before) },
    { is: 'in' as const, text: said(after) },
  ]
  return { place: at, runs: whole.filter((run) => run.text !== '') }
}

import type { JSX } from 'solid-js'
import type { Column } from '../../shared/columns.ts'
import { t } from '../text.ts'
import { Select } from '../ui/select.tsx'

/** One of the columns of a file, by its name. */
export function ColumnSelect(props: {
  label: string
  columns: readonly Column[]
  value: number | undefined
  empty?: string | undefined
  onInput: (column: number | undefined) => void
}): JSX.Element {
  return (
    <Select
      label={props.label}
      options={props.columns.map((column) => ({ value: String(column.index), label: column.name }))}
      empty={props.empty ?? t('ui.choose')}
      value={props.value === undefined ? '' : String(props.value)}
      onInput={(value) => props.onInput(value === '' ? undefined : Number(value))}
    />
  )
}

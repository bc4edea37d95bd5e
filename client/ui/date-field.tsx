import type { JSX } from 'solid-js'
import { FieldFrame, type FieldProps } from './field.tsx'

/** A calendar day. The native control follows the reader's system; its value is `YYYY-MM-DD` or empty. */
export function DateField(
  props: FieldProps & {
    value?: string | undefined
    onInput?: ((day: string) => void) | undefined
    min?: string | undefined
    max?: string | undefined
  },
): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(wired) => (
        <input
          {...wired()}
          type="date"
          value={props.value ?? ''}
          min={props.min}
          max={props.max}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}

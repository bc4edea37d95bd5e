import { locales } from '../../shared/text/languages.ts'
import { language } from '../text.ts'

/** A decimal with the digits that were agreed, no more and no fewer, written as the reader's language writes it. */
export function decimalText(decimal: string, options: Intl.NumberFormatOptions = {}): string {
  const digits = decimal.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(locales[language()], {
    ...options,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(decimal as `${number}`)
}

/** The value alone, for columns under whose head the unit stands; a share keeps its sign. */
export const shortValue = (decimal: string, unit: string): string =>
  unit.startsWith('%') ? decimalText(decimal, { style: 'unit', unit: 'percent' }) : decimalText(decimal)

/** The value with its whole unit: `94% of monitored factories`, `24 inspectors`. */
export const valueInUnit = (decimal: string, unit: string): string =>
  `${shortValue(decimal, unit)} ${restOfUnit(unit)}`.trim()

/** What is left of a unit where the value carries its sign already. */
export const restOfUnit = (unit: string): string => (unit.startsWith('%') ? unit.slice(1).trim() : unit)

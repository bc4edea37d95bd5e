import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { provenDecimal, readFigure } from '../../shared/figure.ts'

const value = (cell: string, decimal?: '.' | ',') => {
  const read = readFigure(cell, { decimal })
  return 'fault' in read ? read.fault : read.value
}

test('a thousand and a fraction that look alike are not guessed at', () => {
  expect(value('1,234')).toBe('ambiguous_mark')
  expect(value('1.234')).toBe('ambiguous_mark')
  expect(value('1,234', '.')).toBe(1234)
  expect(value('1,234', ',')).toBe(1.234)
  expect(value('1.234', ',')).toBe(1234)
})

test('a figure that can be read in one way only is read, whatever was said of the mark', () => {
  for (const cell of ['1,234,567', '1 234 567', '1’234’567', '1\u00a0234\u202f567'])
    expect(value(cell), cell).toBe(1_234_567)
  expect(value('1,234.5')).toBe(1234.5)
  expect(value('1.234,5')).toBe(1234.5)
  expect(value('12,5')).toBe(12.5)
  expect(value('1234.567')).toBe(1234.567)
  expect(value('0.123')).toBe(0.123)
  expect(value('1 234,5')).toBe(1234.5)
  expect(value('0.0000')).toBe(0)
})

test('a mark that contradicts what was said of the file is refused', () => {
  expect(value('12,5', '.')).toBe('other_mark')
  expect(value('1,234.5', ',')).toBe('other_mark')
  expect(value('1,234,567', ',')).toBe('other_mark')
})

test('what is not one number is none', () => {
  expect(value('49, 363', '.')).toBe('grouping')
  expect(value('12 34')).toBe('grouping')
  expect(value('1,23,456', '.')).toBe('grouping')
  expect(value('1.2.3')).toBe('grouping')
  for (const cell of ['Unknown', '=1+1', '+cmd', '@SUM(A1)', '5 to 7', '5-7', '', '-', '1e5', 'Infinity', '٣'])
    expect(value(cell), cell).toBe('not_a_number')
  expect(value('1234567890123456')).toBe('too_large')
})

test('signs, currencies, scales and footnote marks stand beside the digits and are told apart', () => {
  expect(readFigure('1,673‡', { decimal: '.' })).toEqual({ value: 1673, marks: '‡', currency: undefined })
  expect(readFigure('$1.6 million')).toEqual({ value: 1_600_000, marks: '', currency: '$' })
  expect(readFigure('$4.1 million')).toMatchObject({ value: 4_100_000 })
  expect(readFigure('US$ 1,469,555†')).toEqual({ value: 1_469_555, marks: '†', currency: 'US$' })
  expect(readFigure('KHR 40,000,000')).toMatchObject({ value: 40_000_000, currency: 'KHR' })
  expect(readFigure('12 [a]')).toMatchObject({ value: 12, marks: '[a]' })
  expect(value('−5')).toBe(-5)
  expect(value('-$5')).toBe(-5)
  expect(value('-0')).toBe(0)
  expect(value('2 milliards')).toBe(2e9)
})

test('a billion is a thousand millions only where the file writes a decimal point', () => {
  expect(value('1.5 billion', '.')).toBe(1.5e9)
  expect(value('1,5 billion', ',')).toBe('billion')
  expect(value('2 billion')).toBe('billion')
})

test('per cent is a figure only of an indicator in per cent', () => {
  expect(readFigure('57 %', { percent: true })).toMatchObject({ value: 57 })
  expect(readFigure('57%')).toEqual({ fault: 'percent_unexpected' })
})

test('a cell proves its decimal mark only when no other would do', () => {
  expect(provenDecimal('12,5')).toBe(',')
  expect(provenDecimal('1,234.5')).toBe('.')
  expect(provenDecimal('1,234,567')).toBe('.')
  expect(provenDecimal('1,234')).toBeUndefined()
  expect(provenDecimal('1234')).toBeUndefined()
  expect(provenDecimal('1.2.3')).toBeUndefined()
})

const written = fc.record({
  size: fc.double({ min: 0, max: 999_999_999, noNaN: true }).map((size) => Math.round(size * 1000) / 1000),
  style: fc.constantFrom(
    { locale: 'en-GB', decimal: '.' as const },
    { locale: 'de-DE', decimal: ',' as const },
    { locale: 'fr-FR', decimal: ',' as const },
    { locale: 'de-CH', decimal: '.' as const },
  ),
})

test('every figure that a locale writes is read back when the mark is said', () => {
  fc.assert(
    fc.property(written, ({ size, style }) => {
      const cell = size.toLocaleString(style.locale, { maximumFractionDigits: 3 })
      expect(readFigure(cell, { decimal: style.decimal })).toMatchObject({ value: size })
    }),
  )
})

test('without the mark a figure is read as it was meant, or not at all: never as another', () => {
  fc.assert(
    fc.property(written, ({ size, style }) => {
      const read = readFigure(size.toLocaleString(style.locale, { maximumFractionDigits: 3 }))
      if ('fault' in read) expect(read.fault).toBe('ambiguous_mark')
      else expect(read.value).toBe(size)
    }),
  )
})

test('no text makes the reader throw or yield something that is no number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,' $%*-]{1,20}$/)), (text) => {
      const read = readFigure(text, { decimal: '.' })
      if (!('fault' in read)) expect(Number.isFinite(read.value)).toBe(true)
    }),
  )
})

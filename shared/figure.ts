/** The mark that parts a figure's whole from its fraction. */
export type Decimal = '.' | ','

export interface Figure {
  value: number
  /** Footnote marks that stood after the digits: they are kept as notes, never as part of the figure. */
  marks: string
  /** A currency sign or code that stood beside the digits. */
  currency?: string | undefined
}

/** Why a cell is no figure that can be taken without guessing. */
export const figureFaults = [
  'not_a_number',
  'ambiguous_mark',
  'other_mark',
  'grouping',
  'percent_unexpected',
  'billion',
  'too_large',
] as const
export type FigureFault = (typeof figureFaults)[number]

/** What the reader of a column knows before it reads: the decimal mark, and whether per cent is its unit. */
export interface FigureForm {
  decimal?: Decimal | undefined
  percent?: boolean | undefined
}

/** Figures past this lose digits on the way through a double. */
const largest = 1e15
const shell = new RegExp(
  [
    /^(?<sign>[-−+]?)\s*/,
    /(?<before>(?:US|[A-Z]{3})?\s?[$€£¥₹₱₫฿៛]|[A-Z]{3}(?=\s))?\s*(?<inner>[-−]?)/,
    /(?<digits>\d(?:[\d.,'’ ]*\d)?)\s*/,
    /(?<scale>[Tt]housands?|[Mm]illi(?:on|ard)s?|[Mm]ill[oó]n(?:es)?|[Mm]il millones|mn|[Bb]illions?|bn)?\s*/,
    /(?<percent>%|[Pp]er ?cent)?\s*(?<after>[€$£]|[A-Z]{3})?\s*/,
    /(?<marks>(?:[*†‡§¶#ª°¹²³⁴-⁹ᵃ-ᶻ]|\[[^\]]{1,8}\]|\([a-z]{1,3}\))*)$/,
  ]
    .map((part) => part.source)
    .join(''),
  'u',
)

/** Digits that mean the same wherever they stand, but for the point: nearly every cell of a long file. */
const plain = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/

/**
 * Reads one cell as one figure, or says why it cannot be read without a guess. `1,234` is a thousand and more, or one and
 * a bit: without the decimal mark of the file it is neither.
 */
export function readFigure(cell: string, form: FigureForm = {}): Figure | { fault: FigureFault } {
  if (plain.test(cell) && (form.decimal === '.' || !cell.includes('.'))) return { value: Number(cell), marks: '' }
  const text = cell.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ').trim()
  const parts = shell.exec(text)?.groups
  if (!parts) return { fault: 'not_a_number' }
  const number = plainDigits(parts.digits!, form.decimal)
  if ('fault' in number) return number
  const scale = scaleOf(parts.scale?.toLowerCase(), form.decimal)
  if (scale === undefined) return { fault: 'billion' }
  if (parts.percent && !form.percent) return { fault: 'percent_unexpected' }
  const size = Number(`${number.digits}e${scale}`)
  if (size > largest) return { fault: 'too_large' }
  const negative = /[-−]/.test(`${parts.sign}${parts.inner}`)
  return {
    value: negative && size !== 0 ? -size : size,
    marks: parts.marks!,
    currency: (parts.before ?? parts.after)?.trim() || undefined,
  }
}

/** The decimal mark that a cell proves by itself; undefined where it proves none. */
export function provenDecimal(cell: string): Decimal | undefined {
  const digits = /^\D{0,4}(\d[\d.,'’ \u00a0\u202f]*\d)/.exec(cell.trim())?.[1]
  if (!digits || !/[.,]/.test(digits)) return undefined
  const dot = 'digits' in plainDigits(digits, '.')
  const comma = 'digits' in plainDigits(digits, ',')
  return dot === comma ? undefined : dot ? '.' : ','
}

/** The digits with `.` for the decimal mark and no grouping. */
function plainDigits(written: string, decimal: Decimal | undefined): { digits: string } | { fault: FigureFault } {
  const spaced = written.replace(/[ \u00a0\u202f]/g, ' ')
  const ungrouped = withoutGroups(spaced)
  if (ungrouped === undefined) return { fault: 'grouping' }
  const marks = ungrouped.match(/[.,]/g) ?? []
  if (marks.length === 0) return { digits: ungrouped }
  const last = marks.at(-1) as Decimal
  const other = last === '.' ? ',' : '.'
  if (marks.length === 1) return oneMark(ungrouped, last, decimal, spaced !== ungrouped)
  if (marks.every((mark) => mark === last)) return grouped(ungrouped, last, decimal === undefined ? other : decimal)
  if (marks.filter((mark) => mark === last).length > 1) return { fault: 'grouping' }
  if (decimal !== undefined && decimal !== last) return { fault: 'other_mark' }
  const [whole, fraction] = ungrouped.split(last) as [string, string]
  const result = grouped(whole, other, last)
  return 'fault' in result ? result : { digits: `${result.digits}.${fraction}` }
}

/** Spaces and apostrophes part thousands and nothing else; undefined where they stand elsewhere. */
function withoutGroups(written: string): string | undefined {
  if (!/[ '’]/.test(written)) return written
  return /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.test(written) ? written.replace(/[ '’]/g, '') : undefined
}

function oneMark(
  written: string,
  mark: Decimal,
  decimal: Decimal | undefined,
  isUngrouped: boolean,
): { digits: string } | { fault: FigureFault } {
  const asFraction = { digits: written.replace(mark, '.') }
  if (decimal === mark || isUngrouped) return decimal && decimal !== mark ? { fault: 'other_mark' } : asFraction
  const couldGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(written)
  if (decimal !== undefined) return couldGroup ? { digits: written.replace(mark, '') } : { fault: 'other_mark' }
  return couldGroup ? { fault: 'ambiguous_mark' } : asFraction
}

function grouped(written: string, mark: Decimal, decimal: Decimal): { digits: string } | { fault: FigureFault } {
  if (mark === decimal) return { fault: 'other_mark' }
  const parts = written.split(mark)
  const right = /^\d{1,3}$/.test(parts[0]!) && parts.slice(1).every((part) => part.length === 3)
  return right ? { digits: parts.join('') } : { fault: 'grouping' }
}

/** Powers of ten. A French or Spanish billion is a million millions, so the word counts only beside a decimal point. */
function scaleOf(word: string | undefined, decimal: Decimal | undefined): number | undefined {
  if (!word) return 0
  if (/^b/.test(word)) return decimal === '.' ? 9 : undefined
  if (/^(milliard|mil )/.test(word)) return 9
  return word.startsWith('thousand') ? 3 : 6
}

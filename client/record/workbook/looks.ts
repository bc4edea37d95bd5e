import { readXml } from './xml.ts'

/** What a number stands for, by the way it is shown: a day, a month or a year counted in days, a share, or itself. */
export type Look = 'number' | 'day' | 'month' | 'year' | 'percent'

/** The looks of a workbook's cell styles, in their order. */
export async function looksIn(styles: AsyncIterable<string>): Promise<Look[]> {
  const codes = new Map<number, string>()
  const looks: Look[] = []
  let inCells = false
  await readXml(styles, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'xf' && inCells) looks.push(lookOf(Number(attributes.numFmtId ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return looks
}

const lookOf = (id: number, codes: ReadonlyMap<number, string>): Look => {
  const code = codes.get(id)
  if (code !== undefined) return lookOfCode(code)
  if (id === 9 || id === 10) return 'percent'
  if (id === 17) return 'month'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'number'
}

/** Reads a number format of its own; what stands in quotation marks or brackets, or behind a backslash, is no code. */
export function lookOfCode(code: string): Look {
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')
    .toLowerCase()
  if (bare.includes('%')) return 'percent'
  if (/general|[0#?]/.test(bare) && !/[dy]/.test(bare)) return 'number'
  if (/d/.test(bare)) return 'day'
  if (/y/.test(bare)) return /m/.test(bare) ? 'month' : 'year'
  return /[hs]/.test(bare) ? 'day' : 'number'
}

const dayLength = 86_400_000

/** A number of a cell as text that means one thing: days as `2019-03-31`, shares with their sign, figures with a point. */
export function shownNumber(written: string, look: Look, from1904: boolean): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  if (look === 'number') return plainNumber(number)
  if (look === 'percent') return `${plainNumber(number * 100)}%`
  const days = from1904 ? number + 1462 : number
  if (days < 1 || days > 2_958_465) return plainNumber(number)
  // Day 60 is the 29th of February 1900, which never was: the first program to count so took 1900 for a leap year.
  const since = Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const day = new Date(since + Math.floor(days) * dayLength).toISOString()
  return day.slice(0, look === 'day' ? 10 : look === 'month' ? 7 : 4)
}

/** Fifteen digits, as spreadsheet programs show them; never in a form in which the point could part thousands. */
function plainNumber(number: number): string {
  const text = String(Number(number.toPrecision(15)))
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
}

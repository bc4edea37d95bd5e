export const fileFaults = [
  'not_table',
  'workbook',
  'workbook_broken',
  'workbook_bomb',
  'quote_unclosed',
  'too_many_lines',
  'too_many_records',
] as const

/** Why a file cannot be read to its end; everything else is told row by row. */
export class FileFault extends Error {
  readonly code: (typeof fileFaults)[number]
  readonly line: number | undefined
  constructor(code: FileFault['code'], line?: number) {
    super(code)
    this.name = 'FileFault'
    this.code = code
    this.line = line
  }
}

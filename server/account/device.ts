const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** A browser's own description, as a person tells their devices apart: `Firefox, Linux`. Empty where it says nothing known. */
export function deviceOf(userAgent: string | undefined): string {
  const find = (marks: readonly (readonly [string, string])[]) => marks.find(([mark]) => userAgent?.includes(mark))?.[1]
  return [find(browsers), find(systems)].filter((part) => part !== undefined).join(', ')
}

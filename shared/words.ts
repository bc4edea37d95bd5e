import * as z from 'zod/mini'

/** Text that both engines can keep and every reader can be shown: no lone surrogate, no NUL. */
const sound = z.refine<string>((text) => text.isWellFormed() && !text.includes('\0'))

/** Words of several lines, at least one, at most `longest` characters. */
export const words = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), sound)

/** The same, where nothing need be said. */
export const someWords = (longest: number) => z.string().check(z.trim(), z.maxLength(longest), sound)

/** Words of one line. */
export const line = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), sound, z.regex(/^[^\r\n]*$/))

/** Says of a field that it is needed after all, where the rest of what was said makes it so. */
export const needs = <Said>(field: keyof Said & string, when: (said: Said) => boolean) =>
  z.check<Said>(({ value, issues }) => {
    if (when(value))
      issues.push({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, path: [field], input: value })
  })
